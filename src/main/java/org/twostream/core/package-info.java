/**
 * The values that every other package speaks in:
 * {@link org.twostream.core.VoxelSize} (nm), {@link org.twostream.core.Box}
 * (voxels), {@link org.twostream.core.Answer}, {@link org.twostream.core.Seed};
 * how long work reports and is cancelled ({@link org.twostream.core.Progress});
 * how a refusal is said ({@link org.twostream.core.UserError}); and the only
 * readers and writers of JSON ({@link org.twostream.core.Json}) and TSV
 * ({@link org.twostream.core.Tsv}). Nothing comes in from the project's other
 * packages. Start at {@link org.twostream.core.Box}.
 */

package org.twostream.core;
