
package org.twostream.ui.planes;

import org.twostream.review.session.ReviewDesk;
import org.twostream.review.session.ReviewWindow;
import org.twostream.review.session.ReviewWindowKind;

/** Three planes through the volume. */
public final class PlanesKind implements ReviewWindowKind {

	@Override
	public String name() {
		return "planes";
	}

	@Override
	public String title() {
		return "Volume view";
	}

	@Override
	public ReviewWindow open(final ReviewDesk desk) {
		return PlanesWindow.open(desk, name());
	}
}
