
package org.twostream.net;

import java.io.Serializable;
import java.util.Locale;

import org.twostream.core.UserError;

/**
 * Which autoencoder, and how long its embedding is.
 *
 * @param variant the layers
 * @param latent length of the embedding, 1 or more
 * @param grey whether patches are grey values 0..1, not masks -1, 0, 1; the
 *          released encoders see them as -1..1
 */
public record VaeArchitecture(Variant variant, int latent, boolean grey)
		implements
			Serializable {

	/** The layers. */
	public enum Variant {

			/**
			 * Table S-1 of the paper's supplement; absolute error summed over the
			 * pixels plus KL divergence.
			 */
			PAPER,
			/**
			 * As the authors released encoders in 2022 (model.md 3.2): six
			 * convolutions of stride 2, squared error, mean over the pixels, plus
			 * 1e-4 KL divergence. Theirs take 128 x 128 pixels. Patches of 112 x 112
			 * need no other weights: the encoder ends at 2 x 2 from either size,
			 * since 7 / 2 rounds up to 4, and one layer of the decoder adds no line
			 * to get from 4 to 7.
			 */
			RELEASED;

		/** The value of the key {@code vae}. */
		public String text() {
			return name().toLowerCase(Locale.ROOT);
		}

		/**
		 * @throws UserError if there is none of that name
		 */
		public static Variant named(final String text) {
			for (final Variant v : values())
				if (v.text().equals(text)) return v;
			throw new UserError("vae=" + text +
				" is neither paper nor released; choose one of them.");
		}

		/**
		 * How it is trained: Adam 5e-4 with a cosine, since the paper states
		 * nothing; AdamW 1e-3 without decay, warm-up and cosine as released.
		 */
		public Optimizer optimizer(final int steps) {
			return this == PAPER ? Optimizer.cosine(5e-4, steps) : new Optimizer(
				Optimizer.Rule.ADAMW, Schedule.cosine(1e-3, steps), 0, 0, 0);
		}
	}

	/**
	 * @throws UserError if the length is below 1
	 */
	public VaeArchitecture {
		if (latent < 1) throw new UserError("An embedding of " + latent +
			" numbers is too short; give 1 or more.");
	}

	/** Table S-1, which takes grey values and masks alike. */
	public static VaeArchitecture paper(final int latent) {
		return new VaeArchitecture(Variant.PAPER, latent, false);
	}

	/** Numbers that are learned. */
	public long parameterCount() {
		return Weights.count(VaeCode.parameters(this));
	}
}
