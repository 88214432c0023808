
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

	/** Default steps. */
	public static final int ITERATIONS = 100;
	/** Default triplets per step. */
	public static final int BATCH = 16;

	/** Puts the defaults. */
	public RefineOptions {
		if (iterations == 0) iterations = ITERATIONS;
		if (batch == 0) batch = BATCH;
	}
}
