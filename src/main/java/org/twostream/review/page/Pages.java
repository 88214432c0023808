
package org.twostream.review.page;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** How the items of a review fall on pages, from 0. Immutable. */
public record Pages(PageOrder order, PageGrid grid) {

	/** Number of pages, at least one. */
	public int count() {
		return Math.max(1, (order.size() + grid.size() - 1) / grid.size());
	}

	/** Positions in the order before a page. */
	public int start(final int page) {
		return page * grid.size();
	}

	/** Items of a page, in the order of showing. */
	public List<Integer> items(final int page) {
		return IntStream.range(Math.min(start(page), order.size()), Math.min(start(
			page + 1), order.size())).map(order::item).boxed().toList();
	}

	/** The page that shows an item. */
	public int pageOf(final int item) {
		return order.position(item) / grid.size();
	}

	/**
	 * The next page with an item that is wanted, going round at the end.
	 *
	 * @param from page that is looked at last
	 * @return empty if no page has one
	 */
	public OptionalInt next(final int from, final IntPredicate wanted) {
		return IntStream.rangeClosed(1, count()).map(i -> (from + i) % count())
			.filter(page -> items(page).stream().anyMatch(wanted::test)).findFirst();
	}
}
