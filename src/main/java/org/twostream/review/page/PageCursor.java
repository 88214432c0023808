
package org.twostream.review.page;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where on the pages a person is: the cursor, and from where a run of tiles
 * goes to it. A run lies on one page, in the order of reading. Not thread-safe.
 */
public final class PageCursor {

	private Pages pages;
	/** Positions in the order. */
	private int cursor;
	private int anchor;

	/** @param item to begin at, of at least one; of none, 0 */
	public PageCursor(final Pages pages, final int item) {
		this.pages = pages;
		goTo(item);
	}

	public Pages pages() {
		return pages;
	}

	private int size() {
		return pages.order().size();
	}

	/** The page that shows the cursor. */
	public int page() {
		return cursor / pages.grid().size();
	}

	/** Items of that page. */
	public List<Integer> items() {
		return pages.items(page());
	}

	/** Item under the cursor; 0 where there is none at all. */
	public int item() {
		return size() == 0 ? 0 : pages.order().item(cursor);
	}

	/** Item at which the run begins. */
	public int lead() {
		return size() == 0 ? 0 : pages.order().item(anchor);
	}

	/** Items from the anchor to the cursor, in the order of reading. */
	public List<Integer> run() {
		if (size() == 0) return List.of();
		return IntStream.rangeClosed(Math.min(anchor, cursor), Math.max(anchor,
			cursor)).map(pages.order()::item).boxed().toList();
	}

	/** Puts the cursor on an item and ends the run. */
	public void goTo(final int item) {
		cursor = size() == 0 ? 0 : pages.order().position(item);
		anchor = cursor;
	}

	/** Lets the run end at an item of this page. */
	public void extendTo(final int item) {
		if (pages.pageOf(item) == page()) cursor = pages.order().position(item);
	}

	/**
	 * Moves by tiles, over the end of a page onto the next.
	 *
	 * @param columns to the right
	 * @param rows down
	 */
	public void move(final int columns, final int rows) {
		final int to = cursor + columns + rows * pages.grid().columns();
		if (to >= 0 && to < size()) cursor = to;
		anchor = cursor;
	}

	/** As {@link #move}, with the run going along, to the end of the page. */
	public void extend(final int columns, final int rows) {
		final int to = cursor + columns + rows * pages.grid().columns();
		final int first = pages.start(page());
		final int last = Math.min(pages.start(page() + 1), size()) - 1;
		if (last >= first) cursor = Math.max(first, Math.min(last, to));
	}

	/** Goes to the first tile of a page, the nearest there is. */
	public void show(final int page) {
		cursor = pages.start(Math.max(0, Math.min(pages.count() - 1, page)));
		anchor = cursor;
	}

	/** Goes some pages on or back, to the same tile where there is one. */
	public void turn(final int by) {
		final int page = Math.max(0, Math.min(pages.count() - 1, page() + by));
		final int tile = cursor - pages.start(page());
		cursor = Math.max(0, Math.min(size() - 1, pages.start(page) + tile));
		anchor = cursor;
	}

	/**
	 * Deals the items onto pages anew; the cursor stays on its item, or goes to
	 * the first where that is left out.
	 */
	public void deal(final Pages anew) {
		final int item = item();
		pages = anew;
		goTo(size() == 0 || anew.order().contains(item) ? item : anew.order().item(
			0));
	}
}
