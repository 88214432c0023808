
package org.twostream.embed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.twostream.core.Cancelled;
import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.net.Tensor;
import org.twostream.net.Vae;
import org.twostream.net.VaeTraining;
import org.twostream.net.VaeTraining.Loss;
import org.twostream.segment.Prefetcher;

/**
 * Trains a {@link Vae} on patches: every patch once per pass, in an order that
 * the seed decides. Not thread-safe; does not close the network.
 */
public final class VaeTrainer {

	private static final int HELD_OUT_BATCH = 64;

	private final Vae vae;
	private final PatchSource patches;
	private final Seed seed;
	private final VaeView view;

	/**
	 * @throws UserError if there are fewer than two patches
	 */
	public VaeTrainer(final Vae vae, final PatchSource patches, final Seed seed) {
		this(vae, patches, seed, VaeView.NONE);
	}

	/** The same with somebody who looks on. */
	public VaeTrainer(final Vae vae, final PatchSource patches, final Seed seed,
		final VaeView view)
	{
		if (patches.size() < 2) throw new UserError("There are " + patches.size() +
			" patches to train an encoder on, which needs at least 2; propose more " +
			"ROIs first.");
		this.vae = vae;
		this.patches = patches;
		this.seed = seed;
		this.view = view;
	}

	/**
	 * Trains until the plan's last step, or until its patience ends; with
	 * patience the weights are then those of the lowest held-out loss. They
	 * change in place; nothing is saved but checkpoints.
	 *
	 * @return the curve, from the first step on even after an interruption
	 * @throws UserError if the loss is no longer a number or a checkpoint belongs
	 *           to another network
	 * @throws Cancelled between two steps; with a checkpoint, no step is lost
	 */
	public VaeCurve train(final VaePlan plan, final Progress progress) {
		try (VaeTraining training = vae.train(plan.optimizer(), seed.of(
			"vae noise")))
		{
			final Curve curve = new Curve();
			plan.checkpoint().filter(Files::exists).ifPresent(file -> {
				training.restoreState(file);
				curve.restore(file, training.step());
			});
			final int heldOut = (int) Math.min(plan.heldOut(), patches.size() - 1);
			final Order all = new Order(patches.size(), seed.of("held-out patches"));
			final long learned = patches.size() - heldOut;
			try (Prefetcher<Tensor> batches = new Prefetcher<>(i -> patches.batch(
				indices(i, plan.batch(), learned, all)), training.step(), plan
					.optimizer().steps(), plan.threads()))
			{
				while (training.step() < plan.optimizer().steps() && !curve.stalled(plan
					.patience()))
					step(training, batches, heldOut, all, curve, plan, progress);
			}
			checkpoint(training, curve, plan);
			best(plan).filter(Files::exists).ifPresent(vae::load);
			return curve.soFar();
		}
	}

	/** Where the weights of the lowest loss are kept, if that is asked for. */
	private static Optional<Path> best(final VaePlan plan) {
		return plan.patience() == 0 ? Optional.empty() : plan.checkpoint().map(
			file -> file.resolveSibling(file.getFileName() + ".best"));
	}

	/** The i-th batch goes on in the passes where the one before ended. */
	private long[] indices(final long i, final int batch, final long learned,
		final Order all)
	{
		final long[] indices = new long[batch];
		long pass = -1;
		Order order = all;
		for (int b = 0; b < batch; b++) {
			final long k = i * batch + b;
			if (k / learned != pass) {
				pass = k / learned;
				order = new Order(learned, seed.of("pass").of(pass));
			}
			indices[b] = all.at(order.at(k % learned));
		}
		return indices;
	}

	private void step(final VaeTraining training,
		final Prefetcher<Tensor> batches, final int heldOut, final Order all,
		final Curve curve, final VaePlan plan, final Progress progress)
	{
		final Tensor batch = batches.next();
		if (progress.cancelled()) {
			checkpoint(training, curve, plan);
			throw new Cancelled();
		}
		final Loss loss = training.step(batch);
		if (!Double.isFinite(loss.l1() + loss.kl())) throw new UserError(
			"The loss is " + loss.l1() + " + " + loss.kl() + " at step " + training
				.step() + " of the encoder's training with a learning rate of " + plan
					.optimizer().schedule().peak() + "; give a lower learning rate.");
		curve.add(loss);
		final int done = training.step();
		final int steps = plan.optimizer().steps();
		if (done % plan.pointEvery() == 0 || done == steps) {
			curve.point(done, heldOutLoss(training, heldOut, all));
			final VaeCurve soFar = curve.soFar();
			if (soFar.best() == soFar.points().size() - 1) best(plan).ifPresent(
				vae::save);
			if (view != VaeView.NONE) view.point(soFar, Reconstructions.of(vae,
				patches));
		}
		if (done % plan.checkpointEvery() == 0 && done < steps) checkpoint(training,
			curve, plan);
		progress.report((double) done / steps, String.format(Locale.ROOT,
			"Training encoder, l1 %.4f, KL %.2f", loss.l1(), loss.kl()));
	}

	/** The last places of the order are held out. */
	private Optional<Loss> heldOutLoss(final VaeTraining training,
		final int heldOut, final Order all)
	{
		if (heldOut == 0) return Optional.empty();
		final Sum sum = new Sum();
		for (int from = 0; from < heldOut; from += HELD_OUT_BATCH) {
			final long[] indices = new long[Math.min(HELD_OUT_BATCH, heldOut - from)];
			for (int i = 0; i < indices.length; i++)
				indices[i] = all.at(patches.size() - heldOut + from + i);
			sum.add(training.loss(patches.batch(indices)), indices.length);
		}
		return Optional.of(sum.mean());
	}

	private static void checkpoint(final VaeTraining training, final Curve curve,
		final VaePlan plan)
	{
		// The curve first: one that is longer than the state can be cut.
		plan.checkpoint().ifPresent(file -> {
			curve.save(file);
			training.saveState(file);
		});
	}

	/** A mean in the making. */
	private static final class Sum {

		private double l1;
		private double kl;
		private double objective;
		private int count;

		void add(final Loss loss, final int n) {
			l1 += n * loss.l1();
			kl += n * loss.kl();
			objective += n * loss.objective();
			count += n;
		}

		Loss mean() {
			return new Loss(l1 / count, kl / count, objective / count);
		}

		Json json() {
			return new Json().put("l1", l1).put("kl", kl).put("objective", objective)
				.put("count", count);
		}

		static Sum fromJson(final Json json) {
			final Sum sum = new Sum();
			sum.l1 = json.number("l1");
			sum.kl = json.number("kl");
			sum.objective = json.number("objective");
			sum.count = (int) json.integer("count");
			return sum;
		}
	}

	/** The curve with the losses that are not yet in a point. */
	private static final class Curve {

		private final List<VaeCurve.Point> points = new ArrayList<>();
		private Sum since = new Sum();

		void add(final Loss loss) {
			since.add(loss, 1);
		}

		void point(final int step, final Optional<Loss> heldOut) {
			points.add(new VaeCurve.Point(step, since.mean(), heldOut));
			since = new Sum();
		}

		VaeCurve soFar() {
			return new VaeCurve(points);
		}

		/** Whether the lowest held-out loss is so many points ago. */
		boolean stalled(final int patience) {
			return patience > 0 && points.size() - 1 - soFar().best() >= patience;
		}

		void save(final Path state) {
			new Json().put("points", soFar().json()).put("since", since.json()).write(
				beside(state));
		}

		void restore(final Path state, final int step) {
			if (!Files.exists(beside(state))) return;
			final Json json = Json.read(beside(state));
			for (final VaeCurve.Point p : VaeCurve.fromJson(json.objects("points"))
				.points())
				if (p.step() <= step) points.add(p);
			final int last = points.isEmpty() ? 0 : points.get(points.size() - 1)
				.step();
			final Sum sum = Sum.fromJson(json.object("since"));
			// After a crash between the two files the sums are of later steps.
			if (last + sum.count == step) since = sum;
		}

		private static Path beside(final Path state) {
			return state.resolveSibling(state.getFileName() + ".curve.json");
		}
	}
}
