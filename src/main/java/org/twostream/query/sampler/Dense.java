
package org.twostream.query.sampler;

import java.util.SplittableRandom;

import org.twostream.query.head.Dot;

/**
 * A fully connected layer with its gradient and its Adam state (Kingma, Ba
 * 2015: rates 0.9, 0.999, 1e-8; step 1e-3). Not thread-safe but for
 * {@link #forward}.
 */
final class Dense {

	private static final double RATE = 1e-3;

	/** One row per output, the bias last. */
	final float[][] weights;
	final float[][] gradient;
	private final float[][] first;
	private final float[][] second;

	/** Weights uniform within 1 / sqrt(inputs), as PyTorch starts. */
	Dense(final int inputs, final int outputs, final SplittableRandom random) {
		weights = new float[outputs][inputs + 1];
		gradient = new float[outputs][inputs + 1];
		first = new float[outputs][inputs + 1];
		second = new float[outputs][inputs + 1];
		final double most = 1 / Math.sqrt(inputs);
		for (final float[] row : weights)
			for (int j = 0; j < row.length; j++)
				row[j] = (float) random.nextDouble(-most, most);
	}

	float[] forward(final float[] x) {
		final float[] y = new float[weights.length];
		for (int o = 0; o < y.length; o++)
			y[o] = Dot.of(weights[o], x) + weights[o][x.length];
		return y;
	}

	/**
	 * Adds to the gradient.
	 *
	 * @param x what came in
	 * @param back the loss by each output
	 * @return the loss by each input
	 */
	float[] backward(final float[] x, final float[] back) {
		final float[] in = new float[x.length];
		for (int o = 0; o < back.length; o++) {
			final float b = back[o];
			if (b == 0) continue;
			final float[] w = weights[o];
			final float[] g = gradient[o];
			for (int j = 0; j < x.length; j++)
				g[j] += b * x[j];
			g[x.length] += b;
			for (int j = 0; j < x.length; j++)
				in[j] += b * w[j];
		}
		return in;
	}

	/** A step of Adam, the n-th from 1; forgets the gradient. */
	void step(final int n) {
		final double one = 1 - Math.pow(0.9, n);
		final double two = 1 - Math.pow(0.999, n);
		for (int o = 0; o < weights.length; o++)
			for (int j = 0; j < weights[o].length; j++) {
				final float g = gradient[o][j];
				first[o][j] = 0.9f * first[o][j] + 0.1f * g;
				second[o][j] = 0.999f * second[o][j] + 0.001f * g * g;
				weights[o][j] -= (float) (RATE * (first[o][j] / one) / (Math.sqrt(
					second[o][j] / two) + 1e-8));
				gradient[o][j] = 0;
			}
	}
}
