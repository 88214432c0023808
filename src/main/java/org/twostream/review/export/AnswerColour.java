
package org.twostream.review.export;

import java.util.Optional;

import org.twostream.core.Answer;

/**
 * The colours of answers, as {@code #rrggbb}; for people who cannot tell red
 * from green as well.
 */
public final class AnswerColour {

	static final String MISSED = "#56b4e9";

	private AnswerColour() {}

	/** Grey where there is no answer. */
	public static String of(final Optional<Answer> answer) {
		if (answer.isEmpty()) return "#808080";
		return switch (answer.get()) {
			case TRUE -> "#009e73";
			case FALSE -> "#d55e00";
			case UNSURE -> "#ffffff";
		};
	}
}
