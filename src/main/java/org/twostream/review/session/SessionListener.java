
package org.twostream.review.session;

import java.util.Set;

/**
 * Hears what changes in a session. Called on the session's own thread; a window
 * goes over to its event thread before it draws, and must not wait here.
 */
public interface SessionListener {

	/**
	 * Answers changed, and are on disk.
	 *
	 * @param rows of the ROI table
	 */
	default void answered(final Set<Integer> rows) {}

	/**
	 * The current item changed.
	 *
	 * @param item its index
	 */
	default void selected(final int item) {}

	/**
	 * ROIs were chosen together, on a map.
	 *
	 * @param rows of the ROI table; none when all count again
	 */
	default void chosen(final Set<Integer> rows) {}

	/** A missed object was marked or taken back, or its mask is there now. */
	default void missedChanged() {}

	/**
	 * Something was done otherwise than the user may expect.
	 *
	 * @param sentence for the user
	 */
	default void said(final String sentence) {}

	/**
	 * Something could not be done; nothing of it was recorded.
	 *
	 * @param sentence for the user
	 */
	default void failed(final String sentence) {}
}
