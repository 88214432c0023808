
package org.twostream.review.scene;

import java.util.ArrayList;
import java.util.List;

import org.twostream.core.VoxelSize;
import org.twostream.roi.Roi;
import org.twostream.roi.RoiTable;

/**
 * ROIs as dots, for views that show too much for outlines: those whose middle
 * lies on the screen, and no farther from its plane than their size.
 */
public final class RoiDots {

	private RoiDots() {}

	/**
	 * A dot.
	 *
	 * @param row of the ROI table
	 * @param right pixels
	 * @param down pixels
	 */
	public record Dot(int row, double right, double down) {
	}

	public static List<Dot> in(final ScreenView view, final RoiTable table) {
		final List<Dot> dots = new ArrayList<>();
		for (int row = 0; row < table.size(); row++) {
			final Roi roi = table.get(row);
			final Point p = view.pixel(new Point(roi.xNm(), roi.yNm(), roi.zNm()));
			if (view.holds(p) && Math.abs(p.z()) * view.pose().nmPerPixel() <= reach(
				roi, table.voxelSize())) dots.add(new Dot(row, p.x(), p.y()));
		}
		return dots;
	}

	/** The mean edge of its box, nm. */
	private static double reach(final Roi roi, final VoxelSize voxel) {
		return (roi.box().xSize() * voxel.x() + roi.box().ySize() * voxel.y() + roi
			.box().zSize() * voxel.z()) / 3;
	}
}
