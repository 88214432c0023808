
package org.twostream.review;

import java.util.List;

import org.twostream.core.Progress;
import org.twostream.query.Query;

/**
 * Someone or something that answers queries: a page, a volume view, an oracle.
 */
public interface Reviewer {

	/**
	 * Has the queries answered, in their order or another. Blocks until all are
	 * answered or the person stops, which is no error: what was answered is in
	 * the journal.
	 *
	 * @param queries those still to be answered
	 * @param journal where each answer goes before it counts
	 * @throws org.twostream.core.UserError if an answer cannot be recorded
	 * @throws org.twostream.core.Cancelled if the progress was cancelled
	 */
	void review(List<Query> queries, ReviewContext context, Journal journal,
		Progress progress);
}
