
package org.twostream.experiment.cifar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.experiment.ExperimentResult;
import org.twostream.experiment.Measured;
import org.twostream.net.Matrix;
import org.twostream.query.head.LinearHead;

class SamplerTableTest {

	private static final int COLUMNS = 12;

	/** Points around one middle per class; class c is image i % 10. */
	private static Matrix points(final int n, final long seed) {
		final SplittableRandom middles = new SplittableRandom(5);
		final float[][] middle = new float[Cifar10.CLASSES][COLUMNS];
		for (final float[] m : middle)
			for (int j = 0; j < COLUMNS; j++)
				m[j] = (float) middles.nextGaussian();
		final SplittableRandom random = new SplittableRandom(seed);
		final float[][] rows = new float[n][COLUMNS];
		for (int i = 0; i < n; i++)
			for (int j = 0; j < COLUMNS; j++)
				rows[i][j] = middle[i % Cifar10.CLASSES][j] + 0.7f * (float) random
					.nextGaussian();
		return new Matrix(rows, COLUMNS);
	}

	private static int[] labels(final int n) {
		final int[] labels = new int[n];
		for (int i = 0; i < n; i++)
			labels[i] = i % Cifar10.CLASSES;
		return labels;
	}

	private static ExperimentResult run(final int threads) {
		return new SamplerTable(points(600, 1), labels(600), points(300, 2), labels(
			300)).run(List.of(new Seed(1), new Seed(2)), threads, Progress.NONE);
	}

	@Test
	void everySamplerLearnsAndAsksWhatItMay() {
		final ExperimentResult result = run(1);
		assertEquals(2 * ImageSampler.all().size(), result.rows().size());
		for (final Measured m : result.rows()) {
			assertEquals(m.name().endsWith("10 %") ? 60 : 120, m.asked());
			assertTrue(m.interval().mean() > 0.5, m.name() + " " + m.interval()
				.text());
		}
	}

	@Test
	void threadsDoNotChangeTheOutcome() {
		final ExperimentResult one = run(1);
		final ExperimentResult two = run(2);
		for (int i = 0; i < one.rows().size(); i++)
			assertArrayEquals(one.rows().get(i).values(), two.rows().get(i).values(),
				one.rows().get(i).name());
	}

	@Test
	void theHeadFindsTheSlopeOfTheGradientZero() {
		final Matrix z = points(200, 3);
		final int[] rows = java.util.stream.IntStream.range(0, 200).toArray();
		final LinearHead head = SoftmaxRegression.fit(z, rows, labels(200),
			Cifar10.CLASSES);
		// at the minimum: mean (p - y) x = -1e-3 w
		for (int c = 0; c < Cifar10.CLASSES; c++)
			for (int j = 0; j < COLUMNS; j++) {
				double g = 0;
				for (final int row : rows)
					g += (LinearHead.softmax(head.scores(z.row(row)))[c] - (row %
						Cifar10.CLASSES == c ? 1 : 0)) * z.row(row)[j] / rows.length;
				assertEquals(0, g + 1e-3 * head.weights().row(c)[j], 2e-3);
			}
	}

	@Test
	void tooFewImagesAreRefused() {
		assertThrows(UserError.class, () -> new SamplerTable(points(50, 1), labels(
			50), points(50, 2), labels(50)));
	}
}
