
package org.twostream.review.session;

import java.util.Optional;

import org.twostream.core.Answer;

/** What the next click on an ROI answers. */
public final class AnswerCycle {

	private AnswerCycle() {}

	/**
	 * One click makes False, two Unsure, three True again; what has no answer
	 * counts as True.
	 */
	public static Answer next(final Optional<Answer> now) {
		return switch (now.orElse(Answer.TRUE)) {
			case TRUE -> Answer.FALSE;
			case FALSE -> Answer.UNSURE;
			case UNSURE -> Answer.TRUE;
		};
	}
}
