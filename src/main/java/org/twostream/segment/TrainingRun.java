
package org.twostream.segment;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

import org.twostream.core.AtomicFile;
import org.twostream.core.Cancelled;
import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.core.UserError;
import org.twostream.net.SegmentationNetwork;
import org.twostream.net.SegmentationTraining;
import org.twostream.net.Tensor;

/**
 * A training between its first and its last step. All that decides how it goes
 * on is in the checkpoint, one file; the best weights are in a file of their
 * own, named by their step, and stay until a checkpoint knows of better ones.
 */
final class TrainingRun {

	/** Share of the work that may go into checks. */
	private static final double CHECKS = 0.1;
	/** A step's work: one pass forward and, twice as costly, one back. */
	private static final int PASSES = 3;
	/** Batches that normalisation is estimated from for a check. */
	private static final int FEW = 8;

	private final SegmentationNetwork network;
	private final SegmentationTraining training;
	private final TrainingPlan plan;
	private final Checks checks;
	private final Progress progress;
	private final List<Tensor> inputs = new ArrayList<>();
	private final long started = System.nanoTime();
	private List<LearningCurve.Point> points = new ArrayList<>();
	private double sum;
	private int count;
	private double secondsBefore;
	/** Voxels through the network, in training and in checks. */
	private double work;
	private double checked;
	private double done;

	/**
	 * What is looked at beside the loss.
	 *
	 * @param source of windows for normalisation
	 */
	record Checks(BatchSource source, List<Batch> heldOut,
			Optional<HeldOutCheck> check, TrainingView view) {
	}

	/** Goes on from the checkpoint where there is one. */
	TrainingRun(final SegmentationNetwork network,
		final SegmentationTraining training, final TrainingPlan plan,
		final Checks checks, final Progress progress)
	{
		this.network = network;
		this.training = training;
		this.plan = plan;
		this.checks = checks;
		this.progress = progress;
		plan.checkpoint().filter(Files::exists).ifPresent(file -> restore(Json
			.parse(training.restoreState(file), file.toString())));
		done = done();
	}

	private void restore(final Json json) {
		points = new ArrayList<>(LearningCurve.fromJson(json.objects("points"))
			.points());
		sum = json.number("sum");
		count = (int) json.integer("count");
		secondsBefore = json.number("seconds");
		work = json.number("work");
		checked = json.number("checked");
	}

	private Json json() {
		return new Json().put("points", curve().json()).put("sum", sum).put("count",
			count).put("seconds", seconds()).put("work", work).put("checked",
				checked);
	}

	private LearningCurve curve() {
		return new LearningCurve(points);
	}

	private double seconds() {
		return plan.length().seconds() == 0 ? 0 : secondsBefore + (System
			.nanoTime() - started) / 1e9;
	}

	/** Share of the time that has gone by, 0 where it does not count. */
	private double time() {
		final double most = plan.length().seconds();
		return most == 0 ? 0 : Math.min(1, seconds() / most);
	}

	private double done() {
		return Math.max(time(), (double) training.step() / plan.optimizer()
			.steps());
	}

	boolean over() {
		return training.step() >= plan.optimizer().steps() || time() >= 1 ||
			outOfPatience();
	}

	private boolean outOfPatience() {
		final int patience = plan.length().patience();
		final List<LearningCurve.Point> all = curve().checked();
		return patience > 0 && curve().best().map(best -> all.size() - 1 - all
			.indexOf(best) >= patience).orElse(false);
	}

	void step(final Prefetcher<Batch> batches) {
		final double rate = plan.optimizer().schedule().rate(training.step(),
			time());
		double loss = 0;
		for (int k = 0; k < plan.accumulate(); k++) {
			final Batch batch = batches.next();
			// Not within a step: what was gathered of it is in no checkpoint.
			if (k == 0 && progress.cancelled()) {
				checkpoint();
				throw new Cancelled();
			}
			final double one = training.gather(batch.input(), batch.target(), batch
				.weights());
			if (!Double.isFinite(one)) throw new UserError("The loss is " + one +
				" at step " + (training.step() + 1) + " with a learning rate of " + plan
					.optimizer().schedule().peak() + "; give a lower learning rate.");
			loss += one / plan.accumulate();
			work += (double) PASSES * batch.input().values().length;
		}
		training.update(rate);
		sum += loss;
		count++;
		final double before = done;
		done = done();
		if (over() || mark(before) < mark(done)) point();
		if (training.step() % plan.length().checkpointEvery() == 0 && !over())
			checkpoint();
		progress.report(done, String.format(Locale.ROOT, "Training, loss %.3f",
			loss));
	}

	/** Points of the curve that are due when so much is done. */
	private int mark(final double share) {
		return (int) (share * plan.length().points() + 1e-9);
	}

	private void point() {
		final OptionalDouble heldOut = checks.heldOut().stream().mapToDouble(
			b -> training.loss(b.input(), b.target(), b.weights())).average();
		final Optional<HeldOutCheck.Result> result = checks.check().filter(c -> due(
			c.cost())).map(this::check);
		points.add(new LearningCurve.Point(training.step(), sum / count, heldOut,
			result.map(HeldOutCheck.Result::overlap)));
		sum = 0;
		count = 0;
		checks.view().point(curve(), result.map(HeldOutCheck.Result::section));
	}

	/** In the end, and before as often as work allows. */
	private boolean due(final long cost) {
		final double all = cost + (double) FEW * input(0).values().length;
		if (!over() && checked + all > CHECKS * work) return false;
		checked += all;
		return true;
	}

	private HeldOutCheck.Result check(final HeldOutCheck check) {
		final List<HeldOutCheck.Result> result = new ArrayList<>();
		training.asFinished(inputs(Math.min(FEW, plan.normalization())), () -> {
			result.add(check.check(Progress.NONE));
			final double best = curve().best().map(p -> p.overlap().orElseThrow()
				.voc()).orElse(-1.);
			if (plan.length().patience() > 0 && result.get(0).overlap().voc() > best)
				network.save(best(training.step()));
		});
		return result.get(0);
	}

	private List<Tensor> inputs(final int n) {
		for (int i = 0; i < n; i++)
			input(i);
		return inputs.subList(0, n);
	}

	private Tensor input(final int index) {
		while (inputs.size() <= index)
			inputs.add(checks.source().batch(inputs.size()).input());
		return inputs.get(index);
	}

	private Path best(final int step) {
		final Path state = plan.checkpoint().orElseThrow();
		return state.resolveSibling(state.getFileName() + ".best-" + step);
	}

	private void checkpoint() {
		plan.checkpoint().ifPresent(file -> {
			training.saveState(file, json().line());
			if (plan.length().patience() > 0) removeWorse(file);
		});
	}

	private void removeWorse(final Path state) {
		final Optional<Path> kept = curve().best().map(p -> best(p.step())
			.getFileName());
		try (DirectoryStream<Path> files = Files.newDirectoryStream(state
			.toAbsolutePath().getParent(), state.getFileName() + ".best-*"))
		{
			for (final Path file : files)
				if (!kept.equals(Optional.of(file.getFileName()))) Files.delete(file);
		}
		catch (final IOException e) {
			throw AtomicFile.failure(state, e);
		}
	}

	/** The network as the training leaves it. */
	LearningCurve finish() {
		if (points.isEmpty() || points.get(points.size() - 1).step() < training
			.step() && count > 0) point();
		checkpoint();
		progress.check();
		final Optional<LearningCurve.Point> best = curve().best();
		if (plan.length().patience() > 0 && best.isPresent()) training.finish(best(
			best.get().step()));
		else training.finish(inputs(plan.normalization()));
		return curve();
	}
}
