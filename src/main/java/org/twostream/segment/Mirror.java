
package org.twostream.segment;

import org.twostream.core.Box;

/**
 * A region that goes on beyond its borders by reflection about its outermost
 * voxels, which are not doubled (numpy's "reflect"); a region one voxel thick
 * is repeated.
 */
final class Mirror {

	private Mirror() {}

	/** The index inside min..min+size-1 that an index anywhere stands for. */
	static long inside(final long index, final long min, final long size) {
		if (size == 1) return min;
		final long period = 2 * (size - 1);
		final long k = Math.floorMod(index - min, period);
		return min + (k < size ? k : period - k);
	}

	/**
	 * Reads a window that may reach beyond the region, or be larger than it.
	 *
	 * @param source covers the region
	 * @param region not empty
	 */
	static byte[] read(final VoxelSource source, final Box region,
		final Box window)
	{
		final byte[] target = new byte[window.arrayLength()];
		if (region.contains(window)) {
			source.read(window, target);
			return target;
		}
		final Box box = needed(region, window);
		final byte[] part = new byte[box.arrayLength()];
		source.read(box, part);
		gather(part, box, region, window, target);
		return target;
	}

	/** The part of the region that a window shows. */
	static Box needed(final Box region, final Box window) {
		final long[] x = range(window.xMin(), window.xMax(), region.xMin(), region
			.xSize());
		final long[] y = range(window.yMin(), window.yMax(), region.yMin(), region
			.ySize());
		final long[] z = range(window.zMin(), window.zMax(), region.zMin(), region
			.zSize());
		return new Box(x[0], y[0], z[0], x[1], y[1], z[1]);
	}

	/** Fills a window from a part that holds all that is needed. */
	static void gather(final byte[] part, final Box box, final Box region,
		final Box window, final byte[] target)
	{
		final int xn = (int) window.xSize();
		final int[] columns = new int[xn];
		for (int x = 0; x < xn; x++)
			columns[x] = (int) (inside(window.xMin() + x, region.xMin(), region
				.xSize()) - box.xMin());
		final boolean straight = window.xMin() >= region.xMin() && window
			.xMax() <= region.xMax();
		int t = 0;
		for (long z = window.zMin(); z < window.zMax(); z++) {
			final long zi = inside(z, region.zMin(), region.zSize()) - box.zMin();
			for (long y = window.yMin(); y < window.yMax(); y++, t += xn) {
				final long yi = inside(y, region.yMin(), region.ySize()) - box.yMin();
				final int row = (int) ((zi * box.ySize() + yi) * box.xSize());
				if (straight) System.arraycopy(part, row + columns[0], target, t, xn);
				else for (int x = 0; x < xn; x++)
					target[t + x] = part[row + columns[x]];
			}
		}
	}

	/** Which sections of the region a window shows, z by z. */
	static long[] sections(final Box region, final Box window) {
		final long[] sections = new long[(int) window.zSize()];
		for (int z = 0; z < sections.length; z++)
			sections[z] = inside(window.zMin() + z, region.zMin(), region.zSize());
		return sections;
	}

	private static long[] range(final long min, final long max, final long start,
		final long size)
	{
		if (max - min >= 2 * size) return new long[] { start, start + size };
		long low = Long.MAX_VALUE;
		long high = Long.MIN_VALUE;
		for (long i = min; i < max; i++) {
			final long k = inside(i, start, size);
			low = Math.min(low, k);
			high = Math.max(high, k);
		}
		return new long[] { low, high + 1 };
	}
}
