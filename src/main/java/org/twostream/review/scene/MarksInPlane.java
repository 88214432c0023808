
package org.twostream.review.scene;

import java.util.List;

import org.twostream.core.Box;
import org.twostream.core.VoxelSize;
import org.twostream.review.session.MissedMark;

/**
 * Missed objects that were marked, in a plane that lies in any way: painted
 * into what {@link AskewPlane#rows} gives, so that they are outlined alike.
 */
public final class MarksInPlane {

	private MarksInPlane() {}

	/**
	 * Paints the objects of marks, which do not hide ROIs.
	 *
	 * @param rows as of {@link AskewPlane#rows}
	 * @param affine as there
	 * @param raster as there
	 * @param first value of the first mark, the next one more, and so on; such as
	 *          the number of rows of the table
	 */
	public static void paint(final int[] rows, final double[] affine,
		final AskewPlane.Raster raster, final VoxelSize voxel,
		final List<MissedMark> marks, final int first)
	{
		final Pose pose = Pose.of(affine, 0, 0);
		for (int i = 0; i < marks.size(); i++)
			paint(rows, pose, raster, voxel, marks.get(i), first + i);
	}

	private static void paint(final int[] rows, final Pose pose,
		final AskewPlane.Raster raster, final VoxelSize voxel,
		final MissedMark mark, final int value)
	{
		if (mark.mask().isEmpty()) return;
		final Box box = mark.box();
		final int[] sight = sight(pose, raster, voxel, box);
		if (sight[0] >= sight[2] || sight[1] >= sight[3]) return;
		final byte[] mask = mark.mask(box);
		for (int v = sight[1]; v < sight[3]; v++)
			for (int u = sight[0]; u < sight[2]; u++) {
				final int i = u + raster.width() * v;
				if (rows[i] >= 0) continue;
				final Point p = pose.at((u + 0.5) * raster.step(), (v + 0.5) * raster
					.step(), 0, 0);
				final long x = Math.round(p.x() / voxel.x());
				final long y = Math.round(p.y() / voxel.y());
				final long z = Math.round(p.z() / voxel.z());
				if (box.contains(x, y, z) && mask[(int) (x - box.xMin() + box.xSize() *
					(y - box.yMin() + box.ySize() * (z - box.zMin())))] != 0) rows[i] =
						value;
			}
	}

	/** Points between which a box can be seen: u and v from, u and v to. */
	private static int[] sight(final Pose pose, final AskewPlane.Raster raster,
		final VoxelSize voxel, final Box box)
	{
		final double[] min = { Double.MAX_VALUE, Double.MAX_VALUE,
			Double.MAX_VALUE };
		final double[] max = { -Double.MAX_VALUE, -Double.MAX_VALUE,
			-Double.MAX_VALUE };
		for (int corner = 0; corner < 8; corner++) {
			final Point p = pose.pixel(new Point((corner % 2 == 0 ? box.xMin() - 1
				: box.xMax()) * voxel.x(), (corner / 2 % 2 == 0 ? box.yMin() - 1 : box
					.yMax()) * voxel.y(), (corner / 4 == 0 ? box.zMin() - 1 : box
						.zMax()) * voxel.z()), 0, 0);
			for (int axis = 0; axis < 3; axis++) {
				min[axis] = Math.min(min[axis], p.along(axis));
				max[axis] = Math.max(max[axis], p.along(axis));
			}
		}
		if (min[2] > 0 || max[2] < 0) return new int[4];
		return new int[] { clamp(min[0] / raster.step(), raster.width()), clamp(
			min[1] / raster.step(), raster.height()), clamp(max[0] / raster.step() +
				1, raster.width()), clamp(max[1] / raster.step() + 1, raster
					.height()) };
	}

	private static int clamp(final double v, final int most) {
		return (int) Math.max(0, Math.min(most, v));
	}
}
