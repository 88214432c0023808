
package org.twostream.review.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Path2D;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twostream.core.Seed;
import org.twostream.query.map.EmbeddingMap;

/** View, lasso and pixels of a map, each against another way to find it. */
class MapGeometryTest {

	private static final int GROUND = 0xFF101010;

	private static EmbeddingMap map(final SplittableRandom random,
		final int points)
	{
		final int[] rows = new int[points];
		final float[] x = new float[points];
		final float[] y = new float[points];
		for (int i = 0; i < points; i++) {
			rows[i] = 3 * i;
			x[i] = (float) random.nextDouble(-40, 90);
			y[i] = (float) random.nextDouble(5, 8);
		}
		return new EmbeddingMap(rows, x, y, "");
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void theWholeMapIsOnTheScreenAndPixelsLeadBack(final long seed) {
		final SplittableRandom random = new Seed(seed).random();
		final EmbeddingMap map = map(random, 1 + random.nextInt(50));
		final MapView v = MapView.whole(map, 300, 200);
		for (int i = 0; i < map.size(); i++) {
			final double sx = v.screenX(map.x()[i]);
			final double sy = v.screenY(map.y()[i]);
			assertTrue(sx > 0 && sx < 300 && sy > 0 && sy < 200, sx + " " + sy);
			assertEquals(map.x()[i], v.mapX(sx), 1e-4);
			assertEquals(map.y()[i], v.mapY(sy), 1e-4);
		}
		final double atX = random.nextDouble(300);
		final double atY = random.nextDouble(200);
		final MapView closer = v.zoomed(atX, atY, 2.5);
		assertEquals(v.mapX(atX), closer.mapX(atX), 1e-9 + 1e-9 * Math.abs(v.mapX(
			atX)));
		assertEquals(v.mapY(atY), closer.mapY(atY), 1e-9 + 1e-9 * Math.abs(v.mapY(
			atY)));
		final MapView moved = closer.dragged(12, -7);
		assertEquals(closer.screenX(1) + 12, moved.screenX(1), 1e-6);
		assertEquals(closer.screenY(6) - 7, moved.screenY(6), 1e-6);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void aLassoHoldsWhatAPathHolds(final long seed) {
		final SplittableRandom random = new Seed(seed).random();
		final EmbeddingMap map = map(random, 400);
		final MapView v = MapView.whole(map, 500, 400);
		final Lasso lasso = new Lasso();
		final Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
		for (int i = 0; i < 3 + seed; i++) {
			final double x = random.nextDouble(500);
			final double y = random.nextDouble(400);
			lasso.add(x, y);
			if (i == 0) path.moveTo(x, y);
			else path.lineTo(x, y);
		}
		path.closePath();
		final Set<Integer> wanted = new TreeSet<>();
		for (int i = 0; i < map.size(); i++)
			if (path.contains(v.screenX(map.x()[i]), v.screenY(map.y()[i]))) wanted
				.add(map.rows()[i]);
		assertEquals(wanted, lasso.rows(map, v));
		assertEquals(Set.of(), new Lasso().rows(map, v));
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void aPixelHasTheColourOfTheLastPointOverIt(final long seed) {
		final SplittableRandom random = new Seed(seed).random();
		final EmbeddingMap map = map(random, 60);
		final MapView v = MapView.whole(map, 160, 120).zoomed(80, 60, 1.5);
		final int[] colours = new int[60];
		final byte[] ranks = new byte[60];
		for (int i = 0; i < 60; i++) {
			colours[i] = 0xFF000000 | random.nextInt(1 << 24);
			ranks[i] = (byte) random.nextInt(3);
		}
		final int[] pixels = MapRaster.draw(map, v, colours, ranks, new boolean[60],
			GROUND);
		final double radius = MapRaster.radius(60);
		int inside = 0;
		for (int y = 0; y < 120; y++)
			for (int x = 0; x < 160; x++) {
				int top = -1;
				boolean edge = false;
				for (int rank = 0; rank < 3; rank++)
					for (int i = 0; i < 60; i++) {
						final double d = Math.hypot(v.screenX(map.x()[i]) - x - 0.5, v
							.screenY(map.y()[i]) - y - 0.5);
						if (ranks[i] != rank || d >= radius + 0.5) continue;
						edge = d > radius - 0.5;
						if (!edge) top = i;
					}
				if (edge) continue;
				inside += top >= 0 ? 1 : 0;
				assertEquals(top < 0 ? GROUND : colours[top], pixels[x + 160 * y], x +
					" " + y);
			}
		assertTrue(inside > 500, inside + " pixels of points");
	}
}
