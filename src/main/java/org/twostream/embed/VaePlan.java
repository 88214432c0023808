
package org.twostream.embed;

import java.nio.file.Path;
import java.util.Optional;

import org.twostream.core.UserError;
import org.twostream.net.Optimizer;
import org.twostream.net.VaeArchitecture.Variant;

/**
 * How a {@link VaeTrainer} goes about its steps.
 *
 * @param optimizer rates, and the number of steps
 * @param batch patches per step, 1 or more
 * @param heldOut patches that are not learned from; 0 for none
 * @param pointEvery steps per point of the curve, 1 or more
 * @param patience points without a lower held-out loss after which training
 *          stops early; it then ends with the weights of the lowest, which are
 *          kept beside the checkpoint, so that it needs one; 0 for never
 * @param threads workers that read patches, 1 or more
 * @param checkpoint where the state is kept, empty for none; when the file is
 *          there, training goes on from it
 * @param checkpointEvery steps, 1 or more
 */
public record VaePlan(Optimizer optimizer, int batch, int heldOut,
		int pointEvery, int patience, int threads, Optional<Path> checkpoint,
		int checkpointEvery) {

	/**
	 * @throws UserError if the batch is below 1
	 */
	public VaePlan {
		if (batch < 1) throw new UserError("batch=" + batch +
			" is below 1; give the number of patches per step.");
		if (heldOut < 0 || pointEvery < 1 || patience < 0 || threads < 1 ||
			checkpointEvery < 1) throw new IllegalArgumentException(heldOut + ", " +
				pointEvery + ", " + patience + ", " + threads + ", " + checkpointEvery);
	}

	/**
	 * So many passes over so many patches: the optimiser of Table S-1, a
	 * twentieth (512 at most) held out, some 20 points, no early stop, no
	 * checkpoint.
	 *
	 * @param patches 2 or more
	 * @param epochs 1 or more
	 */
	public static VaePlan epochs(final long patches, final int epochs,
		final int batch, final int threads)
	{
		if (epochs < 1) throw new UserError("epochs=" + epochs +
			" is below 1; give the number of passes over the patches.");
		final int heldOut = (int) Math.min(512, patches / 20);
		final long steps = Math.max(1, (epochs * (patches - heldOut) + batch - 1) /
			Math.max(1, batch));
		return steps((int) Math.min(Integer.MAX_VALUE, steps), batch, heldOut,
			threads);
	}

	/** As {@link #epochs} with a number of steps instead. */
	public static VaePlan steps(final int steps, final int batch,
		final int heldOut, final int threads)
	{
		return new VaePlan(Variant.PAPER.optimizer(steps), batch, heldOut, Math.max(
			1, steps / 20), 0, threads, Optional.empty(), 500);
	}

	/** The same steps with the optimiser of a variant. */
	public VaePlan learning(final Variant variant) {
		return new VaePlan(variant.optimizer(optimizer.steps()), batch, heldOut,
			pointEvery, patience, threads, checkpoint, checkpointEvery);
	}

	/** The same with a checkpoint. */
	public VaePlan keeping(final Path state, final int every) {
		return new VaePlan(optimizer, batch, heldOut, pointEvery, patience, threads,
			Optional.of(state), every);
	}

	/** The same, stopping early. */
	public VaePlan patient(final int points) {
		return new VaePlan(optimizer, batch, heldOut, pointEvery, points, threads,
			checkpoint, checkpointEvery);
	}
}
