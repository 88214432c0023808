
package org.twostream.review;

/** Looks up the label volume of a proposal. */
@FunctionalInterface
public interface LabelAt {

	/**
	 * @param x voxels
	 * @param y voxels
	 * @param z voxels
	 * @return id of the ROI whose mask holds the voxel, 0 if there is none
	 */
	long roi(long x, long y, long z);
}
