
package org.twostream.net;

/**
 * Adam (Kingma and Ba 2015) and its schedule.
 *
 * @param learningRate peak learning rate
 * @param steps steps of the whole training: the rate rises linearly over the
 *          first {@code warmUp} and then falls to 0 along a half cosine
 * @param warmUp steps
 * @param weightDecay L2, on convolution and linear weights only
 * @param amsgrad the variant of Reddi et al. 2018
 */
public record Optimizer(double learningRate, int steps, int warmUp,
		double weightDecay, boolean amsgrad) {

	/** Adam 1e-3, cosine, ten warm-up steps. */
	public static Optimizer cosine(final double learningRate, final int steps) {
		return new Optimizer(learningRate, steps, Math.min(10, steps / 4), 1e-6,
			false);
	}

	/** Learning rate of a step, 0-based. */
	public double rate(final int step) {
		if (step < warmUp) return learningRate * (step + 1) / warmUp;
		final double t = (double) (step - warmUp) / Math.max(1, steps - warmUp);
		return learningRate * 0.5 * (1 + Math.cos(Math.PI * Math.min(1, t)));
	}
}
