
package org.twostream.loop;

/**
 * Keys of {@code review}; "" means the default.
 *
 * @param queries number of the batch, default the newest
 * @param reviewer oracle (page and bdv need a window)
 * @param annotator name in the journal
 * @param truth URI of the truth, for the oracle and honeypots, default the
 *          project's
 * @param repeats ROIs asked again unseen, as a share of the queries, 0..0.5
 * @param honeypots ROIs of known answer asked unseen, as a share of the
 *          queries, 0..0.5
 */
public record ReviewOptions(String queries, String reviewer, String annotator,
		String truth, double repeats, double honeypots, Compute compute) {

	/** Without checks. */
	public ReviewOptions(final String queries, final String reviewer,
		final String annotator, final String truth, final Compute compute)
	{
		this(queries, reviewer, annotator, truth, 0, 0, compute);
	}
}
