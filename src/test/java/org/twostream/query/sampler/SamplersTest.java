
package org.twostream.query.sampler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.twostream.core.Answer;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.net.Matrix;
import org.twostream.query.cluster.Blobs;
import org.twostream.query.cluster.KMeans;
import org.twostream.query.cluster.Workers;
import org.twostream.query.head.CalibratedHead;

/** Samplers that need no head against literal versions. */
class SamplersTest {

	private static final Matrix Z = Blobs.of(400, 6, 11, 25, 3);

	private static boolean[] truth(final double share) {
		final SplittableRandom random = new SplittableRandom(2);
		final boolean[] truth = new boolean[Z.rows()];
		for (int i = 0; i < truth.length; i++)
			truth[i] = random.nextDouble() < share;
		return truth;
	}

	private static Pool pool(final boolean[] truth, final Set<Integer> asked) {
		final Map<Integer, Answer> answers = new HashMap<>();
		for (final int i : asked)
			answers.put(i, truth[i] ? Answer.TRUE : Answer.FALSE);
		return new StubPool(Z, asked, answers, Optional.empty(), Optional.of(truth),
			new Seed(4));
	}

	@Test
	void balancedRandomFillsBothKindsAlike() {
		final boolean[] truth = truth(0.1);
		final int reals = (int) IntStream.range(0, 400).filter(i -> truth[i])
			.count();
		for (final int total : new int[] { 0, 1, 20, 75, 300, 400 }) {
			final int[] rows = new BalancedRandom().choose(pool(truth, Set.of()),
				total, Progress.NONE).rows();
			assertEquals(total, Arrays.stream(rows).distinct().count());
			// Water-filling, one at a time to the kind that has fewer.
			int yes = 0, no = 0;
			for (int n = 0; n < total; n++)
				if (no <= yes && no < 400 - reals || yes == reals) no++;
				else yes++;
			assertEquals(yes, Arrays.stream(rows).filter(i -> truth[i]).count());
		}
	}

	@Test
	void partsShareEverythingOnceAndTheBudget() {
		final Pool pool = StubPool.of(Z, Set.of(5, 17, 333, 8, 9));
		final int[][] parts = Partitioned.parts(pool.open(), pool.seed().of(
			"open parts"));
		assertArrayEquals(pool.open(), Arrays.stream(parts).flatMapToInt(
			Arrays::stream).sorted().toArray());
		for (final int total : new int[] { 0, 7, 64, 395 }) {
			final int[] rows = new Partitioned(new CoreSet()).choose(pool, total,
				Progress.NONE).rows();
			assertEquals(total, Arrays.stream(rows).distinct().count());
			for (int p = 0; p < 10; p++) {
				final int[] part = parts[p];
				assertEquals(total / 10 + (p < total % 10 ? 1 : 0), Arrays.stream(rows)
					.filter(i -> Arrays.binarySearch(part, i) >= 0).count());
			}
		}
	}

	@Test
	void eachPartIsCoveredAsTheNaiveVersionDoes() {
		final Pool pool = StubPool.of(Z, Set.of(5, 17, 333, 8, 9, 10, 11, 12, 13,
			14, 15, 16));
		final int[][] open = Partitioned.parts(pool.open(), pool.seed().of(
			"open parts"));
		final int[][] asked = Partitioned.parts(pool.asked(), pool.seed().of(
			"asked parts"));
		final List<Integer> expected = new ArrayList<>();
		for (int p = 0; p < 10; p++) {
			final List<Integer> covered = Arrays.stream(asked[p]).boxed().collect(
				Collectors.toList());
			for (int n = 0; n < 6; n++) {
				int best = -1;
				double farthest = -1;
				for (final int i : open[p]) {
					double nearest = Double.POSITIVE_INFINITY;
					for (final int c : covered)
						nearest = Math.min(nearest, KMeans.squaredDistance(Z.row(i), Z.row(
							c)));
					if (nearest > farthest) {
						farthest = nearest;
						best = i;
					}
				}
				covered.add(best);
				expected.add(best);
			}
		}
		assertEquals(expected, Arrays.stream(new Partitioned(new CoreSet()).choose(
			pool, 60, Progress.NONE).rows()).boxed().toList());
	}

	@Test
	void balancingPicksAsTheLiteralVersion() {
		final boolean[] truth = truth(0.3);
		final Set<Integer> asked = IntStream.range(0, 60).boxed().collect(Collectors
			.toSet());
		final Pool pool = pool(truth, asked);
		final int[] rows = new Balancing().choose(pool, 60, Progress.NONE).rows();
		final SplittableRandom random = pool.seed().of("balancing").random();
		final List<Integer> known = new ArrayList<>(asked);
		final List<Integer> open = Arrays.stream(pool.open()).boxed().collect(
			Collectors.toList());
		int guided = 0;
		for (int n = 0; n < 60; n++) {
			final List<Integer> yes = known.stream().filter(i -> truth[i]).toList();
			final List<Integer> no = known.stream().filter(i -> !truth[i]).toList();
			final boolean rareIsReal = yes.size() < no.size();
			final int next;
			if (60 - n <= Math.abs(yes.size() - no.size())) {
				guided++;
				final double[] rare = mean(rareIsReal ? yes : no);
				final double[] common = mean(rareIsReal ? no : yes);
				next = open.stream().min((a, b) -> Double.compare(squared(a, rare) /
					squared(a, common), squared(b, rare) / squared(b, common)))
					.orElseThrow();
			}
			else next = open.get(random.nextInt(open.size()));
			assertEquals(next, rows[n], "pick " + n);
			open.remove((Integer) next);
			known.add(next);
		}
		assertTrue(guided > 5 && guided < 55, "both rules are at work: " + guided);
	}

	private static double[] mean(final List<Integer> rows) {
		final double[] mean = new double[6];
		for (final int i : rows)
			for (int j = 0; j < 6; j++)
				mean[j] += Z.row(i)[j] / rows.size();
		return mean;
	}

	private static double squared(final int row, final double[] mean) {
		double sum = 0;
		for (int j = 0; j < 6; j++)
			sum += (Z.row(row)[j] - mean[j]) * (Z.row(row)[j] - mean[j]);
		return sum;
	}

	@Test
	void learningLossTakesTheLargestPredictedOnes() {
		final float[] losses = new float[400];
		for (int i = 0; i < 400; i++)
			losses[i] = i * 37 % 400;
		final int[] rows = new LearningLoss().choose(new StubPool(Z, Set.of(), Map
			.of(), Optional.of(losses), Optional.empty(), new Seed(1)), 25,
			Progress.NONE).rows();
		for (int n = 0; n < 25; n++)
			assertEquals(399 - n, losses[rows[n]]);
	}

	@Test
	void learningLossLooksAtASubsetOnly() {
		final int n = 30_000;
		final Matrix many = new Matrix(new float[n][1], 1);
		final float[] losses = new float[n];
		for (int i = 0; i < n; i++)
			losses[i] = i;
		final int[] rows = new LearningLoss().choose(new StubPool(many, Set.of(),
			Map.of(), Optional.of(losses), Optional.empty(), new Seed(1)), 3000,
			Progress.NONE).rows();
		// Of a third of the rows the highest 30 % reach down to 0.7 n or so.
		assertEquals(0.7 * n, Arrays.stream(rows).min().orElseThrow(), 0.02 * n);
	}

	@Test
	void theLossModuleOrdersByLoss() {
		final TreeMap<Integer, Double> losses = new TreeMap<>();
		for (int i = 0; i < 200; i++)
			losses.put(i, 3.0 + 0.02 * Z.row(i)[1] - 0.01 * Z.row(i)[4]);
		final float[][] small = new float[400][6];
		for (int i = 0; i < 400; i++)
			for (int j = 0; j < 6; j++)
				small[i][j] = Z.row(i)[j] / 50;
		final LossModule module = LossModule.of(new Matrix(small, 6), losses,
			new Seed(1));
		int right = 0, pairs = 0;
		for (int i = 200; i < 400; i++)
			for (int k = 200; k < i; k++) {
				final double known = 0.02 * (Z.row(i)[1] - Z.row(k)[1]) - 0.01 * (Z.row(
					i)[4] - Z.row(k)[4]);
				if (known * (module.loss(small[i]) - module.loss(small[k])) > 0)
					right++;
				pairs++;
			}
		assertTrue(right > 0.97 * pairs, right + " of " + pairs);
	}

	@Test
	void vaalTakesWhatLooksUnlikeWhatWasAsked() {
		// blob by blob: those of blobs 0 to 4 were asked about often
		final Set<Integer> asked = IntStream.range(0, 300).filter(i -> i % 11 < 5)
			.boxed().collect(Collectors.toSet());
		final float[][] small = new float[400][6];
		for (int i = 0; i < 400; i++)
			for (int j = 0; j < 6; j++)
				small[i][j] = Z.row(i)[j] / 30;
		final int[] rows = new Vaal().choose(StubPool.of(new Matrix(small, 6),
			asked), 100, Progress.NONE).rows();
		assertEquals(100, Arrays.stream(rows).distinct().count());
		final long unlike = Arrays.stream(rows).filter(i -> i % 11 >= 5).count();
		assertTrue(unlike > 95, unlike + " of 100");
	}

	@Test
	void theDiscriminatorLearnsByItsGradient() {
		final Discriminator d = new Discriminator(6, new Seed(3));
		final float[] x = { 0.3f, -1, 0.5f, 2, 0, -0.4f };
		d.learn(x, 1);
		for (int l = 0; l < 3; l++) {
			final Dense layer = d.layer(l);
			for (int o = 0; o < layer.weights.length; o += 7)
				for (int j = 0; j < layer.weights[o].length; j += 3) {
					final float was = layer.weights[o][j];
					layer.weights[o][j] = was + 1e-3f;
					final double up = Math.log1p(Math.exp(-d.score(x)));
					layer.weights[o][j] = was - 1e-3f;
					final double down = Math.log1p(Math.exp(-d.score(x)));
					layer.weights[o][j] = was;
					assertEquals((up - down) / 2e-3 / 64, layer.gradient[o][j], 2e-5);
				}
		}
	}

	@Test
	void scoresDoNotDependOnThreads() {
		final Discriminator d = new Discriminator(6, new Seed(3));
		final float[][] rows = IntStream.range(0, 400).mapToObj(Z::row).toArray(
			float[][]::new);
		try (Workers three = new Workers(3)) {
			final double[] scores = d.scores(rows, three);
			for (int i = 0; i < 400; i++)
				assertEquals(d.score(Z.row(i)), scores[i]);
		}
	}

	@Test
	void withFewAnswersLossesCannotBeLearned() {
		final Choice choice = new LearningLoss().choose(StubPool.of(Z, Set.of()),
			10, Progress.NONE);
		assertEquals(1, choice.notes().size());
		assertTrue(CalibratedHead.of(Z, Map.of(0, Answer.TRUE, 1, Answer.FALSE),
			new Seed(1)).isEmpty());
	}
}
