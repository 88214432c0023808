
package org.twostream.segment;

import java.util.List;
import java.util.Optional;

import org.twostream.core.Cancelled;
import org.twostream.core.Progress;
import org.twostream.core.UserError;
import org.twostream.net.SegmentationNetwork;
import org.twostream.net.SegmentationTraining;

/**
 * Trains a network on batches: prepared ahead on other threads, with a curve of
 * the loss, checkpoints from which an interrupted training goes on, and an
 * estimate of normalisation at the end. Not thread-safe; does not close the
 * network.
 */
public final class Trainer {

	private final SegmentationNetwork network;
	private final BatchSource source;
	private final List<Batch> heldOut;
	private final Optional<HeldOutCheck> check;
	private final TrainingView view;

	/**
	 * @param heldOut batches that are not learned from, whose loss is noted at
	 *          each point of the curve; may be empty
	 * @param check scored at points of the curve, as often as a tenth of the work
	 *          of training allows, and at the end
	 * @param view told of each point
	 */
	public Trainer(final SegmentationNetwork network, final BatchSource source,
		final List<Batch> heldOut, final Optional<HeldOutCheck> check,
		final TrainingView view)
	{
		this.network = network;
		this.source = source;
		this.heldOut = List.copyOf(heldOut);
		this.check = check;
		this.view = view;
	}

	/** Without checks of a held-out part. */
	public Trainer(final SegmentationNetwork network, final BatchSource source,
		final List<Batch> heldOut)
	{
		this(network, source, heldOut, Optional.empty(), TrainingView.NONE);
	}

	/**
	 * Trains until the plan ends. The weights change in place; nothing is saved
	 * but checkpoints and, with patience, the best weights beside them.
	 *
	 * @return the curve, from the first step on even after an interruption
	 * @throws UserError if the loss is no longer a number or a checkpoint belongs
	 *           to another network
	 * @throws Cancelled between two steps; with a checkpoint, no step is lost
	 */
	public LearningCurve train(final TrainingPlan plan, final Progress progress) {
		try (SegmentationTraining training = network.train(plan.optimizer())) {
			final TrainingRun run = new TrainingRun(network, training, plan,
				new TrainingRun.Checks(source, heldOut, check, view), progress);
			final long k = plan.accumulate();
			try (Prefetcher<Batch> batches = new Prefetcher<>(source::batch, k *
				training.step(), k * plan.optimizer().steps(), plan.threads()))
			{
				while (!run.over())
					run.step(batches);
			}
			return run.finish();
		}
	}
}
