
package org.twostream.review.session;

import java.util.Optional;

import org.twostream.core.Answer;

/**
 * The colours of answers, the same in all windows, as opaque ARGB: True green,
 * False red, Unsure white. Hues as of Okabe and Ito (2008), which stay apart in
 * the common forms of colour blindness, made brighter for thin lines on grey.
 */
public final class AnswerColours {

	public static final int TRUE = 0xFF00D095;
	public static final int FALSE = 0xFFFF5A1F;
	public static final int UNSURE = 0xFFFFFFFF;
	/** Has no answer yet. */
	public static final int OPEN = 0xFF56B4E9;
	/** Stands around the current item, beside the colour of its answer. */
	public static final int CURRENT = 0xFFF0E442;

	private AnswerColours() {}

	/** The colour of an answer, {@link #OPEN} where there is none. */
	public static int of(final Optional<Answer> answer) {
		return answer.map(AnswerColours::of).orElse(OPEN);
	}

	/** The colour of an answer. */
	public static int of(final Answer answer) {
		return switch (answer) {
			case TRUE -> TRUE;
			case FALSE -> FALSE;
			case UNSURE -> UNSURE;
		};
	}
}
