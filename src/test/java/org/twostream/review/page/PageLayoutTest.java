
package org.twostream.review.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class PageLayoutTest {

	/** Areas and grids of all sizes. */
	private interface Check {

		void of(PageLayout layout, SplittableRandom random);
	}

	private static void forMany(final Check check) {
		final SplittableRandom random = new SplittableRandom(1);
		for (int i = 0; i < 500; i++)
			check.of(new PageLayout(random.nextInt(100, 4000), random.nextInt(100,
				3000), new PageGrid(random.nextInt(1, 21), random.nextInt(1, 21))),
				random);
	}

	@Test
	void everyPointOfATileFindsItAndNoOther() {
		forMany((layout, random) -> {
			final int i = random.nextInt(layout.grid().size());
			final TileBounds t = layout.tile(i);
			final int x = t.x() + random.nextInt(t.width());
			final int y = t.y() + random.nextInt(t.height());
			assertEquals(OptionalInt.of(i), layout.at(x, y), layout.toString());
			assertEquals(i, layout.nearest(x, y));
		});
	}

	@Test
	void theNearestTileIsThatOfTheLeastDistance() {
		forMany((layout, random) -> {
			final int x = random.nextInt(-50, layout.width() + 50);
			final int y = random.nextInt(-50, layout.height() + 50);
			double least = Double.POSITIVE_INFINITY;
			for (int i = 0; i < layout.grid().size(); i++)
				least = Math.min(least, distance(layout.tile(i), x, y));
			// the middle of a gap may go either way
			assertTrue(distance(layout.tile(layout.nearest(x, y)), x, y) <= least + 1,
				layout + " at " + x + ", " + y);
			assertEquals(least == 0, layout.at(x, y).isPresent());
		});
	}

	private static double distance(final TileBounds t, final int x, final int y) {
		final int dx = Math.max(0, Math.max(t.x() - x, x - t.x() - t.width() + 1));
		final int dy = Math.max(0, Math.max(t.y() - y, y - t.y() - t.height() + 1));
		return Math.max(dx, dy) == 0 ? 0 : dx + dy;
	}

	@Test
	void tilesFillAtLeastOneDirectionAndStayInside() {
		forMany((layout, random) -> {
			if (layout.side() <= 8) return;
			final TileBounds last = layout.tile(layout.grid().size() - 1);
			assertTrue(layout.tile(0).x() >= 0 && layout.tile(0).y() >= 0);
			assertTrue(last.x() + last.width() <= layout.width(), layout.toString());
			assertTrue(last.y() + last.height() <= layout.height(), layout
				.toString());
			final PageLayout larger = new PageLayout(layout.width() + 2 * layout
				.grid().columns(), layout.height() + layout.grid().rows(), layout
					.grid());
			assertEquals(layout.side() + 1, larger.side());
		});
	}

	@Test
	void gridsGoFinerAndCoarserByTheSameSteps() {
		PageGrid grid = PageGrid.USUAL;
		assertEquals(100, grid.size());
		for (int i = 0; i < 20; i++) {
			if (!grid.finer().equals(grid)) assertEquals(grid, grid.finer()
				.coarser());
			grid = grid.finer();
		}
		assertEquals(grid, grid.finer());
		for (int i = 0; i < 20; i++)
			grid = grid.coarser();
		assertEquals(new PageGrid(1, 1), grid);
	}
}
