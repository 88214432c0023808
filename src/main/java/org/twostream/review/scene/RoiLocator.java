
package org.twostream.review.scene;

import java.util.OptionalInt;

import org.twostream.core.Box;

/**
 * Which ROI is at a place. Blocks of labels that are not in memory are read:
 * not to be called on an event thread. Thread-safe.
 */
public final class RoiLocator {

	private final BlockCache cache;
	private final RowLayer rows;
	private final VoxelGrid grid;

	RoiLocator(final BlockCache cache, final RowLayer rows,
		final VoxelGrid grid)
	{
		this.cache = cache;
		this.rows = rows;
		this.grid = grid;
	}

	/**
	 * The row of the ROI whose mask holds a voxel; empty if there is none, or the
	 * voxel is outside.
	 *
	 * @throws org.twostream.core.UserError if the labels cannot be read
	 */
	public OptionalInt at(final long x, final long y, final long z) {
		final int row = rowAt(x, y, z);
		return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
	}

	private int rowAt(final long x, final long y, final long z) {
		if (!grid.box().contains(x, y, z)) return PlaneCut.NO_ROI;
		final BlockCache.Key key = new BlockCache.Key(rows, x / rows.edge(0), y /
			rows.edge(1), z / rows.edge(2));
		final Box box = rows.box(key.x(), key.y(), key.z());
		return cache.read(key).at((int) (x - box.xMin() + box.xSize() * (y - box
			.yMin() + box.ySize() * (z - box.zMin()))));
	}

	/**
	 * The ROI nearest to a place: that which holds it, else that with the voxel
	 * whose centre is nearest, if it is near enough.
	 *
	 * @param tolerance nm
	 * @throws org.twostream.core.UserError if the labels cannot be read
	 */
	public OptionalInt near(final Point place, final double tolerance) {
		return near(place, new double[] { tolerance, tolerance, tolerance });
	}

	/** As {@link #near(Point, double)}, in the plane through the place only. */
	public OptionalInt near(final Point place, final double tolerance,
		final PlaneAxis plane)
	{
		final double[] reach = { tolerance, tolerance, tolerance };
		reach[plane.normal()] = 0;
		return near(place, reach);
	}

	private OptionalInt near(final Point place, final double[] reach) {
		final long[] at = new long[3];
		final int[] r = new int[3];
		for (int axis = 0; axis < 3; axis++) {
			at[axis] = Math.round(place.along(axis) / grid.edge(axis));
			r[axis] = reach[axis] == 0 ? 0 : (int) Math.ceil(reach[axis] / grid.edge(
				axis) + 0.5);
		}
		final OptionalInt here = at(at[0], at[1], at[2]);
		if (here.isPresent()) return here;
		double best = Math.max(reach[0], reach[1]);
		int found = PlaneCut.NO_ROI;
		for (long z = at[2] - r[2]; z <= at[2] + r[2]; z++)
			for (long y = at[1] - r[1]; y <= at[1] + r[1]; y++)
				for (long x = at[0] - r[0]; x <= at[0] + r[0]; x++) {
					final double d = distance(place, new long[] { x, y, z }, r);
					if (d > best || found >= 0 && d == best) continue;
					final int row = rowAt(x, y, z);
					if (row < 0) continue;
					best = d;
					found = row;
				}
		return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
	}

	private double distance(final Point p, final long[] voxel, final int[] r) {
		double sum = 0;
		for (int axis = 0; axis < 3; axis++) {
			final double d = voxel[axis] * grid.edge(axis) - p.along(axis);
			if (r[axis] > 0) sum += d * d;
		}
		return Math.sqrt(sum);
	}
}
