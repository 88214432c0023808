
package org.twostream.ui.bdv;

import org.twostream.review.session.ReviewDesk;
import org.twostream.review.session.ReviewWindow;
import org.twostream.review.session.ReviewWindowKind;

/** The review in BigDataViewer. */
public final class BdvKind implements ReviewWindowKind {

	static final String NAME = "bdv";

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public String title() {
		return "BigDataViewer";
	}

	@Override
	public ReviewWindow open(final ReviewDesk desk) {
		return BdvWindow.open(desk);
	}
}
