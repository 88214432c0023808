
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
}
