
package org.twostream.net;

import java.nio.file.Path;
import java.util.List;

/** A training under way; not thread-safe. */
public interface SegmentationTraining extends AutoCloseable {

	/** All voxels weigh the same: a single 1. */
	Tensor EQUAL = new Tensor(new float[] { 1 }, 1, 1, 1, 1, 1);

	/** Steps done, counted over resumes. */
	int step();

	/**
	 * One step. On weighted binary cross-entropy + Dice, 1:1 (reference model.md
	 * 1.5, loss facts of the 2020 code); for hybrid and plain U-Nets on voxel
	 * weight x cross-entropy + L2 (reference model.md 6.2); with a loss head also
	 * on the ranking of pairs of windows (reference model.md 4).
	 *
	 * @param input (batch, 1, z, y, x), intensity 0..1
	 * @param target (batch, channels, z, y, x) of the input's size, 0 or 1; NaN
	 *          marks voxels that have no say, and those in the network's margin
	 *          never have one; with softmax 1 in the channel of the class
	 * @param weights (batch, 1, z, y, x) of the input's size, factors of a
	 *          voxel's cross-entropy, 0 or more; or {@link #EQUAL}
	 * @return the loss before the step
	 */
	double step(Tensor input, Tensor target, Tensor weights);

	/** {@link #step} with equal weights. */
	default double step(final Tensor input, final Tensor target) {
		return step(input, target, EQUAL);
	}

	/**
	 * The main term of the loss on windows without learning from them, running
	 * statistics.
	 */
	double loss(Tensor input, Tensor target, Tensor weights);

	/** {@link #loss} with equal weights. */
	default double loss(final Tensor input, final Tensor target) {
		return loss(input, target, EQUAL);
	}

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
