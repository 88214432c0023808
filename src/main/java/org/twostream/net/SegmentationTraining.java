
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
	 * Adds the gradient of one mini-batch to those that the next step takes the
	 * mean of. The loss is weighted binary cross-entropy + Dice, 1:1 (reference
	 * model.md 1.5, loss facts of the 2020 code); for hybrid and plain U-Nets
	 * voxel weight x cross-entropy + L2 (reference model.md 6.2); with a loss
	 * head the ranking of pairs of windows is added (reference model.md 4).
	 * Several mini-batches give the gradient of one large one, but for
	 * normalisation, which each has of its own.
	 *
	 * @param input (batch, 1, z, y, x), intensity 0..1
	 * @param target (batch, channels, z, y, x) of the input's size, 0 or 1; NaN
	 *          marks voxels that have no say, and those in the network's margin
	 *          never have one; with softmax 1 in the channel of the class
	 * @param weights (batch, 1, z, y, x) of the input's size, factors of a
	 *          voxel's cross-entropy, 0 or more; or {@link #EQUAL}
	 * @return the loss before the step
	 */
	double gather(Tensor input, Tensor target, Tensor weights);

	/** {@link #gather} with equal weights. */
	default double gather(final Tensor input, final Tensor target) {
		return gather(input, target, EQUAL);
	}

	/**
	 * One step with what was gathered, at least one mini-batch.
	 *
	 * @param rate learning rate
	 */
	void update(double rate);

	/** {@link #gather} and {@link #update} at the rate of the schedule. */
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
	 * these inputs with the present weights.
	 */
	void estimateNormalization(List<Tensor> inputs);

	/**
	 * Does some work with the network as {@link #finish} would leave it now.
	 * After it the training goes on as if nothing had been.
	 */
	void asFinished(List<Tensor> inputs, Runnable work);

	/**
	 * Leaves the network as it is to be used: with averaged weights, where there
	 * are such, and their normalisation estimated from the inputs. Call once at
	 * the end.
	 */
	void finish(List<Tensor> inputs);

	/**
	 * Leaves the network with weights that its {@link SegmentationNetwork#save}
	 * wrote.
	 *
	 * @throws org.twostream.core.UserError if the file belongs to another network
	 */
	void finish(Path weights);

	/**
	 * Writes weights, moments, averages and step count, atomically.
	 *
	 * @param note what the caller has to remember with them
	 */
	void saveState(Path file, String note);

	/**
	 * Goes on from {@link #saveState}.
	 *
	 * @return the note
	 * @throws org.twostream.core.UserError if the file belongs to another network
	 *           or optimiser
	 */
	String restoreState(Path file);

	@Override
	void close();
}
