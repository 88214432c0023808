
package org.twostream.ui.page;

import org.twostream.roi.PatchFrame;

/**
 * Brings a patch to another size: triangle filter as wide as a pixel of the
 * coarser of the two, so that nothing is lost when it shrinks and nothing is
 * blocky when it grows. Immutable.
 */
final class Resampling {

	private static final int FROM = PatchFrame.SIDE;

	private final int to;
	private final int[] first;
	private final float[][] weights;

	/** @param to pixels along each side */
	Resampling(final int to) {
		this.to = to;
		first = new int[to];
		weights = new float[to][];
		final double scale = (double) FROM / to;
		final double reach = Math.max(1, scale);
		for (int i = 0; i < to; i++) {
			final double centre = (i + 0.5) * scale - 0.5;
			final int from = Math.max(0, (int) Math.ceil(centre - reach));
			final int last = Math.min(FROM - 1, (int) Math.floor(centre + reach));
			final float[] w = new float[last - from + 1];
			double sum = 0;
			for (int k = 0; k < w.length; k++) {
				w[k] = (float) Math.max(0, 1 - Math.abs(from + k - centre) / reach);
				sum += w[k];
			}
			for (int k = 0; k < w.length; k++)
				w[k] /= (float) sum;
			first[i] = from;
			weights[i] = w;
		}
	}

	/** Pixels along each side. */
	int side() {
		return to;
	}

	/** What a byte counts. */
	@FunctionalInterface
	interface Value {

		float of(byte b);
	}

	/**
	 * @param source holds a patch, x fastest, from an offset on
	 * @return x fastest
	 */
	float[] apply(final byte[] source, final int offset, final Value value) {
		final float[] table = new float[256];
		for (int i = 0; i < table.length; i++)
			table[i] = value.of((byte) i);
		final float[] rows = new float[FROM * to];
		final float[] line = new float[FROM];
		for (int y = 0; y < FROM; y++) {
			for (int x = 0; x < FROM; x++)
				line[x] = table[source[offset + FROM * y + x] & 255];
			for (int x = 0; x < to; x++) {
				final float[] w = weights[x];
				float sum = 0;
				for (int k = 0; k < w.length; k++)
					sum += w[k] * line[first[x] + k];
				rows[to * y + x] = sum;
			}
		}
		final float[] out = new float[to * to];
		for (int y = 0; y < to; y++)
			for (int k = 0; k < weights[y].length; k++) {
				final float w = weights[y][k];
				final int from = to * (first[y] + k);
				for (int x = 0; x < to; x++)
					out[to * y + x] += w * rows[from + x];
			}
		return out;
	}
}
