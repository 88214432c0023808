
package org.twostream.ui.page;

import org.twostream.review.session.ReviewDesk;
import org.twostream.review.session.ReviewWindow;
import org.twostream.review.session.ReviewWindowKind;

/** The review page: many aligned patches at once. */
public final class PageKind implements ReviewWindowKind {

	@Override
	public String name() {
		return "page";
	}

	@Override
	public String title() {
		return "Review page";
	}

	@Override
	public ReviewWindow open(final ReviewDesk desk) {
		return PageWindow.open(desk, name());
	}
}
