
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
 */
public record SuggestOptions(String encoders, String strategy, int budget,
		int maskClusters, int imageClusters, int perCluster, Compute compute) {
}
