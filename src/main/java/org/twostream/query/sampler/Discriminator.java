
package org.twostream.query.sampler;

import java.util.SplittableRandom;

import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.net.Matrix;
import org.twostream.query.cluster.Workers;

/**
 * Tells asked rows from open ones: two hidden layers of {@link #HIDDEN} with
 * ReLU and one output, binary cross-entropy, Adam with rate 1e-3, 200 steps of
 * 32 rows of each kind. The original has 512 a layer and steps along with the
 * training of a whole network; on a hundred features that is more than there is
 * to learn. Not thread-safe while it is being trained.
 */
final class Discriminator {

	static final int HIDDEN = 32;
	private static final int STEPS = 200;
	private static final int BATCH = 32;

	private final Dense[] layers;
	private final Seed seed;

	Discriminator(final int inputs, final Seed seed) {
		this.seed = seed;
		final SplittableRandom random = seed.of("weights").random();
		layers = new Dense[] { new Dense(inputs, HIDDEN, random), new Dense(HIDDEN,
			HIDDEN, random), new Dense(HIDDEN, 1, random) };
	}

	/** @param asked and open with at least one row each */
	void train(final Matrix asked, final Matrix open, final Progress progress) {
		final SplittableRandom random = seed.of("steps").random();
		for (int step = 1; step <= STEPS; step++) {
			progress.check();
			progress.report((double) step / STEPS, "Learning what was asked");
			for (int i = 0; i < BATCH; i++) {
				learn(asked.row(random.nextInt(asked.rows())), 1);
				learn(open.row(random.nextInt(open.rows())), 0);
			}
			for (final Dense layer : layers)
				layer.step(step);
		}
	}

	/** Adds the gradient of one point's share of the batch's mean loss. */
	void learn(final float[] x, final int target) {
		final float[][] values = forward(x);
		final double p = 1 / (1 + Math.exp(-values[layers.length][0]));
		float[] back = { (float) ((p - target) / (2 * BATCH)) };
		for (int l = layers.length - 1; l >= 0; l--) {
			back = layers[l].backward(values[l], back);
			if (l > 0) for (int j = 0; j < back.length; j++)
				if (values[l][j] <= 0) back[j] = 0;
		}
	}

	/** The log odds that a row was asked. */
	double score(final float[] x) {
		return forward(x)[layers.length][0];
	}

	double[] scores(final float[][] rows, final Workers workers) {
		final double[] scores = new double[rows.length];
		workers.forEach((rows.length + 999) / 1000, u -> {
			for (int i = u * 1000; i < Math.min(rows.length, u * 1000 + 1000); i++)
				scores[i] = score(rows[i]);
		});
		return scores;
	}

	Dense layer(final int l) {
		return layers[l];
	}

	private float[][] forward(final float[] x) {
		final float[][] values = new float[layers.length + 1][];
		values[0] = x;
		for (int l = 0; l < layers.length; l++) {
			values[l + 1] = layers[l].forward(values[l]);
			if (l < layers.length - 1) for (int j = 0; j < values[l + 1].length; j++)
				values[l + 1][j] = Math.max(0, values[l + 1][j]);
		}
		return values;
	}
}
