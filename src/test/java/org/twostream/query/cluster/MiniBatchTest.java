
package org.twostream.query.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.net.Matrix;

class MiniBatchTest {

	/** Algorithm 1 point by point, from the same start and the same draws. */
	@Test
	void movesCentresAsTheLiteralVersion() {
		final Matrix points = Blobs.of(3000, 5, 12, 20, 1);
		final Matrix ours;
		try (Workers workers = new Workers(2)) {
			ours = new MiniBatch(points, 10, 64, new SplittableRandom(7)).centres(
				workers, Progress.NONE);
		}
		final SplittableRandom random = new SplittableRandom(7);
		final double[][] centres = new double[10][5];
		try (Workers workers = new Workers(1)) {
			final PointBlocks first = new PointBlocks(points.select(draw(random)),
				workers);
			final Matrix start = new Seeding(first, workers, random).centres(10,
				Progress.NONE).matrix(first.mean());
			for (int c = 0; c < 10; c++)
				for (int j = 0; j < 5; j++)
					centres[c][j] = start.row(c)[j];
		}
		final int[] had = new int[10];
		for (int step = 0; step < MiniBatch.STEPS; step++) {
			final Matrix some = points.select(draw(random));
			final int[] labels = NaiveKMeans.labels(some, centres);
			for (int i = 0; i < 64; i++) {
				final double rate = 1.0 / ++had[labels[i]];
				for (int j = 0; j < 5; j++)
					centres[labels[i]][j] += rate * (some.row(i)[j] -
						centres[labels[i]][j]);
			}
		}
		for (int c = 0; c < 10; c++)
			for (int j = 0; j < 5; j++)
				assertEquals(centres[c][j], ours.row(c)[j], 1e-3);
	}

	private static int[] draw(final SplittableRandom random) {
		final int[] rows = new int[64];
		for (int i = 0; i < 64; i++)
			rows[i] = random.nextInt(3000);
		return rows;
	}

	@Test
	void endsNearTheExactInertia() {
		final Matrix points = Blobs.of(20_000, 8, 40, 30, 3);
		final Clustering exact = new KMeans(30, 2, 100, 1e-4).fit(points, new Seed(
			1), 2, Progress.NONE);
		final KMeans byBatch = new KMeans(30, 2, 20, 1e-4, 1000);
		final Clustering fast = byBatch.fit(points, new Seed(1), 2, Progress.NONE);
		assertTrue(fast.inertia() < 1.05 * exact.inertia(), fast.inertia() + " " +
			exact.inertia());
		assertEquals(30, fast.clusters());
		assertArrayEquals(fast.labels(), byBatch.fit(points, new Seed(1), 1,
			Progress.NONE).labels());
	}

	@Test
	void manyPointsAreStartedByBatches() {
		assertEquals(0, KMeans.of(64, new Matrix(new float[50_000][0], 0)).batch());
		assertEquals(4096, KMeans.of(64, new Matrix(new float[50_001][0], 0))
			.batch());
	}

	@Test
	void manyPartsShareTheirStarts() {
		final KMeans part = KMeans.of(4, new Matrix(new float[400][0], 0));
		assertEquals(10, part.oneOf(28_700).restarts());
		assertEquals(5, part.oneOf(100_000).restarts());
		assertEquals(1, part.oneOf(1_000_000).restarts());
	}

	@Test
	void equalPointsStillMakeClustersWithMembers() {
		final Clustering c = new KMeans(5, 1, 20, 1e-4, 10).fit(new Matrix(
			new float[200][3], 3), new Seed(1), 1, Progress.NONE);
		assertEquals(5, c.clusters());
		for (final int[] members : c.members())
			assertTrue(members.length > 0);
	}
}
