
package org.twostream.review.session;

import java.util.List;

/** Where the windows of one session stand beside each other. Thread-safe. */
public interface ReviewDesk {

	ReviewSession session();

	/** Every kind of window there is, in the order of offering. */
	List<ReviewWindowKind> kinds();

	/** Opens a window of this kind, or brings it to the front. */
	void open(String kind);

	/** A window of this kind was closed by its user; the last ends the review. */
	void closed(String kind);

	/** The user is done: closes all windows and ends the review. */
	void done();
}
