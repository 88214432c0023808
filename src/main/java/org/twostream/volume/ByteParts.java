
package org.twostream.volume;

import org.twostream.core.Box;

/** Told of parts of a box of 8-bit voxels, where they lie in memory. */
@FunctionalInterface
public interface ByteParts {

	/**
	 * @param voxels only to be read, and only now: the array is used again
	 * @param first where the part's first voxel is in the array
	 * @param row how far the next voxel along y is from a voxel
	 * @param section how far the next voxel along z is
	 * @param part counted from the corner of the box
	 */
	void at(byte[] voxels, int first, int row, int section, Box part);
}
