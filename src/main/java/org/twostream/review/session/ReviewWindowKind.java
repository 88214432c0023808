
package org.twostream.review.session;

/**
 * A kind of review window. Those that stand outside the default build are found
 * through {@link java.util.ServiceLoader}.
 */
public interface ReviewWindowKind {

	/** The value of the key reviewer: page, planes, bdv. */
	String name();

	/** What menus call it. */
	String title();

	/**
	 * Opens a window on the desk's session. Called on the event thread.
	 *
	 * @throws org.twostream.core.UserError if it cannot be shown
	 */
	ReviewWindow open(ReviewDesk desk);
}
