
package org.twostream.loop;

/**
 * Keys of {@code suggest}; "" and 0 mean the default.
 *
 * @param encoders number of the encoders, default the newest
 * @param strategy random, mask-only, image-only, late-fusion or hierarchical
 * @param budget ROIs to ask
 * @param maskClusters N
 * @param imageClusters M, inside each mask cluster
 * @param perCluster Q, asked inside each image cluster
 * @param testShare share of the ROIs of which nothing is ever asked, 0..0.9
 * @param round of the loop that asks; 0 outside a loop
 */
public record SuggestOptions(String encoders, String strategy, int budget,
		int maskClusters, int imageClusters, int perCluster, double testShare,
		int round, Compute compute) {
}
