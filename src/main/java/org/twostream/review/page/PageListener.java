
package org.twostream.review.page;

import java.util.List;
import java.util.Set;

import org.twostream.review.session.ReviewSession;
import org.twostream.review.session.SessionListener;

/** Lets a page follow the session, on the page's event thread. */
record PageListener(ReviewPage page, ReviewSession session, PageView view,
		PageWords words, PagePart part) implements SessionListener {

	@Override
	public void answered(final Set<Integer> rows) {
		page.eventThread().execute(() -> {
			final List<Integer> items = part.items(rows);
			words.recount();
			page.actions().follow(items);
			view.tilesChanged(items);
			view.footChanged();
		});
	}

	@Override
	public void selected(final int item) {
		page.eventThread().execute(() -> {
			if (session.current() != page.cursor()) page.goTo(session.current());
		});
	}

	@Override
	public void chosen(final Set<Integer> rows) {
		page.eventThread().execute(() -> {
			part.missing(rows).ifPresent(page::note);
			page.showOnly(part.items(rows));
		});
	}

	@Override
	public void failed(final String sentence) {
		page.eventThread().execute(() -> page.note(sentence));
	}
}
