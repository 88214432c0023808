
package org.twostream.review.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twostream.core.Box;
import org.twostream.core.VoxelSize;

class ViewpointTest {

	private static final VoxelGrid GRID = new VoxelGrid(new VoxelSize(8, 10, 30),
		Box.ofSize(1000, 800, 300));

	private final SplittableRandom random = new SplittableRandom(4);

	private Viewpoint any() {
		return new Viewpoint(GRID.nm(random.nextInt(300, 700), random.nextInt(300,
			500), random.nextInt(100, 200)), random.nextDouble(-180, 180), random
				.nextDouble(1, 20));
	}

	private static void assertNear(final Point a, final Point b) {
		assertTrue(a.minus(b).length() < 1e-6, a + " is not " + b);
	}

	@ParameterizedTest
	@EnumSource(PlaneAxis.class)
	void zoomingLeavesWhatIsUnderTheMouse(final PlaneAxis plane) {
		for (int i = 0; i < 50; i++) {
			final Viewpoint v = any();
			final PlaneView view = v.view(plane, 640, 480);
			final Viewpoint closer = v.zoomed(view, 400, 300, 1.5, GRID);
			assertNear(view.at(400, 300), closer.view(plane, 640, 480).at(400, 300));
			assertEquals(v.nmPerPixel() / 1.5, closer.nmPerPixel(), 1e-9);
			assertEquals(v.centre().along(plane.normal()), closer.centre().along(plane
				.normal()));
		}
	}

	@ParameterizedTest
	@EnumSource(PlaneAxis.class)
	void draggingTakesWhatIsUnderTheMouseAlong(final PlaneAxis plane) {
		for (int i = 0; i < 50; i++) {
			final Viewpoint v = any();
			final PlaneView view = v.view(plane, 640, 480);
			final PlaneView after = v.dragged(view, 30, -20, GRID).view(plane, 640,
				480);
			assertNear(view.at(100, 100), after.at(130, 80));
		}
	}

	@ParameterizedTest
	@EnumSource(PlaneAxis.class)
	void scrollingGoesPlaneByPlaneAndEndsAtTheVolumesEnd(final PlaneAxis plane) {
		final Viewpoint v = any();
		final int axis = plane.normal();
		assertEquals(v.centre().along(axis) + 3 * GRID.edge(axis), v.scrolled(plane,
			3, GRID).centre().along(axis), 1e-9);
		assertEquals((GRID.length(axis) - 1) * GRID.edge(axis), v.scrolled(plane,
			5000, GRID).centre().along(axis));
		assertEquals(0, v.scrolled(plane, -5000, GRID).centre().along(axis));
	}
}
