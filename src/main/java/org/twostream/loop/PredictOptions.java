
package org.twostream.loop;

/**
 * Keys of {@code predict}; "" and 0 mean the default.
 *
 * @param base number of the base model or a model folder, default the newest
 * @param window "x,y,z" voxels, default the training window
 * @param overlap share of the window that neighbours share, 0..0.9
 * @param tta 1, 4, 8 or 16 flips
 * @param batch windows per forward pass
 */
public record PredictOptions(String base, String window, double overlap,
		int tta, int batch, Compute compute) {
}
