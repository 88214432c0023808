
package org.twostream.ui.map;

import org.twostream.review.session.ReviewDesk;
import org.twostream.review.session.ReviewWindow;
import org.twostream.review.session.ReviewWindowKind;

/** The map of the embeddings: every ROI a point. */
public final class MapKind implements ReviewWindowKind {

	@Override
	public String name() {
		return "map";
	}

	@Override
	public String title() {
		return "Map of the embeddings";
	}

	@Override
	public ReviewWindow open(final ReviewDesk desk) {
		return MapWindow.open(desk, name());
	}
}
