
package org.twostream.review.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.twostream.core.Seed;

class PageCursorTest {

	private static final int ITEMS = 23;
	private static final Pages PAGES = new Pages(PageOrder.clustered(ITEMS),
		new PageGrid(3, 3));

	@Test
	void pagesHoldEveryItemOnce() {
		for (int n = 0; n < 40; n++)
			for (final PageOrder order : List.of(PageOrder.clustered(n), PageOrder
				.random(n, new Seed(n))))
			{
				final Pages pages = new Pages(order, new PageGrid(3, 3));
				final List<Integer> all = new ArrayList<>();
				for (int p = 0; p < pages.count(); p++)
					for (final int item : pages.items(p)) {
						assertEquals(p, pages.pageOf(item));
						all.add(item);
					}
				assertEquals(n, all.size());
				assertEquals(n, new HashSet<>(all).size());
				assertEquals(Math.max(1, (n + 8) / 9), pages.count());
			}
	}

	@Test
	void aRandomOrderIsTheSameForTheSameSeedOnly() {
		final Pages a = new Pages(PageOrder.random(100, new Seed(1)),
			PageGrid.USUAL);
		assertEquals(a.items(0), new Pages(PageOrder.random(100, new Seed(1)),
			PageGrid.USUAL).items(0));
		assertNotEquals(a.items(0), new Pages(PageOrder.random(100, new Seed(2)),
			PageGrid.USUAL).items(0));
	}

	@Test
	void theNextPageWithOpenItemsIsFoundRoundTheEnd() {
		assertEquals(OptionalInt.of(0), PAGES.next(1, i -> i < 9));
		assertEquals(OptionalInt.of(1), PAGES.next(1, i -> i == 9));
		assertEquals(OptionalInt.of(2), PAGES.next(1, i -> i != 20));
		assertEquals(OptionalInt.empty(), PAGES.next(1, i -> false));
	}

	@Test
	void arrowsGoOverTheEndOfAPageAndRunsDoNot() {
		final PageCursor cursor = new PageCursor(PAGES, 8);
		cursor.move(1, 0);
		assertEquals(List.of(9, 1), List.of(cursor.item(), cursor.page()));
		cursor.extend(0, 1);
		cursor.extend(1, 0);
		assertEquals(List.of(9, 10, 11, 12, 13), cursor.run());
		cursor.extend(0, 5);
		assertEquals(17, cursor.item());
		cursor.extend(-100, 0);
		assertEquals(List.of(9), cursor.run());
		cursor.extendTo(20);
		assertEquals(9, cursor.item());
		cursor.extendTo(11);
		assertEquals(List.of(9, 10, 11), cursor.run());
		assertEquals(9, cursor.lead());
		cursor.goTo(12);
		cursor.extendTo(10);
		assertEquals(List.of(10, 11, 12), cursor.run());
		assertEquals(12, cursor.lead());
	}

	@Test
	void turningStopsAtTheEndsAndKeepsTheTile() {
		final PageCursor cursor = new PageCursor(PAGES, 7);
		cursor.turn(1);
		assertEquals(16, cursor.item());
		cursor.turn(1);
		assertEquals(22, cursor.item()); // the last page has five
		cursor.turn(1);
		assertEquals(2, cursor.page());
		cursor.show(-3);
		assertEquals(0, cursor.item());
		cursor.show(9);
		assertEquals(18, cursor.item());
	}

	@Test
	void dealingAnewKeepsTheItem() {
		final PageCursor cursor = new PageCursor(PAGES, 16);
		cursor.deal(new Pages(PageOrder.random(ITEMS, new Seed(3)), new PageGrid(2,
			2)));
		assertEquals(16, cursor.item());
		assertTrue(cursor.items().contains(16));
		assertEquals(List.of(16), cursor.run());
	}

	@Test
	void whateverOnePressesTheCursorIsOnItsPageAndTheRunToo() {
		final SplittableRandom random = new SplittableRandom(5);
		for (int n = 0; n < 30; n++) {
			final PageCursor cursor = new PageCursor(new Pages(PageOrder.random(n,
				new Seed(n)), new PageGrid(3, 2)), 0);
			for (int i = 0; i < 300; i++) {
				press(cursor, n, random);
				if (n == 0) {
					assertEquals(List.of(), cursor.run());
					continue;
				}
				assertTrue(cursor.items().containsAll(cursor.run()));
				assertTrue(cursor.run().contains(cursor.item()));
				assertTrue(cursor.run().contains(cursor.lead()));
				assertEquals(cursor.page(), cursor.pages().pageOf(cursor.item()));
			}
		}
	}

	private static void press(final PageCursor cursor, final int items,
		final SplittableRandom random)
	{
		final int a = random.nextInt(-4, 5);
		switch (random.nextInt(6)) {
			case 0 -> cursor.move(a, 0);
			case 1 -> cursor.move(0, a);
			case 2 -> cursor.extend(a, random.nextInt(-2, 3));
			case 3 -> cursor.turn(a);
			case 4 -> cursor.show(a);
			default -> {
				if (items > 0) cursor.extendTo(random.nextInt(items));
			}
		}
	}

	@Test
	void thePageLookedAtIsReadFirstThenItsNeighbours() {
		final Pages pages = new Pages(PageOrder.clustered(60), new PageGrid(3, 3));
		final List<Integer> plan = PrefetchPlan.items(pages, 3, true);
		assertEquals(IntStream.range(27, 36).boxed().toList(), plan.subList(0, 9));
		assertEquals(pages.items(4), plan.subList(9, 18));
		assertEquals(pages.items(2), plan.subList(18, 27));
		assertEquals(pages.items(2), PrefetchPlan.items(pages, 3, false).subList(9,
			18));
		for (int p = 0; p < pages.count(); p++)
			for (final boolean forward : new boolean[] { true, false }) {
				final List<Integer> items = PrefetchPlan.items(pages, p, forward);
				assertEquals(items.size(), new HashSet<>(items).size());
				assertTrue(items.containsAll(pages.items(0)));
				assertTrue(items.containsAll(pages.items(pages.count() - 1)));
			}
	}
}
