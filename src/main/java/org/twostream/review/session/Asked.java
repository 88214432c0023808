
package org.twostream.review.session;

import java.util.Optional;
import java.util.OptionalInt;

import org.twostream.core.Answer;
import org.twostream.review.Journal;
import org.twostream.review.Purpose;
import org.twostream.review.ReviewContext;

/**
 * An answer on its way to the journal.
 *
 * @param item its index, empty for an ROI that is none
 */
record Asked(int row, Answer answer, Purpose purpose, String reason,
		OptionalInt item) {

	/** @param now ns, of {@link System#nanoTime} */
	Journal.Entry entry(final ReviewContext context, final ShownItems shown,
		final long now)
	{
		return new Journal.Entry(context.anchor(row), answer, reason, context
			.batch(), context.model(), item.isPresent() ? shown.millis(item
				.getAsInt(), now) : -1, purpose, Optional.empty());
	}
}
