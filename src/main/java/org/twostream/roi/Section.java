
package org.twostream.roi;

import org.twostream.core.Box;
import org.twostream.volume.EmVolume;

/**
 * A piece of one section of a raw volume, continued beyond the volume's border
 * by reflection about the outermost voxels (which are not repeated), with
 * linear interpolation between voxel centres. Coordinates are voxels of the
 * volume.
 */
final class Section {

	private final long xSize;
	private final long ySize;
	private final Box box;
	private final byte[] voxels;

	/**
	 * Reads what lies within reach of a point.
	 *
	 * @param xReach voxels; points further away may not be asked for
	 * @param yReach as xReach
	 */
	Section(final EmVolume raw, final double x, final double y, final long z,
		final double xReach, final double yReach)
	{
		xSize = raw.info().xSize();
		ySize = raw.info().ySize();
		final long[] xs = range(x - xReach, x + xReach, xSize);
		final long[] ys = range(y - yReach, y + yReach, ySize);
		box = new Box(xs[0], ys[0], z, xs[1], ys[1], z + 1);
		voxels = raw.bytes(0, box);
	}

	/** The voxels, half-open, on which reflection maps an interval. */
	private static long[] range(final double from, final double to,
		final long n)
	{
		final long low = (long) Math.floor(from);
		final long high = (long) Math.floor(to) + 1;
		if (low >= 0 && high < n) return new long[] { low, high + 1 };
		if (high - low >= n) return new long[] { 0, n };
		long min = n;
		long max = -1;
		for (long i = low; i <= high; i++) {
			final long r = reflect(i, n);
			min = Math.min(min, r);
			max = Math.max(max, r);
		}
		return new long[] { min, max + 1 };
	}

	private static long reflect(final long i, final long n) {
		if (i >= 0 && i < n) return i;
		if (n == 1) return 0;
		final long k = Math.floorMod(i, 2 * (n - 1));
		return k < n ? k : 2 * (n - 1) - k;
	}

	/** Grey value at a point, 0..255. */
	double at(final double x, final double y) {
		final long x0 = (long) Math.floor(x);
		final long y0 = (long) Math.floor(y);
		final double fx = x - x0;
		final double fy = y - y0;
		if (box.contains(x0, y0, box.zMin()) && box.contains(x0 + 1, y0 + 1, box
			.zMin()))
		{
			final int width = (int) box.xSize();
			final int i = (int) (x0 - box.xMin() + width * (y0 - box.yMin()));
			return (1 - fy) * ((1 - fx) * (voxels[i] & 255) + fx * (voxels[i + 1] &
				255)) + fy * ((1 - fx) * (voxels[i + width] & 255) + fx * (voxels[i +
					width + 1] & 255));
		}
		return (1 - fy) * ((1 - fx) * voxel(x0, y0) + fx * voxel(x0 + 1, y0)) + fy *
			((1 - fx) * voxel(x0, y0 + 1) + fx * voxel(x0 + 1, y0 + 1));
	}

	private int voxel(final long x, final long y) {
		return voxels[(int) (reflect(x, xSize) - box.xMin() + box.xSize() *
			(reflect(y, ySize) - box.yMin()))] & 255;
	}
}
