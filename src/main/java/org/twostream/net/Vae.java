
package org.twostream.net;

import java.nio.file.Path;

/**
 * The variational autoencoder of Table S-1 (supplement) for 112 x 112 patches,
 * one channel. Not thread-safe. Native memory is freed by {@link #close}.
 */
public interface Vae extends AutoCloseable {

	/** Length of the embedding. */
	int latent();

	/** 5,149,065 at latent 20 and 152,668,465 at latent 1000. */
	long parameterCount();

	/**
	 * The embedding: the mean vector.
	 *
	 * @param patches (n, 1, 112, 112), 0..1 (masks: 0 or 1; polarity masks: pre
	 *          1, post -1)
	 * @return n x latent
	 */
	Matrix encode(Tensor patches);

	/** Decoded means, (n, 1, 112, 112). */
	Tensor reconstruct(Tensor patches);

	/** Starts a training on l1 + KL that changes the weights in place. */
	VaeTraining train(Optimizer optimizer, org.twostream.core.Seed seed);

	/**
	 * Starts a training of encoder and mean head on the triplet loss 2 sigmoid(dP
	 * - dN)^2 (paper Eq. 2; model.md section 4).
	 */
	TripletTraining refine(Optimizer optimizer);

	/** Writes the weights as safetensors, atomically. */
	void save(Path safetensors);

	@Override
	void close();
}
