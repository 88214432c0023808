
package org.twostream.loop;

import org.twostream.core.UserError;
import org.twostream.embed.Anchors;

/**
 * Keys of {@code refine}; "" and 0 mean the default.
 *
 * @param encoders number of the encoders to start from, default the newest
 * @param refine which encoder learns: image (the paper's best, Table 3), mask
 *          or both
 * @param anchors random, as in the paper, or hard
 * @param initial whether the image encoder learns from the initial labelled
 *          volume: yes, no, or auto, as long as True and False answers are
 *          missing
 * @param iterations triplet steps
 * @param batch triplets per step
 */
public record RefineOptions(String encoders, String refine, String anchors,
		String initial, int iterations, int batch, Compute compute) {

	/** Default encoder. */
	public static final String REFINE = "image";
	/** Default anchors. */
	public static final String ANCHORS = "random";
	/** Default use of the initial volume. */
	public static final String INITIAL = "auto";
	/** Default steps. */
	public static final int ITERATIONS = 100;
	/** Default triplets per step. */
	public static final int BATCH = 16;

	/**
	 * Puts the defaults.
	 *
	 * @throws UserError if a word is unknown
	 */
	public RefineOptions {
		if (refine.isEmpty()) refine = REFINE;
		if (anchors.isEmpty()) anchors = ANCHORS;
		if (initial.isEmpty()) initial = INITIAL;
		if (iterations == 0) iterations = ITERATIONS;
		if (batch == 0) batch = BATCH;
		Anchors.named(anchors);
		if (!refine.matches("image|mask|both")) throw new UserError("refine=" +
			refine + " is none of image, mask, both; choose one of them.");
		if (!initial.matches("auto|yes|no")) throw new UserError("initial=" +
			initial + " is none of auto, yes, no; choose one of them.");
		if (initial.equals("yes") && refine.equals("mask")) throw new UserError(
			"initial=yes goes with the image encoder, and refine=mask leaves it as " +
				"it is; give refine=image or both.");
	}

	/** The image encoder from the answers, as the paper has it. */
	public RefineOptions(final String encoders, final int iterations,
		final int batch, final Compute compute)
	{
		this(encoders, REFINE, ANCHORS, INITIAL, iterations, batch, compute);
	}

	/** The same from other encoders. */
	RefineOptions from(final String id) {
		return new RefineOptions(id, refine, anchors, initial, iterations, batch,
			compute);
	}

	/** Whether a stream's encoder learns. */
	boolean learns(final String stream) {
		return refine.equals("both") || refine.equals(stream);
	}
}
