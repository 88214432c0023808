
package org.twostream.embed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.net.Optimizer;
import org.twostream.net.Tensor;
import org.twostream.net.TripletTraining;
import org.twostream.net.Vae;
import org.twostream.segment.LearningCurve;
import org.twostream.segment.Prefetcher;

/**
 * Moves an image encoder so that patches with the same answer come near each
 * other (paper, Eq. 2; Hoffer and Ailon 2015). Every answered patch in turn
 * gets one random anchor of its own answer and one of the other; for a patch
 * that is not real the roles are exchanged. Not thread-safe; does not close the
 * network.
 */
public final class TripletRefiner {

	private record Item(PatchSource patches, long index) {

		void read(final float[] target, final int offset) {
			patches.read(index, target, offset);
		}
	}

	private record Triplets(Tensor patches, Tensor same, Tensor other) {
	}

	private final Vae vae;
	private final List<Item> real = new ArrayList<>();
	private final List<Item> unreal = new ArrayList<>();
	private final Seed seed;

	/**
	 * @param answered of ROIs and, if there is one, of the initial volume
	 * @throws UserError if one of the two answers is missing
	 */
	public TripletRefiner(final Vae vae, final List<AnsweredPatches> answered,
		final Seed seed)
	{
		this.vae = vae;
		this.seed = seed;
		for (final AnsweredPatches a : answered) {
			for (final long i : a.real())
				real.add(new Item(a.patches(), i));
			for (final long i : a.unreal())
				unreal.add(new Item(a.patches(), i));
		}
		if (real.isEmpty() || unreal.isEmpty()) throw new UserError(
			"Refining the image encoder needs True and False answers, and there are " +
				real.size() + " True and " + unreal.size() +
				" False; review more queries first.");
	}

	/** Adam 1e-4, for the paper states none. */
	public static Optimizer optimizer(final int steps) {
		return Optimizer.cosine(1e-4, steps);
	}

	/**
	 * Trains until the optimiser's last step. The weights change in place.
	 *
	 * @param batch triplets per step, 1 or more
	 * @param threads workers that read patches
	 * @return the curve of the loss 2 s^2: 0.5 when the embedding does not tell
	 *         the answers apart, 0 when it does
	 * @throws UserError if the loss is no longer a number
	 * @throws org.twostream.core.Cancelled between two steps
	 */
	public LearningCurve refine(final Optimizer optimizer, final int batch,
		final int threads, final Progress progress)
	{
		if (batch < 1) throw new UserError("batch=" + batch +
			" is below 1; give the number of triplets per step.");
		final int steps = optimizer.steps();
		final int every = Math.max(1, steps / 50);
		final List<LearningCurve.Point> points = new ArrayList<>();
		double sum = 0;
		int count = 0;
		try (TripletTraining training = vae.refine(optimizer);
				Prefetcher<Triplets> ahead = new Prefetcher<>(i -> triplets(i, batch),
					0, steps, threads))
		{
			for (int step = 1; step <= steps; step++) {
				progress.check();
				final Triplets t = ahead.next();
				final double loss = training.step(t.patches, t.same, t.other);
				if (!Double.isFinite(loss)) throw new UserError("The triplet loss is " +
					loss + " at step " + step + " with a learning rate of " + optimizer
						.schedule().peak() + "; give a lower learning rate.");
				sum += loss;
				count++;
				if (step % every == 0 || step == steps) {
					points.add(new LearningCurve.Point(step, sum / count, OptionalDouble
						.empty()));
					sum = 0;
					count = 0;
				}
				progress.report((double) step / steps, String.format(Locale.ROOT,
					"Refining encoder, loss %.3f", loss));
			}
		}
		return new LearningCurve(points);
	}

	private Triplets triplets(final long step, final int batch) {
		final int pixels = PatchSource.PIXELS;
		final float[] x = new float[batch * pixels];
		final float[] same = new float[batch * pixels];
		final float[] other = new float[batch * pixels];
		final long n = real.size() + (long) unreal.size();
		for (int b = 0; b < batch; b++) {
			final long k = step * batch + b;
			final int i = (int) new Order(n, seed.of("triplets").of(k / n)).at(k % n);
			final boolean isReal = i < real.size();
			final List<Item> own = isReal ? real : unreal;
			final int at = isReal ? i : i - real.size();
			final SplittableRandom random = seed.of("anchors").of(k).random();
			own.get(at).read(x, b * pixels);
			own.get(anotherThan(at, own.size(), random)).read(same, b * pixels);
			final List<Item> others = isReal ? unreal : real;
			others.get(random.nextInt(others.size())).read(other, b * pixels);
		}
		return new Triplets(tensor(x), tensor(same), tensor(other));
	}

	/** A patch is its own anchor only if it is alone. */
	private static int anotherThan(final int at, final int size,
		final SplittableRandom random)
	{
		return size == 1 ? at : (at + 1 + random.nextInt(size - 1)) % size;
	}

	private static Tensor tensor(final float[] values) {
		return new Tensor(values, values.length / PatchSource.PIXELS, 1,
			PatchSource.SIDE, PatchSource.SIDE);
	}

	/** Number of True and of False patches. */
	public List<Integer> counts() {
		return List.of(real.size(), unreal.size());
	}
}
