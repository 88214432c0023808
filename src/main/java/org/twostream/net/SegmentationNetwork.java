
package org.twostream.net;

import java.nio.file.Path;

/**
 * A 3-D network from intensity to probability that can learn. Not thread-safe:
 * one caller at a time. Native memory is freed by {@link #close}.
 */
public interface SegmentationNetwork extends InferenceNetwork {

	Architecture architecture();

	/** Trainable numbers: convolutions and normalisation scale and shift. */
	long parameterCount();

	@Override
	default int channels() {
		return architecture().channels();
	}

	/**
	 * Inference with running statistics.
	 *
	 * @param input (batch, 1, z, y, x), intensity 0..1
	 */
	@Override
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
}
