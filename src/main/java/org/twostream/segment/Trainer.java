
package org.twostream.segment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

import org.twostream.core.Cancelled;
import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.core.UserError;
import org.twostream.net.SegmentationNetwork;
import org.twostream.net.SegmentationTraining;
import org.twostream.net.Tensor;

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

	/**
	 * @param heldOut batches that are not learned from, whose loss is noted at
	 *          each point of the curve; may be empty
	 */
	public Trainer(final SegmentationNetwork network, final BatchSource source,
		final List<Batch> heldOut)
	{
		this.network = network;
		this.source = source;
		this.heldOut = List.copyOf(heldOut);
	}

	/**
	 * Trains until the plan's last step. The weights change in place; nothing is
	 * saved but checkpoints.
	 *
	 * @return the curve, from the first step on even after an interruption
	 * @throws UserError if the loss is no longer a number or a checkpoint belongs
	 *           to another network
	 * @throws Cancelled between two steps; with a checkpoint, no step is lost
	 */
	public LearningCurve train(final TrainingPlan plan, final Progress progress) {
		try (SegmentationTraining training = network.train(plan.optimizer())) {
			final Curve curve = new Curve();
			plan.checkpoint().filter(Files::exists).ifPresent(file -> {
				training.restoreState(file);
				curve.restore(file, training.step());
			});
			try (Prefetcher<Batch> batches = new Prefetcher<>(source::batch, training
				.step(), plan.optimizer().steps(), plan.threads()))
			{
				while (training.step() < plan.optimizer().steps())
					step(training, batches, curve, plan, progress);
			}
			checkpoint(training, curve, plan);
			final List<Tensor> inputs = new ArrayList<>();
			for (int i = 0; i < plan.normalization(); i++) {
				progress.check();
				inputs.add(source.batch(i).input());
			}
			training.estimateNormalization(inputs);
			return new LearningCurve(curve.points);
		}
	}

	private void step(final SegmentationTraining training,
		final Prefetcher<Batch> batches, final Curve curve, final TrainingPlan plan,
		final Progress progress)
	{
		final Batch batch = batches.next();
		if (progress.cancelled()) {
			checkpoint(training, curve, plan);
			throw new Cancelled();
		}
		final double loss = training.step(batch.input(), batch.target(), batch
			.weights());
		if (!Double.isFinite(loss)) throw new UserError("The loss is " + loss +
			" at step " + training.step() + " with a learning rate of " + plan
				.optimizer().learningRate() + "; give a lower learning rate.");
		curve.add(loss);
		final int done = training.step();
		final int steps = plan.optimizer().steps();
		if (done % plan.pointEvery() == 0 || done == steps) curve.point(done,
			heldOutLoss(training));
		if (done % plan.checkpointEvery() == 0 && done < steps) checkpoint(training,
			curve, plan);
		progress.report((double) done / steps, String.format(Locale.ROOT,
			"Training, loss %.3f", loss));
	}

	private OptionalDouble heldOutLoss(final SegmentationTraining training) {
		return heldOut.stream().mapToDouble(b -> training.loss(b.input(), b
			.target(), b.weights())).average();
	}

	private static void checkpoint(final SegmentationTraining training,
		final Curve curve, final TrainingPlan plan)
	{
		// The curve first: one that is longer than the state can be cut.
		plan.checkpoint().ifPresent(file -> {
			curve.save(file);
			training.saveState(file);
		});
	}

	/** The curve with the losses that are not yet in a point. */
	private static final class Curve {

		private final List<LearningCurve.Point> points = new ArrayList<>();
		private double sum;
		private int count;

		void add(final double loss) {
			sum += loss;
			count++;
		}

		void point(final int step, final OptionalDouble heldOut) {
			points.add(new LearningCurve.Point(step, sum / count, heldOut));
			sum = 0;
			count = 0;
		}

		void save(final Path state) {
			new Json().put("points", new LearningCurve(points).json()).put("sum", sum)
				.put("count", count).write(beside(state));
		}

		void restore(final Path state, final int step) {
			if (!Files.exists(beside(state))) return;
			final Json json = Json.read(beside(state));
			for (final LearningCurve.Point p : LearningCurve.fromJson(json.objects(
				"points")).points())
				if (p.step() <= step) points.add(p);
			final int last = points.isEmpty() ? 0 : points.get(points.size() - 1)
				.step();
			// After a crash between the two files the sum is of later steps.
			if (last + json.integer("count") == step) {
				sum = json.number("sum");
				count = (int) json.integer("count");
			}
		}

		private static Path beside(final Path state) {
			return state.resolveSibling(state.getFileName() + ".curve.json");
		}
	}
}
