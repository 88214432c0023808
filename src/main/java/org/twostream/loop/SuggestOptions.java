
package org.twostream.loop;

/**
 * Keys of {@code suggest}; "" and 0 mean the default.
 *
 * @param encoders number of the encoders, default the newest
 * @param strategy a name of {@link org.twostream.query.Strategies}, or
 *          adjudication
 * @param budget ROIs to ask
 * @param maskClusters N
 * @param imageClusters M, inside each mask cluster
 * @param perCluster Q, asked inside each image cluster
 * @param testShare share of the ROIs of which nothing is ever asked, 0..0.9
 * @param audit share of the batch that is drawn at random whatever the
 *          strategy, 0..0.9
 * @param round of the loop that asks; 0 outside a loop
 */
public record SuggestOptions(String encoders, String strategy, int budget,
		int maskClusters, int imageClusters, int perCluster, double testShare,
		double audit, int round, Compute compute) {

	/** Without an audit. */
	public SuggestOptions(final String encoders, final String strategy,
		final int budget, final int maskClusters, final int imageClusters,
		final int perCluster, final double testShare, final int round,
		final Compute compute)
	{
		this(encoders, strategy, budget, maskClusters, imageClusters, perCluster,
			testShare, 0, round, compute);
	}
}
