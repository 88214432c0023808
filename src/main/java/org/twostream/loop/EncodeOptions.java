
package org.twostream.loop;

/**
 * Keys of {@code encode}; "" and 0 mean the default.
 *
 * @param rois number of the ROI set, default the newest
 * @param maskLatent length of the mask embedding
 * @param imageLatent length of the image embedding
 * @param epochs passes over the ROIs (the image encoder sees as many patches)
 * @param batch patches per step
 */
public record EncodeOptions(String rois, int maskLatent, int imageLatent,
		int epochs, int batch, Compute compute) {

	/** Default length of the mask embedding. */
	public static final int MASK_LATENT = 20;
	/** Default length of the image embedding. */
	public static final int IMAGE_LATENT = 256;
	/** Default patches per step. */
	public static final int BATCH = 8;

	/** Puts the defaults. */
	public EncodeOptions {
		if (maskLatent == 0) maskLatent = MASK_LATENT;
		if (imageLatent == 0) imageLatent = IMAGE_LATENT;
		if (batch == 0) batch = BATCH;
	}

	/** The same of another ROI set. */
	EncodeOptions of(final String newRois) {
		return new EncodeOptions(newRois, maskLatent, imageLatent, epochs, batch,
			compute);
	}
}
