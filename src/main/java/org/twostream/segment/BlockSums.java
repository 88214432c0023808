
package org.twostream.segment;

import org.twostream.core.Box;

/**
 * The weighted sums of overlapping windows over one box of a volume. A voxel's
 * sum is made in the order in which windows are added; its norm comes from the
 * lattice of the whole volume. Not thread-safe.
 */
final class BlockSums {

	/**
	 * Added before truncation: what sums of single precision miss must not make
	 * 254 of a certain 255.
	 */
	private static final float ROUNDING = 0.004f;

	private final Box box;
	private final WindowSize window;
	private final float[] fx;
	private final float[] fy;
	private final float[] fz;
	private final float[][] sums;

	/**
	 * @param window voxels of each window that is added
	 */
	BlockSums(final Box box, final WindowSize window, final Blending blending,
		final int channels)
	{
		this.box = box;
		this.window = window;
		fx = blending.axis(window.x());
		fy = blending.axis(window.y());
		fz = blending.axis(window.z());
		sums = new float[channels][box.arrayLength()];
	}

	/**
	 * Adds the part of a window that lies in the box.
	 *
	 * @param probabilities (channel, z, y, x)
	 * @param from where the window lies; touches the box
	 */
	void add(final float[] probabilities, final Box from) {
		final Box common = from.intersect(box);
		final int n = (int) common.xSize();
		final int x0 = (int) (common.xMin() - from.xMin());
		for (int c = 0; c < sums.length; c++)
			for (long z = common.zMin(); z < common.zMax(); z++)
				for (long y = common.yMin(); y < common.yMax(); y++) {
					final int wz = (int) (z - from.zMin());
					final int wy = (int) (y - from.yMin());
					final int p = ((c * window.z() + wz) * window.y() + wy) * window.x() +
						x0;
					final int t = (int) (((z - box.zMin()) * box.ySize() + y - box
						.yMin()) * box.xSize() + common.xMin() - box.xMin());
					addRow(sums[c], t, probabilities, p, fz[wz] * fy[wy], fx, x0, n);
				}
	}

	private static void addRow(final float[] sum, final int t,
		final float[] probabilities, final int p, final float fyz, final float[] fx,
		final int x, final int n)
	{
		for (int i = 0; i < n; i++)
			sum[t + i] += (Blending.FLOOR + fyz * fx[x + i]) * probabilities[p + i];
	}

	/**
	 * @param xs all windows of the volume along x
	 * @param ys along y
	 * @param zs along z
	 * @return per channel the weighted mean * 255, truncated, x fastest
	 */
	byte[][] bytes(final Lattice xs, final Lattice ys, final Lattice zs) {
		final int xn = (int) box.xSize();
		final int yn = (int) box.ySize();
		final float[] sx = xs.sums(fx, box.xMin(), box.xMax());
		final float[] sy = ys.sums(fy, box.yMin(), box.yMax());
		final float[] sz = zs.sums(fz, box.zMin(), box.zMax());
		final float[] nx = xs.counts(box.xMin(), box.xMax());
		final float[] ny = ys.counts(box.yMin(), box.yMax());
		final float[] nz = zs.counts(box.zMin(), box.zMax());
		final byte[][] bytes = new byte[sums.length][sums[0].length];
		for (int c = 0; c < sums.length; c++)
			for (int r = 0; r < sums[c].length / xn; r++)
				row(sums[c], bytes[c], r * xn, nz[r / yn] * ny[r % yn], nx, sz[r / yn] *
					sy[r % yn], sx);
		return bytes;
	}

	private static void row(final float[] sum, final byte[] bytes, final int t,
		final float count, final float[] counts, final float weight,
		final float[] weights)
	{
		for (int i = 0; i < weights.length; i++) {
			final float norm = Blending.FLOOR * count * counts[i] + weight *
				weights[i];
			bytes[t + i] = (byte) (int) Math.min(255, 255 * sum[t + i] / norm +
				ROUNDING);
		}
	}
}
