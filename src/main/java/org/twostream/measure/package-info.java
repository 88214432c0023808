/**
 * How good it is: voxel metrics ({@link org.twostream.measure.VoxelHistogram},
 * {@link org.twostream.measure.CremiScore}), object metrics
 * ({@link org.twostream.measure.InstanceOverlaps}), accuracies of ROIs and
 * labels with their intervals ({@link org.twostream.measure.LabelAccuracy},
 * {@link org.twostream.measure.Proportion}). The report a person reads is made
 * in the leaf {@code measure.report}. In: volumes, truths, decisions; out:
 * records with {@code toJson}, pictures, an HTML page. Nothing here needs a
 * screen. Definitions and empty cases: docs/metrics.md. Start at
 * {@link org.twostream.measure.Confusion}.
 */

package org.twostream.measure;
