
package org.twostream.loop;

import org.twostream.core.UserError;
import org.twostream.net.VaeArchitecture.Variant;

/**
 * Keys of {@code encode}; "" and 0 mean the default.
 *
 * @param rois number of the ROI set, default the newest
 * @param vae paper or released
 * @param maskLatent length of the mask embedding
 * @param imageLatent length of the image embedding
 * @param epochs passes over the ROIs (the image encoder sees as many patches)
 * @param batch patches per step
 * @param patience checks of the held-out patches, of some 20, without a lower
 *          loss that end a training with the best weights; 0 for never
 */
public record EncodeOptions(String rois, String vae, int maskLatent,
		int imageLatent, int epochs, int batch, int patience, Compute compute) {

	/** Default network. */
	public static final String VAE = "paper";
	/** Default length of the mask embedding. */
	public static final int MASK_LATENT = 20;
	/** Default length of the image embedding. */
	public static final int IMAGE_LATENT = 64;
	/** Default patches per step. */
	public static final int BATCH = 8;
	/** Default patience. */
	public static final int PATIENCE = 5;

	/**
	 * Puts the defaults.
	 *
	 * @throws UserError if there is no such network or patience is negative
	 */
	public EncodeOptions {
		if (vae.isEmpty()) vae = VAE;
		Variant.named(vae);
		if (maskLatent == 0) maskLatent = MASK_LATENT;
		if (imageLatent == 0) imageLatent = IMAGE_LATENT;
		if (batch == 0) batch = BATCH;
		if (patience < 0) throw new UserError("patience=" + patience +
			" is negative; give a number of checks, or 0 for never.");
	}

	/** The default network and patience. */
	public EncodeOptions(final String rois, final int maskLatent,
		final int imageLatent, final int epochs, final int batch,
		final Compute compute)
	{
		this(rois, VAE, maskLatent, imageLatent, epochs, batch, PATIENCE, compute);
	}

	/** The same for a ROI set, with a number of epochs. */
	EncodeOptions of(final String set, final int passes) {
		return new EncodeOptions(set, vae, maskLatent, imageLatent, passes, batch,
			patience, compute);
	}

	Variant variant() {
		return Variant.named(vae);
	}
}
