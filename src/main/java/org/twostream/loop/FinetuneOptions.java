
package org.twostream.loop;

/**
 * Keys of {@code finetune}; "" and 0 mean the default.
 *
 * @param base number of the base model to start from, default the newest
 * @param rois number of the ROI set whose answers are learned
 * @param iterations steps
 * @param window "x,y,z" voxels
 * @param batch windows per step, one quarter from the initial volume
 * @param learningRate peak rate of Adam
 */
public record FinetuneOptions(String base, String rois, int iterations,
		String window, int batch, double learningRate, Compute compute) {
}
