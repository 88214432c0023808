
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
	/** Whether no point that may be asked for lies beyond the border. */
	private final boolean inside;

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
		inside = xSize <= Integer.MAX_VALUE && ySize <= Integer.MAX_VALUE && x -
			xReach >= 0 && y - yReach >= 0 && Math.floor(x + xReach) + 1 < xSize &&
			Math.floor(y + yReach) + 1 < ySize;
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

	/**
	 * Adds the grey values, 0..255, at a row of points.
	 *
	 * @param xs of the points
	 * @param ys as xs
	 * @param fine so many points after each other go into one sum
	 * @param sums of the row
	 */
	void add(final double[] xs, final double[] ys, final int fine,
		final double[] sums)
	{
		if (inside) addInside(xs, ys, fine, sums);
		else for (int i = 0; i < xs.length; i++)
			sums[i / fine] += at(xs[i], ys[i]);
	}

	private void addInside(final double[] xs, final double[] ys, final int fine,
		final double[] sums)
	{
		final byte[] grey = voxels;
		final int width = (int) box.xSize();
		final int left = (int) box.xMin();
		final int top = (int) box.yMin();
		int point = 0;
		for (int pixel = 0; pixel < sums.length; pixel++) {
			double sum = sums[pixel];
			for (final int end = point + fine; point < end; point++) {
				// not negative: this is the floor
				final int x0 = (int) xs[point];
				final int y0 = (int) ys[point];
				final double fx = xs[point] - x0;
				final double fy = ys[point] - y0;
				final int i = x0 - left + width * (y0 - top);
				sum += (1 - fy) * ((1 - fx) * (grey[i] & 255) + fx * (grey[i + 1] &
					255)) + fy * ((1 - fx) * (grey[i + width] & 255) + fx * (grey[i +
						width + 1] & 255));
			}
			sums[pixel] = sum;
		}
	}

	/** Grey value at a point whose neighbours may lie beyond the border. */
	private double at(final double x, final double y) {
		final long x0 = (long) Math.floor(x);
		final long y0 = (long) Math.floor(y);
		final double fx = x - x0;
		final double fy = y - y0;
		return (1 - fy) * ((1 - fx) * voxel(x0, y0) + fx * voxel(x0 + 1, y0)) + fy *
			((1 - fx) * voxel(x0, y0 + 1) + fx * voxel(x0 + 1, y0 + 1));
	}

	private int voxel(final long x, final long y) {
		return voxels[(int) (reflect(x, xSize) - box.xMin() + box.xSize() *
			(reflect(y, ySize) - box.yMin()))] & 255;
	}
}
