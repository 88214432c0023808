
package org.twostream.loop;

import org.twostream.core.Seed;
import org.twostream.core.Target;
import org.twostream.core.VoxelSize;

/**
 * Keys of {@code sample}.
 *
 * @param xSize voxels
 * @param ySize voxels
 * @param zSize sections
 * @param initialSections sections of the separate initial labelled volume,
 *          which has the same x and y size; 0 = none
 * @param voxelSize nm
 * @param target what the truth holds
 * @param seed the phantom's only other setting
 * @param threads worker threads
 */
public record SampleOptions(long xSize, long ySize, long zSize,
		long initialSections, VoxelSize voxelSize, Target target, Seed seed,
		int threads) {
}
