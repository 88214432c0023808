
package org.twostream.net;

/**
 * How gradients change weights.
 *
 * @param rule what is done with a gradient
 * @param schedule the learning rate
 * @param weightDecay pulls convolution and linear weights to 0, never biases or
 *          normalisation: a part of the gradient (L2), of {@link Rule#ADAMW}
 *          beside it
 * @param clip a gradient whose Euclidean norm over all parameters is longer is
 *          cut to this; 0 for never
 * @param average decay of the moving average of the weights, 0..1: step t adds
 *          1 - min(average, (t - 1) / (t + 9)) of the difference, so that the
 *          first weights are soon forgotten; 0 for no average
 */
public record Optimizer(Rule rule, Schedule schedule, double weightDecay,
		double clip, double average) {

	/** What is done with a gradient; momentum 0.9, for Adam 0.9 and 0.999. */
	public enum Rule {
			/** Kingma and Ba 2015. */
			ADAM,
			/** Adam as changed by Reddi et al. 2018. */
			AMSGRAD,
			/** Loshchilov and Hutter 2019. */
			ADAMW,
			/** Stochastic gradient descent with momentum, not Nesterov's. */
			SGD,
			/**
			 * Adam as the dissertation's networks were trained: momenta 1 - 10^-1.5
			 * and 1 - 10^-2.1, epsilon 1e-7 (reference model.md 6.2).
			 */
			ADAM_HYBRID
	}

	/** Adam along a half cosine with ten warm-up steps, weight decay 1e-6. */
	public static Optimizer cosine(final double learningRate, final int steps) {
		return new Optimizer(Rule.ADAM, Schedule.cosine(learningRate, steps), 1e-6,
			0, 0);
	}

	/** Steps of the whole training. */
	public int steps() {
		return schedule.steps();
	}

	/** Learning rate of a step, 0-based. */
	public double rate(final int step) {
		return schedule.rate(step);
	}
}
