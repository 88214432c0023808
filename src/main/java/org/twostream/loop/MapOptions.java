
package org.twostream.loop;

/**
 * Keys of {@code map}; "" means the default.
 *
 * @param encoders number of the encoders, default the newest
 * @param embedding both, image or mask
 * @param layout umap or pca
 * @param neighbours of umap, 2 or more
 * @param limit ROIs drawn at most
 * @param truth URI of the truth, default the project's, if it has one
 */
public record MapOptions(String encoders, String embedding, String layout,
		int neighbours, int limit, String truth, Compute compute) {
}
