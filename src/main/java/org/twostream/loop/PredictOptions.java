
package org.twostream.loop;

/**
 * Keys of {@code predict}; "" and 0 mean the default.
 *
 * @param base number of the base model, a model folder, a bioimage.io package
 *          or a TorchScript file, default the newest; several with commas
 *          between are averaged
 * @param window "x,y,z" voxels, default the first model's training window
 * @param overlap share of the window that neighbours share, 0..0.9
 * @param blending gaussian, gaussian:SIGMA or bump
 * @param tta 1, 4, 8 or 16 flips
 * @param batch windows per forward pass, 0 for what suits the device
 * @param channel which outputs of models of others count
 * @param activation what makes probabilities of them
 */
public record PredictOptions(String base, String window, double overlap,
		String blending, int tta, int batch, String channel, String activation,
		Compute compute) {

	/** Half overlap, Gaussian blending, no flips; window and batch as given. */
	public static PredictOptions of(final String window, final double overlap,
		final int batch, final Compute compute)
	{
		return new PredictOptions("", window, overlap, "", 1, batch, "", "",
			compute);
	}

	/** The same with another base model. */
	PredictOptions of(final String newBase) {
		return new PredictOptions(newBase, window, overlap, blending, tta, batch,
			channel, activation, compute);
	}
}
