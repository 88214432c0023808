
package org.twostream.net;

import java.nio.file.Path;

/**
 * A 3-D network from intensity to probability, on one device. Not thread-safe:
 * one caller at a time. Native memory is freed by {@link #close}.
 */
public interface SegmentationNetwork extends AutoCloseable {

	Architecture architecture();

	/** Trainable numbers: convolutions and normalisation scale and shift. */
	long parameterCount();

	/** Which inputs it takes. */
	InputSizes inputSizes();

	/**
	 * Voxels that the output lacks at each end of the axes: {z, y, x}, 0 where it
	 * is as large as the input. The output's voxel (k, j, i) is the input's (k +
	 * margin[0], j + margin[1], i + margin[2]).
	 */
	default int[] margin() {
		return inputSizes().margin();
	}

	/**
	 * Inference with running statistics.
	 *
	 * @param input (batch, 1, z, y, x), intensity 0..1
	 * @return (batch, channels, z, y, x), probability 0..1, without the
	 *         {@link #margin}; the same bytes for the same input, thread count
	 *         and processor
	 */
	Tensor predict(Tensor input);

	/**
	 * Predicts how large the loss of windows will be, relative to each other:
	 * what a sampler by learning loss asks about first.
	 *
	 * @param input (batch, 1, z, y, x), intensity 0..1
	 * @return a number per window, without a unit
	 * @throws org.twostream.core.UserError if the network has no loss head
	 */
	double[] predictLoss(Tensor input);

	/** Starts a training that changes this network's weights in place. */
	SegmentationTraining train(Optimizer optimizer);

	/**
	 * Writes weights and running statistics as safetensors, atomically.
	 *
	 * @throws org.twostream.core.UserError if the file cannot be written
	 */
	void save(Path safetensors);

	@Override
	void close();
}
