
package org.twostream.net;

import java.nio.file.Path;

/** A VAE training under way; not thread-safe. */
public interface VaeTraining extends AutoCloseable {

	/**
	 * Loss of one step.
	 *
	 * @param l1 mean absolute reconstruction error per pixel
	 * @param kl KL divergence to N(0, I), summed over the latent, mean over the
	 *          batch
	 */
	record Loss(double l1, double kl) {
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
