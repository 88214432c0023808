
package org.twostream.loop;

/**
 * Keys of {@code refine}; "" and 0 mean the default.
 *
 * @param encoders number of the encoders to start from, default the newest
 * @param iterations triplet steps
 * @param batch triplets per step
 */
public record RefineOptions(String encoders, int iterations, int batch,
		Compute compute) {
}
