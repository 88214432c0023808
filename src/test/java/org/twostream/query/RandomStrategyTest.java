
package org.twostream.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.net.Matrix;

class RandomStrategyTest {

	private static final int N = 400;
	private static final Embeddings ANY = new Embeddings(new Matrix(
		new float[N][1], 1), new Matrix(new float[N][1], 1));

	/**
	 * All ROIs start as True, the asked keep their answers: accuracy p(1 - s/N) +
	 * s/N.
	 */
	@Test
	void accuracyIsTheFormulaOfThePaper() {
		final boolean[] truth = new boolean[N];
		final SplittableRandom random = new SplittableRandom(5);
		int trues = 0;
		for (int i = 0; i < N; i++) {
			truth[i] = random.nextDouble() < 0.762;
			if (truth[i]) trues++;
		}
		final int s = 90;
		final int runs = 2000;
		double correct = 0;
		for (int run = 0; run < runs; run++) {
			final Suggestion suggestion = Strategies.named("random").suggest(
				new QueryRequest(ANY, Set.of(), new Budget(s, 1, 1, 1), new Seed(run),
					1), Progress.NONE);
			correct += trues;
			for (final Query q : suggestion.queries())
				if (!truth[q.roi()]) correct++;
		}
		final double p = (double) trues / N;
		final double f = (double) s / N;
		// Standard error of the mean of 2000 hypergeometric draws, 5 of them.
		final double sd = Math.sqrt(p * (1 - p) * s * (1 - f) / runs) / N;
		assertEquals(p * (1 - f) + f, correct / runs / N, 5 * sd);
	}

	@Test
	void everyRoiIsAsLikely() {
		final int[] drawn = new int[N];
		for (int seed = 0; seed < 4000; seed++)
			for (final Query q : Strategies.named("random").suggest(new QueryRequest(
				ANY, Set.of(0), new Budget(20, 1, 1, 1), new Seed(seed), 1),
				Progress.NONE).queries())
				drawn[q.roi()]++;
		assertEquals(0, drawn[0]);
		final double expected = 4000 * 20.0 / (N - 1);
		double chiSquare = 0;
		for (int i = 1; i < N; i++)
			chiSquare += (drawn[i] - expected) * (drawn[i] - expected) / expected;
		// 398 degrees of freedom: 398 +- 5 * sqrt(2 * 398)
		assertTrue(Math.abs(chiSquare - 398) < 5 * Math.sqrt(2 * 398),
			"chi square " + chiSquare);
	}
}
