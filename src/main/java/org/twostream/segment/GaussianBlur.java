
package org.twostream.segment;

/**
 * Smooths planes with a Gaussian that is cut at four standard deviations; the
 * outermost pixels go on beyond the border (scipy's {@code gaussian_filter}
 * with mode "nearest"). Immutable and thread-safe.
 */
final class GaussianBlur {

	private final float[] weights;

	/**
	 * @param sigma standard deviation in pixels, above 0
	 */
	GaussianBlur(final double sigma) {
		final int radius = (int) (4 * sigma + 0.5);
		final double[] exact = new double[2 * radius + 1];
		double sum = 0;
		for (int i = -radius; i <= radius; i++)
			sum += exact[radius + i] = StrictMath.exp(-0.5 * i * i / (sigma * sigma));
		weights = new float[exact.length];
		for (int i = 0; i < exact.length; i++)
			weights[i] = (float) (exact[i] / sum);
	}

	/** Pixels further away have no influence. */
	int radius() {
		return weights.length / 2;
	}

	/**
	 * @param plane x fastest, changed in place
	 * @param xn columns
	 * @param yn rows
	 */
	void apply(final float[] plane, final int xn, final int yn) {
		final int r = radius();
		final float[] row = new float[xn + 2 * r];
		final float[] across = new float[xn * yn];
		for (int y = 0; y < yn; y++) {
			System.arraycopy(plane, y * xn, row, r, xn);
			for (int i = 0; i < r; i++) {
				row[i] = row[r];
				row[r + xn + i] = row[r + xn - 1];
			}
			for (int t = 0; t < weights.length; t++)
				add(weights[t], row, t, across, y * xn, xn);
		}
		java.util.Arrays.fill(plane, 0, xn * yn, 0);
		for (int y = 0; y < yn; y++)
			for (int t = 0; t < weights.length; t++)
				add(weights[t], across, Math.max(0, Math.min(yn - 1, y + t - r)) * xn,
					plane, y * xn, xn);
	}

	private static void add(final float weight, final float[] source,
		final int from, final float[] sum, final int to, final int n)
	{
		for (int i = 0; i < n; i++)
			sum[to + i] += weight * source[from + i];
	}
}
