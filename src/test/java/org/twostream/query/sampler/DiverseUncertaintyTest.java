
package org.twostream.query.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.twostream.core.Answer;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.net.Matrix;

class DiverseUncertaintyTest {

	private static final int GROUPS = 4;
	private static final int EACH = 10;
	/** Rows that are sure: on either side of the plane x = 0. */
	private static final int SURE = 200;

	/**
	 * Four groups of ten at x = 0, far from each other along y, and rows at x =
	 * -50 and 50 with any y.
	 */
	private static Matrix points() {
		final SplittableRandom random = new SplittableRandom(5);
		final float[][] rows = new float[GROUPS * EACH + SURE][];
		for (int i = 0; i < rows.length; i++)
			rows[i] = i < GROUPS * EACH ? new float[] { (float) random.nextDouble(-1,
				1), 100 * (i / EACH) + (float) random.nextDouble(-2, 2) }
				: new float[] { i % 2 == 0 ? 50 : -50, (float) random.nextDouble(-200,
					500) };
		return new Matrix(rows, 2);
	}

	private static final Matrix POINTS = points();

	private static StubPool pool(final Map<Integer, Answer> answers) {
		return new StubPool(POINTS, answers.keySet(), answers, Optional.empty(),
			Optional.empty(), new Seed(3));
	}

	private static Map<Integer, Answer> answers() {
		final Map<Integer, Answer> answers = new HashMap<>();
		for (int i = GROUPS * EACH; i < GROUPS * EACH + 60; i++)
			answers.put(i, POINTS.row(i)[0] > 0 ? Answer.TRUE : Answer.FALSE);
		return answers;
	}

	/** The row of a group that is nearest to the group's mean. */
	private static int middle(final int group) {
		final double[] mean = new double[2];
		for (int i = 0; i < EACH; i++)
			for (int j = 0; j < 2; j++)
				mean[j] += POINTS.row(group * EACH + i)[j] / EACH;
		int best = -1;
		double least = Double.POSITIVE_INFINITY;
		for (int i = group * EACH; i < (group + 1) * EACH; i++) {
			final double d = Math.hypot(POINTS.row(i)[0] - mean[0], POINTS.row(i)[1] -
				mean[1]);
			if (d >= least) continue;
			least = d;
			best = i;
		}
		return best;
	}

	@Test
	void oneOfEachUnsureGroupIsAskedTheMostTypical() {
		final int[] rows = new DiverseUncertainty().choose(pool(answers()), GROUPS,
			Progress.NONE).rows();
		Arrays.sort(rows);
		for (int g = 0; g < GROUPS; g++)
			assertEquals(middle(g), rows[g]);
	}

	@Test
	void withoutAnswersTypicalOnesOfAllAreAsked() {
		final int[] rows = new DiverseUncertainty().choose(pool(Map.of()), 12,
			Progress.NONE).rows();
		final Set<Integer> sides = new HashSet<>();
		for (final int row : rows)
			sides.add(Math.round(POINTS.row(row)[0] / 50));
		assertEquals(12, Arrays.stream(rows).distinct().count());
		assertEquals(Set.of(-1, 0, 1), sides);
	}

	@Test
	void aBatchMayTakeAllThatIsLeft() {
		final StubPool pool = pool(answers());
		final int[] rows = new DiverseUncertainty().choose(pool, pool.open().length,
			Progress.NONE).rows();
		Arrays.sort(rows);
		assertTrue(Arrays.equals(pool.open(), rows));
	}
}
