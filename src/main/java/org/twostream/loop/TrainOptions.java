
package org.twostream.loop;

/**
 * Keys of {@code train}; "" and 0 mean the default.
 *
 * @param raw labelled raw volume, default the project's initial volume
 * @param labels its labels, default the project's initial labels
 * @param model paper, light, wide, tiny or a model folder to start from
 * @param iterations optimisation steps
 * @param window "x,y,z" voxels
 * @param batch windows per step
 * @param learningRate peak rate of Adam
 */
public record TrainOptions(String raw, String labels, String model,
		int iterations, String window, int batch, double learningRate,
		Compute compute) {
}
