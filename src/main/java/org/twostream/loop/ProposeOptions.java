
package org.twostream.loop;

/**
 * Keys of {@code propose}; "" and 0 mean the default.
 *
 * @param prediction number of the prediction or URI of one made elsewhere,
 *          default the newest
 * @param threshold 0..1, or recall:R
 * @param minVoxels smallest object kept, default by target
 * @param connectivity 6, 18 or 26
 * @param patchNm side of the square a patch shows, default fits the
 *          95th-percentile object
 */
public record ProposeOptions(String prediction, String threshold, int minVoxels,
		int connectivity, double patchNm, Compute compute) {
}
