
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

	/**
	 * @throws UserError if there are fewer than two patches
	 */
	public VaeTrainer(final Vae vae, final PatchSource patches, final Seed seed) {
		if (patches.size() < 2) throw new UserError("There are " + patches.size() +
			" patches to train an encoder on, which needs at least 2; propose more " +
			"ROIs first.");
		this.vae = vae;
		this.patches = patches;
		this.seed = seed;
	}

	/**
	 * Trains until the plan's last step, or until its patience ends. The weights
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
			return new VaeCurve(curve.points);
		}
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
		if (done % plan.pointEvery() == 0 || done == steps) curve.point(done,
			heldOutLoss(training, heldOut, all));
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
		double l1 = 0;
		double kl = 0;
		for (int from = 0; from < heldOut; from += HELD_OUT_BATCH) {
			final long[] indices = new long[Math.min(HELD_OUT_BATCH, heldOut - from)];
			for (int i = 0; i < indices.length; i++)
				indices[i] = all.at(patches.size() - heldOut + from + i);
			final Loss loss = training.loss(patches.batch(indices));
			l1 += loss.l1() * indices.length;
			kl += loss.kl() * indices.length;
		}
		return Optional.of(new Loss(l1 / heldOut, kl / heldOut));
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

	/** The curve with the losses that are not yet in a point. */
	private static final class Curve {

		private final List<VaeCurve.Point> points = new ArrayList<>();
		private double l1;
		private double kl;
		private int count;

		void add(final Loss loss) {
			l1 += loss.l1();
			kl += loss.kl();
			count++;
		}

		void point(final int step, final Optional<Loss> heldOut) {
			points.add(new VaeCurve.Point(step, new Loss(l1 / count, kl / count),
				heldOut));
			l1 = 0;
			kl = 0;
			count = 0;
		}

		/** Whether the lowest held-out loss is so many points ago. */
		boolean stalled(final int patience) {
			int best = 0;
			for (int i = 1; i < points.size(); i++)
				if (sum(points.get(i)) < sum(points.get(best))) best = i;
			return patience > 0 && points.size() - 1 - best >= patience;
		}

		/** Both parts over a whole patch; patches learned from where none else. */
		private static double sum(final VaeCurve.Point point) {
			final Loss loss = point.heldOut().orElse(point.training());
			return loss.l1() * PatchSource.PIXELS + loss.kl();
		}

		void save(final Path state) {
			new Json().put("points", new VaeCurve(points).json()).put("l1", l1).put(
				"kl", kl).put("count", count).write(beside(state));
		}

		void restore(final Path state, final int step) {
			if (!Files.exists(beside(state))) return;
			final Json json = Json.read(beside(state));
			for (final VaeCurve.Point p : VaeCurve.fromJson(json.objects("points"))
				.points())
				if (p.step() <= step) points.add(p);
			final int last = points.isEmpty() ? 0 : points.get(points.size() - 1)
				.step();
			// After a crash between the two files the sums are of later steps.
			if (last + json.integer("count") == step) {
				l1 = json.number("l1");
				kl = json.number("kl");
				count = (int) json.integer("count");
			}
		}

		private static Path beside(final Path state) {
			return state.resolveSibling(state.getFileName() + ".curve.json");
		}
	}
}
