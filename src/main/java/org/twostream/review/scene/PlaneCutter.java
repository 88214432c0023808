
package org.twostream.review.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.twostream.core.Box;

/** Puts planes together from the blocks at hand. Thread-safe. */
final class PlaneCutter {

	private final BlockCache cache;
	private final VoxelGrid grid;

	PlaneCutter(final BlockCache cache, final VoxelGrid grid) {
		this.cache = cache;
		this.grid = grid;
	}

	/**
	 * What is here of a plane.
	 *
	 * @param layer wanted
	 * @param coarser layers that stand in for what is missing, finest first
	 * @param missing takes the blocks to be read, the coarsest first
	 */
	PlaneCut cut(final BlockLayer layer, final List<? extends BlockLayer> coarser,
		final PlaneView view, final Collection<BlockCache.Key> missing)
	{
		final PlaneRegion r = of(layer, view.region(grid));
		final int width = Math.toIntExact(r.width());
		final int[] values = new int[Math.toIntExact(r.voxels())];
		Arrays.fill(values, PlaneCut.UNKNOWN);
		final List<BlockCache.Key> absent = new ArrayList<>();
		for (final BlockCache.Key key : keys(layer, view)) {
			final Optional<VoxelBlock> block = cache.get(key);
			if (block.isPresent()) copy(key, block.get(), r, values, width);
			else absent.add(key);
		}
		if (!absent.isEmpty()) standIn(layer, coarser, view, missing, r, values);
		missing.addAll(absent);
		return new PlaneCut(r.rightMin(), r.downMin(), width, Math.toIntExact(r
			.height()), layer.factor(view.axis().right()), layer.factor(view.axis()
				.down()), values, absent.isEmpty());
	}

	/** A region in voxels of a layer. */
	private static PlaneRegion of(final BlockLayer layer, final PlaneRegion r) {
		final int u = layer.factor(r.axis().right());
		final int v = layer.factor(r.axis().down());
		return new PlaneRegion(r.axis(), Math.min(layer.length(r.axis().normal()) -
			1, r.index() / layer.factor(r.axis().normal())), r.rightMin() / u, r
				.downMin() / v, Math.min(layer.length(r.axis().right()), (r.rightMax() +
					u - 1) / u), Math.min(layer.length(r.axis().down()), (r.downMax() +
						v - 1) / v));
	}

	/** The blocks of which something is in sight, those in the middle first. */
	List<BlockCache.Key> keys(final BlockLayer layer, final PlaneView view) {
		final PlaneRegion r = of(layer, view.region(grid));
		final List<BlockCache.Key> keys = new ArrayList<>();
		if (r.voxels() == 0) return keys;
		final Box box = r.box();
		for (long z = box.zMin() / layer.edge(2); z * layer.edge(2) < box
			.zMax(); z++)
			for (long y = box.yMin() / layer.edge(1); y * layer.edge(1) < box
				.yMax(); y++)
				for (long x = box.xMin() / layer.edge(0); x * layer.edge(0) < box
					.xMax(); x++)
					if (view.mayShow(grid, shown(layer, view.axis(), layer.box(x, y, z))))
						keys.add(new BlockCache.Key(layer, x, y, z));
		final Point c = view.centre();
		keys.sort((a, b) -> Double.compare(distance(a, c, view.axis()), distance(b,
			c, view.axis())));
		return keys;
	}

	/** A block's rectangle, in voxels of the full resolution. */
	private static PlaneRegion shown(final BlockLayer layer, final PlaneAxis axis,
		final Box box)
	{
		final PlaneRegion r = PlaneRegion.of(axis, 0, box);
		final int u = layer.factor(axis.right());
		final int v = layer.factor(axis.down());
		return new PlaneRegion(axis, 0, r.rightMin() * u, r.downMin() * v, r
			.rightMax() * u, r.downMax() * v);
	}

	private double distance(final BlockCache.Key key, final Point centre,
		final PlaneAxis axis)
	{
		return Math.hypot(distance(key, centre, axis.right(), axis.right() == 0
			? key.x() : key.z()), distance(key, centre, axis.down(), axis.down() == 1
				? key.y() : key.z()));
	}

	private double distance(final BlockCache.Key key, final Point centre,
		final int axis, final long at)
	{
		return (at + 0.5) * key.layer().edge(axis) * key.layer().factor(axis) * grid
			.edge(axis) - centre.along(axis);
	}

	private static void copy(final BlockCache.Key key, final VoxelBlock block,
		final PlaneRegion r, final int[] values, final int width)
	{
		final Box box = key.layer().box(key.x(), key.y(), key.z());
		final PlaneRegion has = PlaneRegion.of(r.axis(), r.index(), box);
		final int[] strides = { 1, (int) box.xSize(), (int) (box.xSize() * box
			.ySize()) };
		final long[] min = { box.xMin(), box.yMin(), box.zMin() };
		final int right = strides[r.axis().right()];
		final int down = strides[r.axis().down()];
		final long plane = (r.index() - min[r.axis().normal()]) * strides[r.axis()
			.normal()];
		final long uFrom = Math.max(r.rightMin(), has.rightMin());
		final long uTo = Math.min(r.rightMax(), has.rightMax());
		for (long v = Math.max(r.downMin(), has.downMin()); v < Math.min(r
			.downMax(), has.downMax()); v++)
		{
			int from = (int) (plane + (v - has.downMin()) * down + (uFrom - has
				.rightMin()) * right);
			int to = (int) ((v - r.downMin()) * width + uFrom - r.rightMin());
			for (long u = uFrom; u < uTo; u++, from += right)
				values[to++] = block.at(from);
		}
	}

	private void standIn(final BlockLayer layer,
		final List<? extends BlockLayer> coarser, final PlaneView view,
		final Collection<BlockCache.Key> missing, final PlaneRegion r,
		final int[] values)
	{
		for (int i = 0; i < coarser.size(); i++) {
			final BlockLayer other = coarser.get(i);
			final PlaneCut cut = cut(other, List.of(), view, i == coarser.size() - 1
				? missing : new ArrayList<>());
			final int[] us = new int[(int) r.width()];
			for (int u = 0; u < us.length; u++)
				us[u] = (int) ((r.rightMin() + u) * layer.factor(r.axis().right()) / cut
					.rightFactor() - cut.rightMin());
			for (int v = 0, to = 0; v < r.height(); v++) {
				final long row = (r.downMin() + v) * layer.factor(r.axis().down()) / cut
					.downFactor() - cut.downMin();
				for (int u = 0; u < us.length; u++, to++)
					if (values[to] == PlaneCut.UNKNOWN && row < cut.height() &&
						us[u] < cut.width()) values[to] = cut.values()[(int) (us[u] + cut
							.width() * row)];
			}
		}
	}
}
