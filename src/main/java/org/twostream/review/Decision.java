
package org.twostream.review;

import org.twostream.core.Answer;

/**
 * What holds for one ROI in the end.
 *
 * @param row of the ROI table
 * @param answer Unsure only where that is what was answered
 * @param probability that it is a real object, 0..1; see
 *          {@link AnswerSpreading} and {@code review.spread}
 * @param source where the answer came from
 */
public record Decision(int row, Answer answer, double probability,
		Source source) {

	/** Where an answer came from. */
	public enum Source {

			/** It was asked. */
			VERDICT,
			/** The majority of its cluster. */
			CLUSTER,
			/** A vote of the answered ROIs nearest to it. */
			NEIGHBOURS,
			/** A classifier trained on the answers. */
			MODEL,
			/** Nobody answered for it: it stays True. */
			DEFAULT;

		/** The form in files: lower case. */
		public String text() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}
	}

	/**
	 * Whether it counts as an object: all but False, since what nobody could
	 * decide stays as it was proposed.
	 */
	public boolean keeps() {
		return answer != Answer.FALSE;
	}
}
