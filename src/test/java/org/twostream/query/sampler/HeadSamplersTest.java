
package org.twostream.query.sampler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

import org.junit.jupiter.api.Test;
import org.twostream.core.Progress;
import org.twostream.net.Matrix;
import org.twostream.query.cluster.Blobs;
import org.twostream.query.head.LinearHead;

/** Samplers by a head of three classes against literal versions. */
class HeadSamplersTest {

	private static final Matrix Z = Blobs.of(300, 6, 12, 20, 4);
	private static final Set<Integer> ASKED = Set.of(7, 9, 33, 150, 299);
	private static final Pool POOL = StubPool.of(Z, ASKED);
	private static final LinearHead HEAD = head(3, 6);

	private static LinearHead head(final int classes, final int columns) {
		final SplittableRandom random = new SplittableRandom(8);
		final float[][] w = new float[classes][columns];
		final float[] b = new float[classes];
		for (int c = 0; c < classes; c++) {
			b[c] = (float) random.nextDouble(-1, 1);
			for (int j = 0; j < columns; j++)
				w[c][j] = (float) random.nextDouble(-0.05, 0.05);
		}
		return new LinearHead(new Matrix(w, columns), b);
	}

	private static double[] scores(final int row) {
		final double[] s = new double[3];
		for (int c = 0; c < 3; c++) {
			s[c] = HEAD.biases()[c];
			for (int j = 0; j < 6; j++)
				s[c] += (double) HEAD.weights().row(c)[j] * Z.row(row)[j];
		}
		return s;
	}

	private static double[] probabilities(final int row) {
		final double[] p = Arrays.stream(scores(row)).map(Math::exp).toArray();
		final double sum = Arrays.stream(p).sum();
		return Arrays.stream(p).map(v -> v / sum).toArray();
	}

	/** One after the other the row with the least value. */
	private static int[] literal(final int total,
		final ToDoubleFunction<Integer> value)
	{
		final Set<Integer> taken = new HashSet<>(ASKED);
		final int[] chosen = new int[total];
		for (int n = 0; n < total; n++) {
			int best = -1;
			for (int i = 0; i < Z.rows(); i++)
				if (!taken.contains(i) && (best < 0 || value.applyAsDouble(i) < value
					.applyAsDouble(best))) best = i;
			taken.add(best);
			chosen[n] = best;
		}
		return chosen;
	}

	private static int[] chosen(final HeadSampler sampler, final int total) {
		return sampler.choose(POOL, HEAD, total, Progress.NONE);
	}

	@Test
	void uncertaintyIsWhatTheFormulasSay() {
		assertArrayEquals(literal(40, i -> Arrays.stream(probabilities(i)).max()
			.orElseThrow()), chosen(Uncertainty.CONFIDENCE, 40));
		assertArrayEquals(literal(40, i -> {
			final double[] s = Arrays.stream(scores(i)).sorted().toArray();
			return s[2] - s[1];
		}), chosen(Uncertainty.MARGIN, 40));
		assertArrayEquals(literal(40, i -> Arrays.stream(probabilities(i)).map(
			p -> p * Math.log(p)).sum()), chosen(Uncertainty.ENTROPY, 40));
		assertFalse(Arrays.equals(chosen(Uncertainty.CONFIDENCE, 40), chosen(
			Uncertainty.MARGIN, 40)), "three classes tell them apart");
	}

	/** Moves the point along the normal until the other class wins. */
	private static double walked(final int row, final int from, final int to) {
		final double[] s = scores(row);
		final double[] n = new double[6];
		double norm = 0;
		for (int j = 0; j < 6; j++) {
			n[j] = HEAD.weights().row(to)[j] - HEAD.weights().row(from)[j];
			norm += n[j] * n[j];
		}
		double low = 0, high = 1e6;
		for (int k = 0; k < 100; k++) {
			final double t = (low + high) / 2;
			// each unit along the normal adds its length to the difference
			if (s[to] - s[from] + t * Math.sqrt(norm) < 0) low = t;
			else high = t;
		}
		return low;
	}

	private static int own(final int row) {
		final double[] s = scores(row);
		return s[0] >= s[1] && s[0] >= s[2] ? 0 : s[1] >= s[2] ? 1 : 2;
	}

	private static double toBoundary(final int row, final int c) {
		if (own(row) != c) return walked(row, own(row), c);
		return Arrays.stream(new int[] { 0, 1, 2 }).filter(o -> o != c).mapToDouble(
			o -> walked(row, c, o)).min().orElseThrow();
	}

	@Test
	void maseTakesTheNearestToAnyBoundary() {
		assertArrayEquals(literal(50, i -> toBoundary(i, own(i))), chosen(
			new Mase(), 50));
	}

	@Test
	void baseGoesRoundTheClassesOrClassByClass() {
		final int total = 50;
		final Set<Integer> taken = new HashSet<>(ASKED);
		final List<Integer> round = new ArrayList<>();
		for (int n = 0; n < total; n++)
			round.add(next(taken, n % 3));
		assertEquals(round, Arrays.stream(chosen(Base.ROUND_ROBIN, total)).boxed()
			.toList());
		final Set<Integer> again = new HashSet<>(ASKED);
		final List<Integer> byClass = new ArrayList<>();
		for (int c = 0; c < 3; c++)
			for (int q = 0; q < total / 3 + (c < total % 3 ? 1 : 0); q++)
				byClass.add(next(again, c));
		assertEquals(byClass, Arrays.stream(chosen(Base.BY_CLASS, total)).boxed()
			.toList());
		assertFalse(new HashSet<>(round).equals(new HashSet<>(byClass)),
			"three classes tell the two readings apart");
	}

	private static int next(final Set<Integer> taken, final int c) {
		int best = -1;
		for (int i = 0; i < Z.rows(); i++)
			if (!taken.contains(i) && (best < 0 || toBoundary(i, c) < toBoundary(best,
				c))) best = i;
		taken.add(best);
		return best;
	}

	@Test
	void gradientsAreThoseOfTheLoss() {
		final double h = 1e-4;
		for (int row = 0; row < 20; row++) {
			final float[] g = Badge.gradient(HEAD, Z.row(row), 0);
			for (int c = 0; c < 3; c++)
				for (int j = 0; j < 6; j++)
					assertEquals((loss(row, c, j, h) - loss(row, c, j, -h)) / (2 * h),
						g[c * 6 + j], 1e-4 * (1 + Math.abs(g[c * 6 + j])));
		}
	}

	/** Cross-entropy of the class that the head gives, one weight moved. */
	private static double loss(final int row, final int c, final int j,
		final double by)
	{
		final double[] s = scores(row);
		s[c] += by * Z.row(row)[j];
		return Math.log(Arrays.stream(s).map(Math::exp).sum()) - s[own(row)];
	}

	@Test
	void pooledGradientsAreMeansOfNeighbours() {
		final LinearHead head = head(2, 10);
		final float[] z = new float[10];
		for (int j = 0; j < 10; j++)
			z[j] = j * j;
		final float[] whole = Badge.gradient(head, z, 0);
		final float[] pooled = Badge.gradient(head, z, 10);
		assertEquals(10, pooled.length);
		for (int k = 0; k < 10; k++)
			assertEquals((whole[2 * k] + whole[2 * k + 1]) / 2, pooled[k], 1e-4);
		assertArrayEquals(whole, Badge.gradient(head, z, 20));
	}

	@Test
	void badgeDrawsAsTheLiteralVersion() {
		for (final boolean countAsked : new boolean[] { false, true }) {
			final SplittableRandom random = POOL.seed().of("gradients").random();
			final List<Integer> centres = new ArrayList<>();
			if (countAsked) centres.addAll(ASKED);
			final List<Integer> drawn = new ArrayList<>();
			for (int n = 0; n < 30; n++) {
				final int next = draw(centres, random.nextDouble());
				centres.add(next);
				drawn.add(next);
			}
			assertEquals(drawn, Arrays.stream(chosen(new Badge(countAsked, 0), 30))
				.boxed().toList());
		}
	}

	private static int draw(final List<Integer> centres, final double position) {
		final double[] weights = new double[Z.rows()];
		double sum = 0;
		for (final int i : POOL.open()) {
			weights[i] = centres.isEmpty() ? 1 : Double.POSITIVE_INFINITY;
			for (final int c : centres)
				weights[i] = Math.min(weights[i], c == i ? 0 : squared(gradient(i),
					gradient(c)));
			sum += weights[i];
		}
		double rest = position * sum;
		for (final int i : POOL.open()) {
			rest -= weights[i];
			if (rest < 0) return i;
		}
		throw new AssertionError("nothing left");
	}

	private static double[] gradient(final int row) {
		final double[] p = probabilities(row);
		p[own(row)] -= 1;
		final double[] g = new double[18];
		for (int c = 0; c < 3; c++)
			for (int j = 0; j < 6; j++)
				g[6 * c + j] = p[c] * Z.row(row)[j];
		return g;
	}

	private static double squared(final double[] a, final double[] b) {
		double sum = 0;
		for (int j = 0; j < a.length; j++)
			sum += (a[j] - b[j]) * (a[j] - b[j]);
		return sum;
	}

	@Test
	void withoutAHeadTheBatchIsRandomAndSaysSo() {
		final Choice choice = HeadSampler.started(new Mase()).choose(POOL, 20,
			Progress.NONE);
		assertEquals(20, Arrays.stream(choice.rows()).distinct().count());
		assertTrue(choice.notes().get(0).startsWith(
			"There are 0 answers True and 0 False"));
	}
}
