
package org.twostream.query.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.net.Matrix;

/** With the engine and without it the same bits. */
class ShortlistsTest {

	private static Matrix points(final int n, final int d, final double spread,
		final long seed)
	{
		final SplittableRandom random = new Seed(seed).random();
		final float[][] middles = new float[9][d];
		for (final float[] middle : middles)
			for (int j = 0; j < d; j++)
				middle[j] = (float) random.nextDouble(-1, 1);
		final float[][] rows = new float[n][d];
		for (final float[] row : rows) {
			final float[] middle = middles[random.nextInt(middles.length)];
			for (int j = 0; j < d; j++)
				row[j] = 5 + middle[j] + (float) (spread * random.nextDouble(-1, 1));
		}
		return new Matrix(rows, d);
	}

	@ParameterizedTest
	@CsvSource({ "2100,64,40,0.2", "1004,1,3,1", "1500,33,17,2", "900,200,64,1",
		"1300,48,130,0.001", "5,7,5,1" })
	void assignsAsWithoutTheEngine(final int n, final int d, final int k,
		final double spread)
	{
		final Matrix points = points(n, d, spread, n + d);
		try (Workers workers = new Workers(2)) {
			final PointBlocks blocks = new PointBlocks(points, workers);
			final Centres centres = Centres.of(points.select(new SplittableRandom(k)
				.ints(k, 0, n).toArray()), blocks.mean());
			final Assignment plain = new Assignment(blocks, workers);
			final int changed = plain.assign(centres);
			try (Shortlists lists = Shortlists.open(blocks, points, workers)
				.orElseThrow())
			{
				final Assignment listed = new Assignment(blocks, Optional.of(lists),
					workers);
				assertEquals(changed, listed.assign(centres));
				assertArrayEquals(plain.labels(), listed.labels());
				assertArrayEquals(plain.distances(), listed.distances());
				assertEquals(0, listed.assign(centres));
			}
		}
	}

	/** Two centres in one place: the lower number wins, as ever. */
	@Test
	void ofEquallyNearCentresTheFirstWins() {
		final Matrix points = points(300, 60, 1, 3);
		try (Workers workers = new Workers(1)) {
			final PointBlocks blocks = new PointBlocks(points, workers);
			final Centres centres = Centres.of(points.select(new int[] { 0, 1, 1, 0,
				2 }), blocks.mean());
			try (Shortlists lists = Shortlists.open(blocks, points, workers)
				.orElseThrow())
			{
				final Assignment listed = new Assignment(blocks, Optional.of(lists),
					workers);
				listed.assign(centres);
				for (final int label : listed.labels())
					assertTrue(label == 0 || label == 1 || label == 4, label + "");
				assertEquals(0, listed.labels()[0]);
				assertEquals(1, listed.labels()[1]);
			}
		}
	}

	/** Most points must be settled by the engine alone. */
	@Test
	void leavesFewToBeComputed() {
		final Matrix points = points(1000, 300, 0.5, 8);
		try (Workers workers = new Workers(1)) {
			final PointBlocks blocks = new PointBlocks(points, workers);
			final Centres centres = Centres.of(points.select(new SplittableRandom(2)
				.ints(20, 0, 1000).toArray()), blocks.mean());
			try (Shortlists lists = Shortlists.open(blocks, points, workers)
				.orElseThrow(); Shortlists.Round round = lists.round(centres))
			{
				assertTrue(round.label(0, new int[1000]));
			}
		}
	}

	@Test
	void itPaysOnlyForMuchWork() {
		final Matrix points = points(500, 64, 1, 4);
		try (Workers workers = new Workers(1)) {
			assertFalse(Shortlists.worthwhile(new PointBlocks(points, workers),
				points, 10, workers).isPresent());
		}
	}

	/** Of a size at which k-means takes the engine by itself. */
	@Test
	void kMeansIsTheSameOnAnyThreads() {
		final Matrix points = points(8000, 128, 1.2, 5);
		final KMeans kMeans = new KMeans(200, 1, 5, 0);
		final Clustering one = kMeans.fit(points, new Seed(1), 1, Progress.NONE);
		final Clustering two = kMeans.fit(points, new Seed(1), 2, Progress.NONE);
		assertArrayEquals(one.labels(), two.labels());
		assertEquals(one.inertia(), two.inertia());
	}
}
