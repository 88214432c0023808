
package org.twostream.ui.bdv;

import java.util.Objects;

import org.twostream.review.session.ReviewDesk;
import org.twostream.review.session.ReviewWindow;
import org.twostream.review.session.ReviewWindowKind;

import bdv.util.BdvHandle;

/** The review in BigDataViewer. */
public final class BdvKind implements ReviewWindowKind {

	static final String NAME = "bdv";

	/**
	 * Fails where BigDataViewer is not there, so that this kind is not either.
	 */
	public BdvKind() {
		Objects.requireNonNull(BdvHandle.class);
	}

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
