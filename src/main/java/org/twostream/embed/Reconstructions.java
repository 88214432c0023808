
package org.twostream.embed;

import org.twostream.net.Tensor;
import org.twostream.net.Vae;

/**
 * What an autoencoder keeps of patches.
 *
 * @param patches (n, 1, 112, 112)
 * @param decoded the same from their embeddings
 */
public record Reconstructions(Tensor patches, Tensor decoded) {

	/** How many are looked at. */
	private static final int SHOWN = 8;

	/**
	 * Of patches at even distances, which are the same for each call.
	 *
	 * @param patches 1 or more
	 */
	public static Reconstructions of(final Vae vae, final PatchSource patches) {
		final int n = (int) Math.min(SHOWN, patches.size());
		final long[] indices = new long[n];
		for (int i = 0; i < n; i++)
			indices[i] = i * patches.size() / n;
		final Tensor some = patches.batch(indices);
		return new Reconstructions(some, vae.reconstruct(some));
	}
}
