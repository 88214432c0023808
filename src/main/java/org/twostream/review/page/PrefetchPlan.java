
package org.twostream.review.page;

import java.util.List;
import java.util.stream.IntStream;

/** Which pages are read ahead. */
public final class PrefetchPlan {

	private PrefetchPlan() {}

	/**
	 * Items in the order of reading: the page that is looked at, the two that
	 * come next in the direction of the last turn, the one before it, and those
	 * that Home and End go to.
	 *
	 * @param forward whether pages were last turned forward
	 */
	public static List<Integer> items(final Pages pages, final int page,
		final boolean forward)
	{
		final int on = forward ? 1 : -1;
		return IntStream.of(page, page + on, page - on, page + 2 * on, 0, pages
			.count() - 1).filter(p -> p >= 0 && p < pages.count()).distinct().boxed()
			.flatMap(p -> pages.items(p).stream()).toList();
	}
}
