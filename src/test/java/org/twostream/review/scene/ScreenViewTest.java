
package org.twostream.review.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.twostream.roi.Roi;

class ScreenViewTest {

	private static ScreenView view(final SplittableRandom random,
		final double nmPerPixel)
	{
		return new ScreenView(new Pose(new Point(random.nextDouble(0, 1200), random
			.nextDouble(0, 1100), random.nextDouble(0, 1200)), new Turn(random
				.nextDouble(-1, 1), random.nextDouble(-1, 1), random.nextDouble(-1, 1),
				random.nextDouble(-1, 1)), nmPerPixel), random.nextInt(50, 400), random
					.nextInt(50, 400));
	}

	@Test
	void aPixelIsWhereItsPlaceIsSeen() {
		final SplittableRandom random = new SplittableRandom(1);
		for (int i = 0; i < 50; i++) {
			final ScreenView view = view(random, 7);
			final double right = random.nextDouble(-20, 420);
			final double down = random.nextDouble(-20, 420);
			final Point p = view.pixel(view.at(right, down));
			assertEquals(right, p.x(), 1e-9);
			assertEquals(down, p.y(), 1e-9);
			assertEquals(0, p.z(), 1e-9);
			assertEquals(right >= 0 && down >= 0 && right < view.width() &&
				down < view.height(), view.holds(new Point(right, down, 0)));
		}
	}

	@Test
	void aViewLiesInAnotherWhereItsPlacesAreSeen() {
		final SplittableRandom random = new SplittableRandom(2);
		for (int i = 0; i < 50; i++) {
			final ScreenView from = view(random, 5);
			final ScreenView to = view(random, 9);
			final double[] m = from.onto(to);
			final double u = random.nextDouble(0, 400);
			final double v = random.nextDouble(0, 400);
			final Point seen = to.pixel(from.at(u, v));
			assertEquals(seen.x(), m[0] * u + m[2] * v + m[4], 1e-7);
			assertEquals(seen.y(), m[1] * u + m[3] * v + m[5], 1e-7);
		}
	}

	@Test
	void dotsAreTheRoisNearThePlaneAndOnTheScreen() {
		final SampleScene sample = new SampleScene(6, 80, false);
		final SplittableRandom random = new SplittableRandom(3);
		int dots = 0;
		for (int i = 0; i < 20; i++) {
			final ScreenView view = view(random, 6);
			final Map<Integer, RoiDots.Dot> found = new HashMap<>();
			RoiDots.in(view, sample.table).forEach(d -> found.put(d.row(), d));
			final double[] t = view.pose().affine(view.width(), view.height());
			for (int row = 0; row < sample.table.size(); row++) {
				final Roi roi = sample.table.get(row);
				final double[] p = new double[3];
				for (int r = 0; r < 3; r++)
					p[r] = t[4 * r] * roi.xNm() + t[4 * r + 1] * roi.yNm() + t[4 * r +
						2] * roi.zNm() + t[4 * r + 3];
				final double edges = roi.box().xSize() * 8.0 + roi.box().ySize() *
					10.0 + roi.box().zSize() * 30.0;
				final boolean near = Math.abs(p[2] * 6) <= edges / 3 && p[0] >= 0 &&
					p[1] >= 0 && p[0] < view.width() && p[1] < view.height();
				assertEquals(near, found.containsKey(row));
				if (!near) continue;
				dots++;
				assertEquals(p[0], found.get(row).right(), 1e-9);
				assertEquals(p[1], found.get(row).down(), 1e-9);
			}
		}
		assertTrue(dots > 20, dots + " dots");
	}
}
