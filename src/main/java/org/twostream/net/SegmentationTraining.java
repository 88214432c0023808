
package org.twostream.net;

import java.nio.file.Path;
import java.util.List;

/** A training under way; not thread-safe. */
public interface SegmentationTraining extends AutoCloseable {

	/** Steps done, counted over resumes. */
	int step();

	/**
	 * One step on weighted binary cross-entropy + Dice, 1:1 (reference model.md
	 * 1.5, loss facts of the 2020 code).
	 *
	 * @param input (batch, 1, z, y, x), intensity 0..1
	 * @param target (batch, channels, z, y, x) of the input's size, 0 or 1; NaN
	 *          marks voxels that have no say, and those in the network's margin
	 *          never have one
	 * @return the loss before the step
	 */
	double step(Tensor input, Tensor target);

	/** The loss on windows without learning from them, running statistics. */
	double loss(Tensor input, Tensor target);

	/**
	 * Replaces the running statistics of every normalisation by the mean over
	 * these inputs with the present weights; call once at the end.
	 */
	void estimateNormalization(List<Tensor> inputs);

	/** Writes weights, moments and step count, atomically. */
	void saveState(Path file);

	/**
	 * Goes on from {@link #saveState}.
	 *
	 * @throws org.twostream.core.UserError if the file belongs to another network
	 */
	void restoreState(Path file);

	@Override
	void close();
}
