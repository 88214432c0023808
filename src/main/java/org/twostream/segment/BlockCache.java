
package org.twostream.segment;

import org.twostream.core.Box;
import org.twostream.volume.RecentlyUsed;
import org.twostream.volume.VolumeInfo;

/**
 * Blocks of a volume as bytes, the least lately used forgotten first: windows
 * drawn at random do not decode the same chunks again and again. Thread-safe.
 */
final class BlockCache implements VoxelSource {

	/** Voxels above which a block holds no more than one chunk of sections. */
	private static final long LARGE = 1 << 20;

	private final VoxelSource source;
	private final Box volume;
	private final long xEdge;
	private final long yEdge;
	private final long zEdge;
	private final RecentlyUsed<Box, byte[]> blocks;

	/**
	 * @param capacity bytes held at most, but one block at least
	 */
	BlockCache(final VoxelSource source, final VolumeInfo info,
		final long capacity)
	{
		this.source = source;
		blocks = new RecentlyUsed<>(capacity);
		volume = info.box();
		xEdge = edge(info.xChunk(), 64);
		yEdge = edge(info.yChunk(), 64);
		// Pages of a TIFF are large: a window should not load more than it shows.
		zEdge = edge(info.zChunk(), (int) Math.max(1, Math.min(16, LARGE / (xEdge *
			yEdge))));
	}

	private static long edge(final int chunk, final int least) {
		return (long) chunk * ((least + chunk - 1) / chunk);
	}

	@Override
	public void read(final Box box, final byte[] target) {
		for (long z = box.zMin() / zEdge; z * zEdge < box.zMax(); z++)
			for (long y = box.yMin() / yEdge; y * yEdge < box.yMax(); y++)
				for (long x = box.xMin() / xEdge; x * xEdge < box.xMax(); x++)
					copy(Box.ofSize(xEdge, yEdge, zEdge).translate(x * xEdge, y * yEdge,
						z * zEdge).intersect(volume), box, target);
	}

	private void copy(final Box block, final Box box, final byte[] target) {
		final byte[] voxels = load(block);
		final Box common = block.intersect(box);
		for (long z = common.zMin(); z < common.zMax(); z++)
			for (long y = common.yMin(); y < common.yMax(); y++)
				System.arraycopy(voxels, index(block, common.xMin(), y, z), target,
					index(box, common.xMin(), y, z), (int) common.xSize());
	}

	private static int index(final Box box, final long x, final long y,
		final long z)
	{
		return (int) (((z - box.zMin()) * box.ySize() + y - box.yMin()) * box
			.xSize() + x - box.xMin());
	}

	private byte[] load(final Box block) {
		return blocks.get(block, block.voxels(), () -> {
			final byte[] voxels = new byte[block.arrayLength()];
			source.read(block, voxels);
			return voxels;
		});
	}
}
