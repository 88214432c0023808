
package org.twostream.roi;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

import org.twostream.block.Block;
import org.twostream.block.BlockGrid;
import org.twostream.core.Box;
import org.twostream.core.VoxelSize;
import org.twostream.roi.split.ObjectVoxels;
import org.twostream.roi.split.Runs;
import org.twostream.volume.EmVolume;
import org.twostream.volume.VolumeInfo;

/**
 * Reads the voxels of single objects, a block of their box at a time.
 * Thread-safe.
 *
 * @param labels ids of the objects
 * @param probability 8-bit, channel 0
 * @param connectivity which voxels touch
 * @param size of a voxel, nm
 */
record ObjectReader(EmVolume labels, EmVolume probability,
		Connectivity connectivity, VoxelSize size) implements Serializable {

	ObjectVoxels read(final Roi roi) {
		final List<Runs.Run> parts = new ArrayList<>();
		final List<Box> tiles = tiles(roi.box());
		for (final Box tile : tiles)
			addRuns(roi.id(), tile, labels.ids(0, tile), parts);
		final Runs runs = new Runs(parts);
		final byte[] values = new byte[runs.voxels()];
		for (final Box tile : tiles)
			take(runs, tile, probability.bytes(0, tile), values);
		return new ObjectVoxels(runs, values, connectivity.neighbours(), labels
			.info().box(), size);
	}

	/** Whole chunks, where the box does not end. */
	List<Box> tiles(final Box box) {
		final VolumeInfo info = labels.info();
		final BlockGrid grid = LabellingOptions.DEFAULT_BLOCK.roundedUpTo(info
			.xChunk(), info.yChunk(), info.zChunk()).grid(info.box());
		final Block first = grid.block(0);
		final long x = first.core().xSize();
		final long y = first.core().ySize();
		final long z = first.core().zSize();
		final List<Box> tiles = new ArrayList<>();
		for (long k = box.zMin() / z; k * z < box.zMax(); k++)
			for (long j = box.yMin() / y; j * y < box.yMax(); j++)
				for (long i = box.xMin() / x; i * x < box.xMax(); i++)
					tiles.add(new Box(i * x, j * y, k * z, (i + 1) * x, (j + 1) * y, (k +
						1) * z).intersect(box));
		return tiles;
	}

	private static void addRuns(final long id, final Box tile, final long[] ids,
		final List<Runs.Run> runs)
	{
		final int n = (int) tile.xSize();
		for (int row = 0; row < ids.length; row += n) {
			final long y = tile.yMin() + row / n % tile.ySize();
			final long z = tile.zMin() + row / n / tile.ySize();
			for (int x = 0; x < n; x++) {
				if (ids[row + x] != id) continue;
				final int start = x;
				while (x < n && ids[row + x] == id)
					x++;
				runs.add(new Runs.Run(tile.xMin() + start, tile.xMin() + x, y, z));
			}
		}
	}

	private static void take(final Runs runs, final Box tile, final byte[] from,
		final byte[] to)
	{
		for (int r = 0; r < runs.size(); r++) {
			final Runs.Run run = runs.get(r);
			final long x0 = Math.max(run.x0(), tile.xMin());
			final long x1 = Math.min(run.x1(), tile.xMax());
			if (x0 >= x1 || run.y() < tile.yMin() || run.y() >= tile.yMax() || run
				.z() < tile.zMin() || run.z() >= tile.zMax()) continue;
			System.arraycopy(from, (int) (x0 - tile.xMin() + tile.xSize() * (run.y() -
				tile.yMin() + tile.ySize() * (run.z() - tile.zMin()))), to, runs.first(
					r) + (int) (x0 - run.x0()), (int) (x1 - x0));
		}
	}
}
