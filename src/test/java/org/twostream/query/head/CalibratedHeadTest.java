
package org.twostream.query.head;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.twostream.core.Answer;
import org.twostream.core.Seed;
import org.twostream.net.Matrix;
import org.twostream.query.cluster.Blobs;
import org.twostream.query.cluster.Workers;

class CalibratedHeadTest {

	private static final int N = 4000;

	/** Points whose log odds are 2 z0 - z1 + 0.5. */
	private static double odds(final float[] z) {
		return 2 * z[0] - z[1] + 0.5;
	}

	private static Matrix points(final int n) {
		final SplittableRandom random = new SplittableRandom(6);
		final float[][] z = new float[n][5];
		for (final float[] row : z)
			for (int j = 0; j < 5; j++)
				row[j] = (float) random.nextDouble(-2, 2);
		return new Matrix(z, 5);
	}

	private static Map<Integer, Answer> answers(final Matrix z, final int n) {
		final SplittableRandom random = new SplittableRandom(7);
		final Map<Integer, Answer> answers = new HashMap<>();
		for (int i = 0; i < n; i++)
			answers.put(i, random.nextDouble() < 1 / (1 + Math.exp(-odds(z.row(i))))
				? Answer.TRUE : Answer.FALSE);
		return answers;
	}

	@Test
	void findsTheOddsThatMadeTheAnswers() {
		final Matrix z = points(N);
		final CalibratedHead head = CalibratedHead.of(z, answers(z, N), new Seed(1))
			.orElseThrow();
		final float[] w = head.head().weights().row(1);
		assertEquals(2, 2 * w[0], 0.2);
		assertEquals(-1, 2 * w[1], 0.2);
		assertEquals(0, w[3], 0.1);
		double worst = 0;
		for (int i = 0; i < 200; i++)
			worst = Math.max(worst, Math.abs(head.probability(z.row(i)) - 1 / (1 +
				Math.exp(-odds(z.row(i))))));
		assertTrue(worst < 0.05, "off by " + worst);
		assertEquals(N, head.losses().size());
	}

	@Test
	void probabilitiesHoldEvenWithFewerAnswersThanFeatures() {
		final SplittableRandom random = new SplittableRandom(9);
		final float[][] rows = new float[N][100];
		for (final float[] row : rows)
			for (int j = 0; j < 100; j++)
				row[j] = (float) random.nextDouble(-1, 1);
		final Matrix z = new Matrix(rows, 100);
		final Map<Integer, Answer> all = answers(z, N);
		final Map<Integer, Answer> some = new HashMap<>(all);
		some.keySet().removeIf(i -> i >= 60);
		final CalibratedHead head = CalibratedHead.of(z, some, new Seed(1))
			.orElseThrow();
		double said = 0;
		int right = 0;
		for (int i = 60; i < N; i++) {
			final double p = head.probability(z.row(i));
			said += Math.max(p, 1 - p);
			if (p >= 0.5 == (all.get(i) == Answer.TRUE)) right++;
		}
		// How sure it is of itself is how often it is right.
		assertEquals((double) right / (N - 60), said / (N - 60), 0.12);
	}

	@Test
	void theFitIsWhereTheGradientVanishes() {
		final Matrix z = points(80);
		final boolean[] real = new boolean[80];
		answers(z, 80).forEach((i, a) -> real[i] = a == Answer.TRUE);
		final float[][] rows = new float[80][];
		for (int i = 0; i < 80; i++)
			rows[i] = z.row(i);
		final double[] w = LogisticRegression.fit(rows, real, 0.01);
		for (int j = 0; j <= 5; j++) {
			double gradient = j < 5 ? 0.01 * w[j] : 0;
			for (int i = 0; i < 80; i++) {
				final double p = 1 / (1 + Math.exp(-LogisticRegression.margin(w,
					rows[i])));
				gradient += (p - (real[i] ? 1 : 0)) * (j < 5 ? rows[i][j] : 1) / 80;
			}
			assertEquals(0, gradient, 1e-5);
		}
	}

	@Test
	void fewOrOneSidedAnswersMakeNone() {
		final Matrix z = points(10);
		for (final Map<Integer, Answer> few : List.<Map<Integer, Answer>> of(Map
			.of(), Map.of(0, Answer.TRUE, 1, Answer.TRUE, 2, Answer.TRUE, 3,
				Answer.FALSE), Map.of(0, Answer.UNSURE, 1, Answer.UNSURE)))
			assertTrue(CalibratedHead.of(z, few, new Seed(1)).isEmpty());
		final CalibratedHead head = CalibratedHead.of(z, Map.of(0, Answer.TRUE, 1,
			Answer.TRUE, 2, Answer.FALSE, 3, Answer.FALSE), new Seed(1))
			.orElseThrow();
		for (int i = 0; i < 10; i++)
			assertTrue(head.probability(z.row(i)) > 0 && head.probability(z.row(
				i)) < 1);
	}

	@Test
	void featuresKeepDistancesOfTheirComponents() {
		// 300 columns that only mix four: four components say everything
		final Matrix four = Blobs.of(500, 4, 9, 10, 1);
		final SplittableRandom random = new SplittableRandom(3);
		final float[][] mix = new float[4][300];
		for (final float[] row : mix)
			for (int j = 0; j < 300; j++)
				row[j] = (float) random.nextDouble(-1, 1);
		final float[][] wide = new float[500][300];
		for (int i = 0; i < 500; i++)
			for (int j = 0; j < 300; j++)
				for (int k = 0; k < 4; k++)
					wide[i][j] += four.row(i)[k] * mix[k][j];
		final Matrix z;
		try (Workers workers = new Workers(2)) {
			z = Features.of(List.of(four, new Matrix(wide, 300)), new Seed(1),
				workers);
		}
		assertEquals(4 + Features.COMPONENTS, z.columns());
		double ratio = 0;
		for (int i = 1; i < 100; i++) {
			final double far = distance(wide[i], wide[0], 0, 300);
			final double near = distance(z.row(i), z.row(0), 4, z.columns());
			if (i == 1) ratio = near / far;
			assertEquals(ratio * far, near, 2e-3 * near);
		}
		double norm = 0;
		for (int i = 0; i < 500; i++)
			norm += distance(z.row(i), new float[z.columns()], 0, z.columns());
		assertEquals(1 + Features.FURTHER * Features.FURTHER, norm / 500, 1e-3);
	}

	private static double distance(final float[] a, final float[] b,
		final int from, final int to)
	{
		double sum = 0;
		for (int j = from; j < to; j++)
			sum += ((double) a[j] - b[j]) * (a[j] - b[j]);
		return sum;
	}
}
