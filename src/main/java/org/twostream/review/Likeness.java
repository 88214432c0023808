
package org.twostream.review;

import org.twostream.core.Box;
import org.twostream.core.VoxelSize;
import org.twostream.roi.Roi;

/**
 * How an old ROI and a new one lie to each other.
 *
 * @param row of the new one
 * @param same the very same voxels
 * @param iou of the boxes, 0..1
 * @param ofOld share of the old box that lies in the new one
 * @param ofNew share of the new box that lies in the old one
 * @param centred each holds the other's centroid in the middle half of its box;
 *          where labels can be looked up, the new one holds it in its mask
 */
record Likeness(int row, boolean same, double iou, double ofOld, double ofNew,
		boolean centred) {

	static Likeness of(final Anchor old, final int row, final Roi roi,
		final VoxelSize voxelSize, final long labelAtOldCentroid)
	{
		final double common = old.box().intersect(roi.box()).voxels();
		final double a = old.box().voxels();
		final double b = roi.box().voxels();
		final double[] was = { old.xNm(), old.yNm(), old.zNm() };
		final double[] is = { roi.xNm(), roi.yNm(), roi.zNm() };
		final boolean oldInNew = labelAtOldCentroid == CarryOver.UNKNOWN
			? nearMiddle(roi.box(), was, voxelSize) : labelAtOldCentroid == roi.id();
		return new Likeness(row, old.isSame(roi), common / (a + b - common),
			common / a, common / b, oldInNew && nearMiddle(old.box(), is, voxelSize));
	}

	/** Whether a point is in the middle half of a box along every axis. */
	private static boolean nearMiddle(final Box box, final double[] nm,
		final VoxelSize size)
	{
		return nearMiddle(box.xMin(), box.xMax(), nm[0] / size.x()) && nearMiddle(
			box.yMin(), box.yMax(), nm[1] / size.y()) && nearMiddle(box.zMin(), box
				.zMax(), nm[2] / size.z());
	}

	private static boolean nearMiddle(final long min, final long max,
		final double voxel)
	{
		return Math.abs(voxel - (min + max - 1) / 2.0) <= (max - min) / 4.0 + 1e-6;
	}

	/** Whether this counts as the same object, changed a little. */
	boolean isCarried() {
		return same || iou >= 0.5 || iou >= 0.25 && centred;
	}

	/** How well; the very same comes before everything else. */
	double score() {
		return (same ? 4 : 0) + (centred ? 1 : 0) + iou;
	}
}
