
package org.twostream.net;

import java.nio.file.Path;

/** A VAE training under way; not thread-safe. */
public interface VaeTraining extends AutoCloseable {

	/**
	 * Loss of one step, mean over the batch.
	 *
	 * @param l1 mean absolute reconstruction error per pixel
	 * @param kl KL divergence to N(0, I), summed over the latent
	 * @param objective what is learned: l1 over all pixels + KL of Table S-1,
	 *          squared error + 1e-4 KL of the released encoders
	 */
	record Loss(double l1, double kl, double objective) {
	}

	/** Steps done, counted over resumes. */
	int step();

	/**
	 * @param patches (n, 1, 112, 112)
	 * @return the loss before the step
	 */
	Loss step(Tensor patches);

	/** The loss without learning, decoding the mean. */
	Loss loss(Tensor patches);

	void saveState(Path file);

	void restoreState(Path file);

	@Override
	void close();
}
