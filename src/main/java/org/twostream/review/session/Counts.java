
package org.twostream.review.session;

import java.util.List;

import org.twostream.core.Answer;
import org.twostream.review.ReviewItem;

/**
 * How far a review is.
 *
 * @param items to answer in all
 * @param answered of them
 * @param saidTrue of the answered
 * @param saidFalse of the answered
 * @param unsure of the answered
 */
public record Counts(int items, int answered, int saidTrue, int saidFalse,
		int unsure) {

	static Counts of(final List<ReviewItem> items, final SessionAnswers answers) {
		final int[] n = new int[Answer.values().length];
		for (final ReviewItem item : items)
			answers.of(item).ifPresent(a -> n[a.ordinal()]++);
		return new Counts(items.size(), n[0] + n[1] + n[2], n[Answer.TRUE
			.ordinal()], n[Answer.FALSE.ordinal()], n[Answer.UNSURE.ordinal()]);
	}

	/** Items without an answer. */
	public int open() {
		return items - answered;
	}
}
