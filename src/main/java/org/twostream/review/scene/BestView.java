
package org.twostream.review.scene;

import org.twostream.core.Box;
import org.twostream.core.VoxelSize;
import org.twostream.review.session.ReviewScene;
import org.twostream.roi.Roi;
import org.twostream.roi.RoiTable;

/**
 * The section that shows an ROI best: that of its largest area, turned as its
 * aligned patch is, in the middle.
 *
 * @param centre centroid of the mask in that section
 * @param angle degrees, as {@link Roi#angle()}
 * @param sideNm side of the square that should be seen
 */
public record BestView(Point centre, double angle, double sideNm) {

	/** How much more than the patch, or the ROI, is seen. */
	private static final double CONTEXT = 2;

	/**
	 * Out of the table alone, for when there is no time: in the right section,
	 * but the ROI may lie beside the middle, if it is bent.
	 */
	public static BestView roughly(final Roi roi, final VoxelSize voxel,
		final double patchNm)
	{
		final Box b = roi.box();
		return new BestView(new Point(inside(roi.xNm(), b.xMin(), b.xMax(), voxel
			.x()), inside(roi.yNm(), b.yMin(), b.yMax(), voxel.y()), roi.bestSlice() *
				voxel.z()), roi.angle(), side(roi, voxel, patchNm));
	}

	/**
	 * Reads the mask: not to be called on an event thread.
	 *
	 * @throws org.twostream.core.UserError if the labels cannot be read
	 */
	public static BestView of(final ReviewScene scene, final RoiTable table,
		final int row)
	{
		final Roi roi = table.get(row);
		final VoxelSize voxel = table.voxelSize();
		final BestView rough = roughly(roi, voxel, scene.patchNm());
		final RowLabels rows = new RowLabels(table, scene.polarity());
		final Box b = roi.box();
		final Box section = new Box(b.xMin(), b.yMin(), roi.bestSlice(), b.xMax(), b
			.yMax(), roi.bestSlice() + 1);
		final long[] ids = scene.labels().ids(0, section);
		double x = 0;
		double y = 0;
		long n = 0;
		for (int i = 0; i < ids.length; i++)
			if (rows.row(ids[i]) == row) {
				x += b.xMin() + i % b.xSize();
				y += b.yMin() + i / b.xSize();
				n++;
			}
		return n == 0 ? rough : new BestView(new Point(x / n * voxel.x(), y / n *
			voxel.y(), roi.bestSlice() * voxel.z()), rough.angle(), rough.sideNm());
	}

	private static double inside(final double nm, final long min, final long max,
		final double edge)
	{
		return Math.max(min * edge, Math.min((max - 1) * edge, nm));
	}

	private static double side(final Roi roi, final VoxelSize voxel,
		final double patchNm)
	{
		return CONTEXT * Math.max(patchNm, Math.hypot(roi.box().xSize() * voxel.x(),
			roi.box().ySize() * voxel.y()) / CONTEXT);
	}

	/** Nanometres per pixel on a screen of this size. */
	public double nmPerPixel(final int width, final int height) {
		return sideNm / Math.max(1, Math.min(width, height));
	}

	/** On a screen of this size, upright. */
	public Pose pose(final int width, final int height) {
		return Pose.of(centre, angle, nmPerPixel(width, height));
	}
}
