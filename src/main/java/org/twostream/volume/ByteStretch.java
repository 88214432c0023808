
package org.twostream.volume;

/** Told of 8-bit voxels where they lie. */
@FunctionalInterface
public interface ByteStretch {

	/**
	 * Voxels of a box that follow each other, x fastest.
	 *
	 * @param voxels only to be read, and only now: the array is used again
	 * @param offset of the first in the array
	 * @param index of the first in the box, as if the box were an array
	 * @param n how many, of any number of rows
	 */
	void at(byte[] voxels, int offset, int index, int n);
}
