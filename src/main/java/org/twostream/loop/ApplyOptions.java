
package org.twostream.loop;

import org.twostream.review.spread.SpreadRule;

/**
 * Keys of {@code apply}.
 *
 * @param queries number of the batch whose clusters spread the answers, default
 *          the newest
 * @param consensus how several annotators are settled: majority or dawid-skene;
 *          later steps on the same ROI set take it from here
 * @param until only what was recorded by this instant counts, "" for all
 * @param spread how answers become decisions: auto, majority, weighted or
 *          classifier
 * @param enough precision of the kept ROIs, 0..1, from which on an audit sample
 *          says that nothing more need be asked
 */
public record ApplyOptions(String queries, String consensus, String until,
		String spread, double enough, Compute compute) {

	/** Precision that an audit asks for unless told otherwise. */
	public static final double ENOUGH = 0.95;

	/** Spread as fits the strategy. */
	public ApplyOptions(final String queries, final String consensus,
		final String until, final Compute compute)
	{
		this(queries, consensus, until, SpreadRule.AUTO, ENOUGH, compute);
	}

	/** The same of another batch. */
	ApplyOptions of(final String batch) {
		return new ApplyOptions(batch, consensus, until, spread, enough, compute);
	}

	/** Of now, settled by the majority. */
	public ApplyOptions(final String queries, final Compute compute) {
		this(queries, "majority", "", compute);
	}
}
