
package org.twostream.review.session;

import org.twostream.core.Progress;

/**
 * Someone or something that answers: windows with a person before them, an
 * oracle.
 */
public interface Reviewer {

	/**
	 * Has the session's items answered, in their order or another. Blocks until
	 * all are answered or the person stops, which is no error: what was answered
	 * is in the journal.
	 *
	 * @throws org.twostream.core.UserError if an answer cannot be recorded
	 * @throws org.twostream.core.Cancelled if the progress was cancelled
	 */
	void review(ReviewSession session, Progress progress);
}
