
package org.twostream.net;

import java.nio.file.Path;

/**
 * A variational autoencoder for 112 x 112 patches, one channel; see
 * {@link VaeArchitecture}. Not thread-safe. Native memory is freed by
 * {@link #close}.
 */
public interface Vae extends AutoCloseable {

	/** Length of the embedding. */
	int latent();

	/**
	 * Table S-1: 5,149,065 at latent 20 and 152,668,465 at latent 1000; released:
	 * 4,716,257 at 16 and 10,911,425 at 1024.
	 */
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

	/**
	 * Starts a training on the variant's loss that changes the weights in place.
	 */
	VaeTraining train(Optimizer optimizer, org.twostream.core.Seed seed);

	/**
	 * Starts a training of encoder and mean head on the triplet loss 2 sigmoid(dP
	 * - dN)^2 (paper Eq. 2; model.md section 4).
	 */
	TripletTraining refine(Optimizer optimizer);

	/** Writes the weights as safetensors, atomically. */
	void save(Path safetensors);

	/**
	 * Takes the weights of a file.
	 *
	 * @throws org.twostream.core.UserError if it is missing, damaged or of
	 *           another architecture; the weights are then undefined
	 */
	void load(Path safetensors);

	@Override
	void close();
}
