
package org.twostream.query.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twostream.core.Cancelled;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.net.Matrix;

class KMeansTest {

	@ParameterizedTest
	@CsvSource({ "1,1,1", "7,3,2", "255,5,3", "256,20,4", "257,20,5", "700,33,17",
		"1000,2,64" })
	void walksAsTheTextbookVersion(final int n, final int d, final int k) {
		final Matrix points = Blobs.of(n, d, 10, 30, n);
		final Matrix first = points.select(IntStream.range(0, k).toArray());
		final KMeans kMeans = new KMeans(k, 1, 5, 0);
		final Clustering ours = kMeans.fitFrom(points, first, 2, Progress.NONE);
		assertArrayEquals(NaiveKMeans.run(points, first, ours.iterations()), ours
			.labels());
		assertEquals(NaiveKMeans.inertia(points, ours.labels(), ours.centres()),
			ours.inertia(), 1e-6 * ours.inertia() + 1e-9);
	}

	@Test
	void worksFarFromTheOrigin() {
		final float[][] rows = new float[300][2];
		for (int i = 0; i < rows.length; i++)
			rows[i] = new float[] { 10_000 + i % 3, 10_000 + i % 3 * 0.5f };
		final Clustering c = new KMeans(3, 3, 50, 0).fit(new Matrix(rows, 2),
			new Seed(1), 1, Progress.NONE);
		assertEquals(0, c.inertia(), 1e-6);
		for (int i = 0; i < rows.length; i++)
			assertEquals(c.labels()[i % 3], c.labels()[i]);
	}

	@Test
	void doesNotDependOnTheNumberOfThreads() {
		final Matrix points = Blobs.of(3000, 37, 40, 40, 1);
		final KMeans kMeans = new KMeans(30, 2, 50, 1e-4);
		final Clustering one = kMeans.fit(points, new Seed(3), 1, Progress.NONE);
		for (final int threads : new int[] { 2, 3, 8 }) {
			final Clustering many = kMeans.fit(points, new Seed(3), threads,
				Progress.NONE);
			assertArrayEquals(one.labels(), many.labels());
			for (int c = 0; c < 30; c++)
				assertArrayEquals(one.centres().row(c), many.centres().row(c));
			assertEquals(one.inertia(), many.inertia());
		}
	}

	@Test
	void findsSeparateBlobsInAnyOrderOfThePoints() {
		final Matrix points = Blobs.of(600, 8, 12, 1, 5);
		final int[] shuffled = IntStream.range(0, 600).map(i -> i * 7 % 600)
			.toArray();
		final Clustering a = new KMeans(12, 10, 100, 1e-4).fit(points, new Seed(1),
			2, Progress.NONE);
		final Clustering b = new KMeans(12, 10, 100, 1e-4).fit(points.select(
			shuffled), new Seed(1), 2, Progress.NONE);
		for (int i = 0; i < 600; i++) {
			assertEquals(a.labels()[i % 12], a.labels()[i]);
			assertEquals(b.labels()[indexOf(shuffled, shuffled[i] % 12)], b
				.labels()[i]);
		}
		assertEquals(a.inertia(), b.inertia(), 1e-6 * a.inertia());
	}

	private static int indexOf(final int[] values, final int value) {
		return IntStream.range(0, values.length).filter(i -> values[i] == value)
			.findFirst().orElseThrow();
	}

	@Test
	void aStartNeverRaisesTheInertiaFromStepToStep() {
		final Matrix points = Blobs.of(2000, 10, 25, 60, 9);
		final Matrix first = points.select(IntStream.range(0, 20).toArray());
		double last = Double.POSITIVE_INFINITY;
		for (int n = 1; n < 12; n++) {
			final double inertia = new KMeans(20, 1, n, 0).fitFrom(points, first, 2,
				Progress.NONE).inertia();
			assertTrue(inertia <= last * (1 + 1e-6), n + ": " + inertia + " > " +
				last);
			last = inertia;
		}
	}

	@Test
	void greedySeedingStartsNoWorseThanOneDraw() {
		// 12 far blobs: a start that misses one costs a hundredfold
		final Matrix points = Blobs.of(1200, 3, 12, 1, 2);
		for (int seed = 0; seed < 20; seed++)
			assertTrue(new KMeans(12, 1, 1, 0).fit(points, new Seed(seed), 1,
				Progress.NONE).inertia() < 1200 * 3 * 1.01, "seed " + seed);
	}

	@Test
	void restartsKeepTheBest() {
		final Matrix points = Blobs.of(900, 4, 30, 20, 4);
		final double one = new KMeans(30, 1, 100, 0).fit(points, new Seed(8), 2,
			Progress.NONE).inertia();
		final double ten = new KMeans(30, 10, 100, 0).fit(points, new Seed(8), 2,
			Progress.NONE).inertia();
		assertTrue(ten <= one);
	}

	@Test
	void fewerPointsThanClustersGiveOneClusterEach() {
		final Matrix points = Blobs.of(5, 3, 5, 1, 1);
		final Clustering c = KMeans.of(20, points).fit(points, new Seed(1), 2,
			Progress.NONE);
		assertEquals(5, c.clusters());
		assertEquals(5, Arrays.stream(c.labels()).distinct().count());
		assertEquals(0, c.inertia(), 1e-9);
	}

	@Test
	void noPointsGiveNoClusters() {
		assertEquals(0, new KMeans(3, 2, 5, 0).fit(new Matrix(new float[0][], 4),
			new Seed(1), 2, Progress.NONE).clusters());
	}

	@Test
	void equalPointsStillFillEveryCluster() {
		final float[][] rows = new float[50][];
		for (int i = 0; i < 50; i++)
			rows[i] = new float[] { i < 30 ? 1 : 2, 5 };
		final Clustering c = new KMeans(7, 3, 20, 1e-4).fit(new Matrix(rows, 2),
			new Seed(1), 2, Progress.NONE);
		assertEquals(7, c.clusters());
		for (final int[] members : c.members())
			assertTrue(members.length > 0);
		assertEquals(0, c.inertia(), 1e-9);
	}

	@Test
	void anEmptyClusterGetsTheFarthestPoint() {
		// The third centre is nobody's nearest; 100 is farthest from its own.
		final Matrix points = new Matrix(new float[][] { { 0 }, { 1 }, { 10 }, {
			11 }, { 100 } }, 1);
		final Matrix first = new Matrix(new float[][] { { 0 }, { 11 }, { -900 } },
			1);
		final Clustering c = new KMeans(3, 1, 20, 0).fitFrom(points, first, 1,
			Progress.NONE);
		assertArrayEquals(new int[] { 0, 0, 1, 1, 2 }, c.labels());
		assertEquals(1, c.inertia(), 1e-6);
	}

	@Test
	void clustersAreNumberedFromTheLargest() {
		final Matrix points = Blobs.of(100, 3, 4, 1, 1);
		final int[] uneven = IntStream.range(0, 100).filter(i -> i % 4 > 1 ||
			i < 10).toArray();
		final Clustering c = new KMeans(4, 10, 50, 0).fit(points.select(uneven),
			new Seed(2), 1, Progress.NONE);
		final Map<Integer, Integer> sizes = new HashMap<>();
		for (final int label : c.labels())
			sizes.merge(label, 1, Integer::sum);
		for (int k = 1; k < 4; k++)
			assertTrue(sizes.get(k) <= sizes.get(k - 1));
	}

	@Test
	void refusesNaN() {
		final Matrix points = new Matrix(new float[][] { { 1 }, { Float.NaN } }, 1);
		assertTrue(assertThrows(UserError.class, () -> new KMeans(2, 1, 1, 0).fit(
			points, new Seed(1), 1, Progress.NONE)).getMessage().contains(
				"row 1 holds NaN"));
	}

	@Test
	void stopsWhenCancelled() {
		final Matrix points = Blobs.of(100, 3, 4, 1, 1);
		assertThrows(Cancelled.class, () -> new KMeans(4, 10, 50, 0).fit(points,
			new Seed(2), 2, new Progress()
			{

				@Override
				public void report(final double fraction, final String message) {
					// not looked at
				}

				@Override
				public boolean cancelled() {
					return true;
				}
			}));
	}
}
