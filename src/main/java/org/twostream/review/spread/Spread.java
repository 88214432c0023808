
package org.twostream.review.spread;

import java.util.List;

import org.twostream.review.Decision;

/**
 * Answers, spread.
 *
 * @param decisions one per ROI, in the order of the table
 * @param notes what the user should know, one sentence each; mostly empty
 */
public record Spread(List<Decision> decisions, List<String> notes) {

	public Spread {
		decisions = List.copyOf(decisions);
		notes = List.copyOf(notes);
	}

	static Spread of(final List<Decision> decisions) {
		return new Spread(decisions, List.of());
	}
}
