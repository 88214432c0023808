
package org.twostream.review;

import org.twostream.query.Query;

/**
 * One thing to answer.
 *
 * @param row of the ROI table
 * @param purpose {@link Purpose#QUERY}, a check, or an adjudication; nothing
 *          that a window shows may tell a check from a query
 * @param order place in the order by cluster and distance, from 1
 * @param why it is asked, a sentence for the annotator
 */
public record ReviewItem(int row, Purpose purpose, int order, String why) {

	/** A query to be answered. */
	public static ReviewItem of(final Query query) {
		return new ReviewItem(query.roi(), Purpose.QUERY, query.order(), query
			.why());
	}
}
