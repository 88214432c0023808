
package org.twostream.review.session;

/** An open window. Called on the event thread. */
public interface ReviewWindow {

	void toFront();

	/** Closes it without telling the desk. */
	void close();
}
