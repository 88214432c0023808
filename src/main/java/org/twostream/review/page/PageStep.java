
package org.twostream.review.page;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.twostream.core.Answer;
import org.twostream.review.session.ReviewSession;

/** What Done at the foot of a page does next. */
public enum PageStep {

		/** Something on this page has no answer yet: that is True. */
		ANSWER,

		/** This page is answered, another is not. */
		GO_ON,

		/** All is answered, and something Unsure was not looked at again. */
		SECOND_LOOK,

		/** Nothing is left to do. */
		FINISH;

	/**
	 * @param items of this page
	 * @param seen whether an item was looked at again
	 */
	public static PageStep of(final ReviewSession session,
		final List<Integer> items, final IntPredicate seen)
	{
		if (openOf(session, items) > 0) return ANSWER;
		if (session.counts().open() > 0) return GO_ON;
		return IntStream.range(0, session.items().size()).anyMatch(i -> session
			.answer(i).filter(a -> a == Answer.UNSURE).isPresent() && !seen.test(i))
				? SECOND_LOOK : FINISH;
	}

	/** What the button says. */
	public String label(final ReviewSession session, final List<Integer> items) {
		return switch (this) {
			case ANSWER -> {
				final long open = openOf(session, items);
				yield open == items.size() ? "Done: all " + open + " are True"
					: "Done: the other " + open + (open == 1 ? " is True" : " are True");
			}
			case GO_ON -> "Next open page";
			case SECOND_LOOK -> "Second look at " + session.counts().unsure() +
				" Unsure";
			case FINISH -> "Finish";
		};
	}

	private static long openOf(final ReviewSession session,
		final List<Integer> items)
	{
		return items.stream().filter(i -> session.answer(i).isEmpty()).count();
	}
}
