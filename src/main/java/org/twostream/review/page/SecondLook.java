
package org.twostream.review.page;

import java.util.List;
import java.util.stream.Stream;

import org.twostream.core.Answer;
import org.twostream.review.session.ReviewSession;

/**
 * The items that are looked at again, one by one, through their sections. Which
 * they are does not change while one looks. Not thread-safe.
 */
public final class SecondLook {

	private final List<Integer> items;
	private int at;

	private SecondLook(final List<Integer> items, final int at) {
		this.items = items;
		this.at = at;
	}

	/** All Unsure items in the order of the pages. */
	public static SecondLook unsure(final ReviewSession session,
		final PageOrder order)
	{
		return new SecondLook(unsureItems(session, order).toList(), 0);
	}

	/** One item, whatever its answer, among all Unsure ones. */
	public static SecondLook from(final int item, final ReviewSession session,
		final PageOrder order)
	{
		final List<Integer> items = Stream.concat(unsureItems(session, order),
			Stream.of(item)).distinct().sorted((a, b) -> Integer.compare(order
				.position(a), order.position(b))).toList();
		return new SecondLook(items, items.indexOf(item));
	}

	private static Stream<Integer> unsureItems(final ReviewSession session,
		final PageOrder order)
	{
		return Stream.iterate(0, i -> i < order.size(), i -> i + 1).map(order::item)
			.filter(i -> session.answer(i).filter(a -> a == Answer.UNSURE)
				.isPresent());
	}

	public boolean isEmpty() {
		return items.isEmpty();
	}

	/** Number of items. */
	public int size() {
		return items.size();
	}

	/** Which one is looked at, from 0. */
	public int index() {
		return at;
	}

	/** The item that is looked at. */
	public int item() {
		return items.get(at);
	}

	/** The items after it, to be read ahead. */
	public List<Integer> ahead() {
		return items.subList(Math.min(at + 1, items.size()), Math.min(at + 3, items
			.size()));
	}

	/**
	 * Goes on or back.
	 *
	 * @return false at the end, where it stays
	 */
	public boolean move(final int by) {
		final int to = at + by;
		if (to < 0 || to >= items.size()) return false;
		at = to;
		return true;
	}
}
