
package org.twostream.review.scene;

import java.util.Optional;

import org.twostream.core.Box;

/** ROIs in a plane that lies in any way. Thread-safe. */
public final class AskewPlane {

	private final BlockCache cache;
	private final RowLayer rows;
	private final VoxelGrid grid;

	AskewPlane(final BlockCache cache, final RowLayer rows,
		final VoxelGrid grid)
	{
		this.cache = cache;
		this.rows = rows;
		this.grid = grid;
	}

	/**
	 * Points of a screen.
	 *
	 * @param width points to the right
	 * @param height points down
	 * @param step pixels from point to point; the first is half a step from the
	 *          upper left corner
	 */
	public record Raster(int width, int height, double step) {

		/** As many points as fit. */
		public static Raster of(final int screenWidth, final int screenHeight,
			final double step)
		{
			return new Raster((int) Math.ceil(screenWidth / step), (int) Math.ceil(
				screenHeight / step), step);
		}
	}

	/**
	 * Rows of the ROI table at the points of a raster, as far as they are in
	 * memory; for {@link Outlines#trace}.
	 *
	 * @param affine from nm to pixels, as {@link Pose#affine}; the plane is where
	 *          its third coordinate is 0
	 * @param missing takes what is not in memory
	 * @return row by row: rows of the table, {@link PlaneCut#NO_ROI} or
	 *         {@link PlaneCut#UNKNOWN}
	 */
	public int[] rows(final double[] affine, final Raster raster,
		final SceneBlocks.Missing missing)
	{
		final int[] values = new int[raster.width() * raster.height()];
		final Pose pose = Pose.of(affine, 0, 0);
		final double step = raster.step();
		final Point origin = pose.at(step / 2, step / 2, 0, 0);
		final Point right = pose.at(step * 1.5, step / 2, 0, 0).minus(origin);
		final Point down = pose.at(step / 2, step * 1.5, 0, 0).minus(origin);
		BlockCache.Key last = null;
		Optional<VoxelBlock> block = Optional.empty();
		for (int v = 0, i = 0; v < raster.height(); v++)
			for (int u = 0; u < raster.width(); u++, i++) {
				final Point p = origin.plus(right.times(u)).plus(down.times(v));
				final long x = Math.round(p.x() / grid.edge(0));
				final long y = Math.round(p.y() / grid.edge(1));
				final long z = Math.round(p.z() / grid.edge(2));
				values[i] = PlaneCut.NO_ROI;
				if (!grid.box().contains(x, y, z)) continue;
				final BlockCache.Key key = new BlockCache.Key(rows, x / rows.edge(0),
					y / rows.edge(1), z / rows.edge(2));
				if (!key.equals(last)) {
					last = key;
					block = cache.get(key);
					if (block.isEmpty()) missing.keys.add(key);
				}
				final Box box = rows.box(key.x(), key.y(), key.z());
				values[i] = block.isEmpty() ? PlaneCut.UNKNOWN : block.get().at(
					(int) (x - box.xMin() + box.xSize() * (y - box.yMin() + box.ySize() *
						(z - box.zMin()))));
			}
		return values;
	}
}
