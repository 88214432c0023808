
package org.twostream.loop;

/**
 * Keys of {@code review}; "" means the default.
 *
 * @param queries number of the batch, default the newest
 * @param reviewer oracle (page and bdv need a window)
 * @param annotator name in the journal
 * @param truth URI of the truth, oracle only, default the project's
 */
public record ReviewOptions(String queries, String reviewer, String annotator,
		String truth, Compute compute) {
}
