
package org.twostream.review.session;

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

	/** Items without an answer. */
	public int open() {
		return items - answered;
	}
}
