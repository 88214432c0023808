
package org.twostream.review.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twostream.roi.Roi;

class PoseTest {

	private static final int W = 640;
	private static final int H = 480;

	private static void assertNear(final Point a, final Point b,
		final double tolerance)
	{
		assertTrue(a.minus(b).length() <= tolerance, a + " is not " + b);
	}

	private static Pose any(final SplittableRandom r) {
		return new Pose(new Point(r.nextDouble(-1e4, 1e4), r.nextDouble(-1e4, 1e4),
			r.nextDouble(-1e4, 1e4)), new Turn(r.nextDouble(-1, 1), r.nextDouble(-1,
				1), r.nextDouble(-1, 1), r.nextDouble(-1, 1)), Math.exp(r.nextDouble(-1,
					5)));
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 })
	void affineThereAndBackIsTheSame(final long seed) {
		final Pose pose = any(new SplittableRandom(seed));
		final double[] affine = pose.affine(W, H);
		final Pose back = Pose.of(affine, W, H);
		assertNear(pose.centre(), back.centre(), 1e-6);
		assertEquals(0, pose.turn().degreesTo(back.turn()), 1e-5);
		assertEquals(pose.nmPerPixel(), back.nmPerPixel(), 1e-9 * pose
			.nmPerPixel());
		final Point p = pose.at(100, 37, W, H);
		assertEquals(100, affine[0] * p.x() + affine[1] * p.y() + affine[2] * p
			.z() + affine[3], 1e-6);
		assertEquals(37, affine[4] * p.x() + affine[5] * p.y() + affine[6] * p.z() +
			affine[7], 1e-6);
		assertEquals(0, affine[8] * p.x() + affine[9] * p.y() + affine[10] * p.z() +
			affine[11], 1e-6);
		assertNear(new Point(100, 37, 0), pose.pixel(p, W, H), 1e-6);
	}

	@Test
	void aSectionsViewAndItsPoseAgree() {
		final PlaneView view = new PlaneView(PlaneAxis.XY, new Point(500, 900, 60),
			33, 2.5, W, H);
		final Pose pose = Pose.of(view.centre(), 33, 2.5);
		assertNear(view.at(17, 400), pose.at(17, 400, W, H), 1e-9);
		final VoxelGrid grid = new SampleScene(1, 1, false).blocks().grid();
		final double[] m = view.fromVoxels(grid);
		final Point seen = pose.pixel(grid.nm(12, 34, 2), W, H);
		assertEquals(seen.x(), m[0] * 12 + m[2] * 34 + m[4], 1e-9);
		assertEquals(seen.y(), m[1] * 12 + m[3] * 34 + m[5], 1e-9);
		final double[] back = view.toVoxels(grid);
		assertEquals(12, back[0] * seen.x() + back[2] * seen.y() + back[4], 1e-9);
		assertEquals(34, back[1] * seen.x() + back[3] * seen.y() + back[5], 1e-9);
	}

	/** As the aligned patches are cut: see roi.PatchFrame. */
	@Test
	void theBestViewShowsAnRoiAsItsPatchDoes() {
		final SampleScene sample = new SampleScene(3, 10, true);
		for (int row = 0; row < sample.table.size(); row++) {
			final Roi roi = sample.table.get(row);
			final BestView best = BestView.of(sample.scene(), sample.table, row);
			double x = 0;
			double y = 0;
			int n = 0;
			for (int i = 0; i < SampleScene.X * SampleScene.Y; i++)
				if (sample.roi(i % SampleScene.X, i / SampleScene.X, roi
					.bestSlice()) == roi.id())
				{
					x += i % SampleScene.X;
					y += i / SampleScene.X;
					n++;
				}
			assertTrue(n > 0);
			final VoxelGrid grid = sample.blocks().grid();
			assertNear(grid.nm(x / n, y / n, roi.bestSlice()), best.centre(), 1e-6);
			final double radians = Math.toRadians(roi.angle());
			// 3 pixels to the right and 5 down in the patch
			final Point place = best.pose(W, H).at(W / 2.0 + 3, H / 2.0 + 5, W, H);
			final double nm = best.nmPerPixel(W, H);
			assertNear(best.centre().plus(new Point(nm * (3 * Math.cos(radians) - 5 *
				Math.sin(radians)), nm * (3 * Math.sin(radians) + 5 * Math.cos(
					radians)), 0)), place, 1e-6);
			assertTrue(nm * H >= 2 * sample.scene().patchNm() - 1e-9);
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6 })
	void aFlightStartsAndEndsRightAndGoesStraightWithoutJumps(final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final Pose a = any(random);
		final Pose b = any(random);
		final Flight flight = new Flight(a, b, H);
		assertEquals(a, flight.at(0));
		assertEquals(b, flight.at(1));
		final Point way = b.centre().minus(a.centre());
		double gone = 0;
		Pose before = a;
		for (int i = 1; i <= 1000; i++) {
			final Pose p = flight.at(i / 1000.0);
			final Point d = p.centre().minus(a.centre());
			final double now = (d.x() * way.x() + d.y() * way.y() + d.z() * way.z()) /
				way.length();
			assertNear(a.centre().plus(way.times(now / way.length())), p.centre(),
				1e-6 * way.length());
			assertTrue(now >= gone - 1e-6 * way.length(), "goes on");
			assertTrue(p.turn().degreesTo(before.turn()) < 1);
			assertTrue(p.nmPerPixel() / before.nmPerPixel() < 1.2 && before
				.nmPerPixel() / p.nmPerPixel() < 1.2);
			// no step is further than a part of what is seen
			assertTrue(p.centre().minus(before.centre()).length() < 0.1 * p
				.nmPerPixel() * H);
			gone = now;
			before = p;
		}
		assertTrue(a.turn().degreesTo(flight.at(0.5).turn()) <= 90 + 1e-6,
			"the short way round");
		assertTrue(flight.duration().toMillis() <= 1500);
	}

	@Test
	void aFlightFarAwayGoesOutAndIn() {
		final Pose a = Pose.of(new Point(0, 0, 0), 0, 5);
		final Pose b = Pose.of(new Point(1e5, 0, 300), 90, 5);
		assertTrue(new Flight(a, b, H).at(0.5).nmPerPixel() > 50);
		final Pose close = Pose.of(new Point(0, 0, 0), 90, 20);
		final Flight zoom = new Flight(a, close, H);
		assertEquals(10, zoom.at(0.5).nmPerPixel(), 1e-6);
		assertEquals(45, zoom.at(0.5).turn().degreesTo(a.turn()), 1e-6);
	}
}
