
package org.twostream.query.sampler;

import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;

import org.twostream.core.Seed;
import org.twostream.net.Matrix;

/**
 * A linear stand-in, on the features, for the learning-loss module, trained by
 * its objective: for a pair of points max(0, -sgn(l_i - l_j) (m_i - m_j) + 1),
 * l the losses and m what is predicted (Yoo, Kweon 2019, equation 2; margin 1),
 * with momentum 0.9 and weight decay 5e-4 as there. Only the order of the
 * predictions means anything.
 */
final class LossModule {

	private static final int STEPS = 2000;
	private static final double RATE = 0.01;
	private static final double MOMENTUM = 0.9;
	private static final double DECAY = 5e-4;

	private final double[] weights;

	private LossModule(final int columns) {
		weights = new double[columns];
	}

	/** @param losses of some rows, at least one */
	static LossModule of(final Matrix z, final SortedMap<Integer, Double> losses,
		final Seed seed)
	{
		final LossModule module = new LossModule(z.columns());
		final double[] velocity = new double[z.columns()];
		final int[] rows = losses.keySet().stream().mapToInt(Integer::intValue)
			.toArray();
		final double[] known = losses.entrySet().stream().mapToDouble(
			Map.Entry::getValue).toArray();
		final SplittableRandom random = seed.random();
		for (int step = 0; step < STEPS; step++) {
			final int i = random.nextInt(rows.length);
			final int j = random.nextInt(rows.length);
			final double sign = Math.signum(known[i] - known[j]);
			module.step(z.row(rows[i]), z.row(rows[j]), sign, velocity);
		}
		return module;
	}

	private void step(final float[] a, final float[] b, final double sign,
		final double[] velocity)
	{
		final boolean pushes = sign != 0 && sign * (loss(a) - loss(b)) < 1;
		for (int k = 0; k < weights.length; k++) {
			final double gradient = DECAY * weights[k] - (pushes ? sign *
				((double) a[k] - b[k]) : 0);
			velocity[k] = MOMENTUM * velocity[k] + gradient;
			weights[k] -= RATE * velocity[k];
		}
	}

	/** What is predicted, in units of its own. */
	double loss(final float[] z) {
		double sum = 0;
		for (int k = 0; k < weights.length; k++)
			sum += weights[k] * z[k];
		return sum;
	}
}
