
package org.twostream.query.map;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twostream.core.Cancelled;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.net.Matrix;

class EmbeddingMapTest {

	private static final int GROUPS = 4;

	/** Row i is of group i % 4, whose middles are far apart. */
	private static Matrix groups(final int rows, final int columns,
		final long seed)
	{
		final SplittableRandom random = new Seed(seed).random();
		final float[][] points = new float[rows][columns];
		for (int i = 0; i < rows; i++)
			for (int j = 0; j < columns; j++)
				points[i][j] = (float) ((j % GROUPS == i % GROUPS ? 9 : 0) + random
					.nextDouble(-1, 1));
		return new Matrix(points, columns);
	}

	private static List<MapLayout> layouts() {
		return List.of(new UmapLayout(15), new PlaneLayout());
	}

	private static EmbeddingMap map(final Matrix points, final MapLayout layout,
		final int threads)
	{
		return EmbeddingMap.of(List.of(points), IntStream.range(0, points.rows())
			.toArray(), layout, new Seed(3), threads, Progress.NONE);
	}

	@Test
	void umapKeepsEachNearThoseThatLookLikeIt() {
		final EmbeddingMap map = map(groups(240, 20, 1), new UmapLayout(15), 1);
		for (int i = 0; i < map.size(); i++) {
			int nearest = -1;
			double least = Double.POSITIVE_INFINITY;
			for (int j = 0; j < map.size(); j++) {
				final double d = Math.hypot(map.x()[i] - map.x()[j], map.y()[i] - map
					.y()[j]);
				if (j != i && d < least) {
					least = d;
					nearest = j;
				}
			}
			assertEquals(i % GROUPS, nearest % GROUPS, "nearest of " + i);
		}
	}

	@Test
	void theSameSeedGivesTheSameMapOnAnyThreads() {
		final Matrix points = groups(300, 12, 2);
		for (final MapLayout layout : layouts()) {
			final EmbeddingMap one = map(points, layout, 1);
			final EmbeddingMap two = map(points, layout, 2);
			assertArrayEquals(one.x(), two.x(), layout.name());
			assertArrayEquals(one.y(), two.y(), layout.name());
		}
	}

	/** Above 4096 points the library looks for neighbours another way. */
	@Test
	void manyPointsAreTheSameTwiceToo() {
		final Matrix points = groups(4200, 4, 5);
		assertArrayEquals(map(points, new UmapLayout(5), 1).x(), map(points,
			new UmapLayout(5), 1).x());
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 16 })
	void fewPointsHaveAPlaceEach(final int rows) {
		for (final MapLayout layout : layouts()) {
			final EmbeddingMap map = map(groups(rows, 6, 4), layout, 1);
			assertEquals(rows, map.size());
			for (int i = 0; i < rows; i++)
				assertTrue(Float.isFinite(map.x()[i]) && Float.isFinite(map.y()[i]),
					layout.name() + " of " + rows);
		}
	}

	@Test
	void equalPointsAreNoHarm() {
		final Matrix same = new Matrix(new float[40][3], 3);
		for (final MapLayout layout : layouts())
			for (final float x : map(same, layout, 1).x())
				assertTrue(Float.isFinite(x), layout.name());
	}

	@Test
	void twoStreamsCountAlike() {
		final Matrix wide = groups(120, 8, 6);
		final float[][] large = new float[120][2];
		for (int i = 0; i < large.length; i++)
			large[i][0] = i % 2 * 1e6f;
		final EmbeddingMap map = EmbeddingMap.of(List.of(wide, new Matrix(large,
			2)), IntStream.range(0, 120).toArray(), new PlaneLayout(), new Seed(1), 1,
			Progress.NONE);
		// the large numbers alone would leave two points
		final List<String> places = new ArrayList<>();
		for (int i = 0; i < map.size(); i++)
			places.add(Math.round(map.x()[i] * 3) + " " + Math.round(map.y()[i] * 3));
		assertTrue(Set.copyOf(places).size() > 2, Set.copyOf(places).toString());
	}

	@Test
	void endsWhenAskedTo() {
		final Progress impatient = new Progress() {

			@Override
			public void report(final double fraction, final String message) {
				assertTrue(fraction >= 0 && fraction <= 1);
			}

			@Override
			public boolean cancelled() {
				return true;
			}
		};
		final Matrix points = groups(200, 4, 7);
		assertThrows(Cancelled.class, () -> new UmapLayout(15).lay(points, new Seed(
			1), impatient));
		// and the next map is none the worse for it
		assertEquals(200, new UmapLayout(15).lay(points, new Seed(1), Progress.NONE)
			.x().length);
	}

	@Test
	void ofManyItDrawsThoseThatMustBeThereAndOthersAtRandom() {
		final Set<Integer> always = Set.of(7, 500, 999);
		final int[] rows = EmbeddingMap.sample(1000, 100, always, new Seed(1));
		assertEquals(100, rows.length);
		assertArrayEquals(IntStream.of(rows).distinct().sorted().toArray(), rows);
		for (final int row : always)
			assertTrue(IntStream.of(rows).anyMatch(r -> r == row));
		assertArrayEquals(rows, EmbeddingMap.sample(1000, 100, always, new Seed(
			1)));
		assertFalse(java.util.Arrays.equals(rows, EmbeddingMap.sample(1000, 100,
			always, new Seed(2))));
		// a half of the rows on either side, as chance has it
		final long low = IntStream.of(rows).filter(r -> r < 500).count();
		assertTrue(low > 30 && low < 70, low + " of 100 below the middle");
		assertArrayEquals(IntStream.range(0, 30).toArray(), EmbeddingMap.sample(30,
			100, Set.of(3), new Seed(1)));
		assertEquals(3, EmbeddingMap.sample(1000, 2, always, new Seed(1)).length);
	}
}
