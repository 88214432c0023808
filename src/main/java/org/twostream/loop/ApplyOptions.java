
package org.twostream.loop;

/**
 * Keys of {@code apply}.
 *
 * @param queries number of the batch whose clusters spread the answers, default
 *          the newest
 * @param consensus how several annotators are settled: majority or dawid-skene;
 *          later steps on the same ROI set take it from here
 * @param until only what was recorded by this instant counts, "" for all
 */
public record ApplyOptions(String queries, String consensus, String until,
		Compute compute) {

	/** Of now, by the majority. */
	public ApplyOptions(final String queries, final Compute compute) {
		this(queries, "majority", "", compute);
	}
}
