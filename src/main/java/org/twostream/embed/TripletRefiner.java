
package org.twostream.embed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.net.Matrix;
import org.twostream.net.Optimizer;
import org.twostream.net.Tensor;
import org.twostream.net.TripletTraining;
import org.twostream.net.Vae;
import org.twostream.segment.LearningCurve;
import org.twostream.segment.Prefetcher;

/**
 * Moves an encoder so that patches with the same answer come near each other
 * (paper, Eq. 2; Hoffer and Ailon 2015). Every answered patch in turn gets one
 * anchor of its own answer and one of the other; for a patch that is not real
 * the roles are exchanged. The same seed gives the same weights. Not
 * thread-safe; does not close the network.
 */
public final class TripletRefiner {

	private static final int EMBED_BATCH = 32;

	private record Item(PatchSource patches, long index) {
	}

	private record Triplets(Tensor patches, Tensor same, Tensor other) {
	}

	/** Patches of one answer. */
	private static final class Items implements PatchSource {

		private final List<Item> items = new ArrayList<>();

		void add(final PatchSource patches, final long[] indices) {
			for (final long i : indices)
				items.add(new Item(patches, i));
		}

		@Override
		public long size() {
			return items.size();
		}

		@Override
		public void read(final long index, final float[] target, final int offset) {
			final Item item = items.get((int) index);
			item.patches.read(item.index, target, offset);
		}
	}

	private final Vae vae;
	/** False ones, then True ones. */
	private final List<Items> kinds = List.of(new Items(), new Items());
	private final Anchors anchors;
	private final Seed seed;

	/**
	 * @param answered of ROIs and, if there is one, of the initial volume
	 * @throws UserError if one of the two answers is missing
	 */
	public TripletRefiner(final Vae vae, final List<AnsweredPatches> answered,
		final Seed seed)
	{
		this(vae, answered, Anchors.RANDOM, seed);
	}

	/** The same with a choice of anchors. */
	public TripletRefiner(final Vae vae, final List<AnsweredPatches> answered,
		final Anchors anchors, final Seed seed)
	{
		this.vae = vae;
		this.anchors = anchors;
		this.seed = seed;
		for (final AnsweredPatches a : answered) {
			kinds.get(1).add(a.patches(), a.real());
			kinds.get(0).add(a.patches(), a.unreal());
		}
		if (size(0) == 0 || size(1) == 0) throw new UserError(
			"Refining an encoder needs True and False answers, and there are " + size(
				1) + " True and " + size(0) + " False; review more queries first.");
	}

	private int size(final int kind) {
		return (int) kinds.get(kind).size();
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
		// Hard anchors are chosen anew in each pass through the answers.
		final int pass = anchors == Anchors.RANDOM ? steps : (size(0) + size(1) +
			batch - 1) / batch;
		final Curve curve = new Curve(steps);
		try (TripletTraining training = vae.refine(optimizer)) {
			for (int from = 0; from < steps; from += pass) {
				final int to = Math.min(steps, from + pass);
				final AnchorChoice choice = choice(from, (double) from / steps,
					progress);
				try (Prefetcher<Triplets> ahead = new Prefetcher<>(i -> triplets(i,
					batch, choice), from, to, threads))
				{
					for (int step = from + 1; step <= to; step++) {
						progress.check();
						final Triplets t = ahead.next();
						final double loss = training.step(t.patches, t.same, t.other);
						if (!Double.isFinite(loss)) throw new UserError(
							"The triplet loss is " + loss + " at step " + step +
								" with a learning rate of " + optimizer.schedule().peak() +
								"; give a lower learning rate.");
						curve.add(step, loss);
						progress.report((double) step / steps, String.format(Locale.ROOT,
							"Refining encoder, loss %.3f", loss));
					}
				}
			}
		}
		return new LearningCurve(curve.points);
	}

	private AnchorChoice choice(final int step, final double done,
		final Progress progress)
	{
		if (anchors == Anchors.RANDOM) return new RandomAnchors(new int[] { size(0),
			size(1) }, seed.of("anchors"));
		final Embedder embedder = new Embedder(vae, EMBED_BATCH);
		final Progress still = progress.part(done, done);
		return new HardAnchors(new Matrix[] { embedder.embed(kinds.get(0), still),
			embedder.embed(kinds.get(1), still) }, seed.of("anchors").of(step));
	}

	private Triplets triplets(final long step, final int batch,
		final AnchorChoice choice)
	{
		final int pixels = PatchSource.PIXELS;
		final float[] x = new float[batch * pixels];
		final float[] same = new float[batch * pixels];
		final float[] other = new float[batch * pixels];
		final long n = size(0) + (long) size(1);
		for (int b = 0; b < batch; b++) {
			final long k = step * batch + b;
			final int i = (int) new Order(n, seed.of("triplets").of(k / n)).at(k % n);
			final int kind = i < size(1) ? 1 : 0;
			final int at = kind == 1 ? i : i - size(1);
			final PatchSource own = kinds.get(kind);
			own.read(at, x, b * pixels);
			own.read(choice.same(kind, at, k), same, b * pixels);
			kinds.get(1 - kind).read(choice.other(kind, at, k), other, b * pixels);
		}
		return new Triplets(tensor(x), tensor(same), tensor(other));
	}

	private static Tensor tensor(final float[] values) {
		return new Tensor(values, values.length / PatchSource.PIXELS, 1,
			PatchSource.SIDE, PatchSource.SIDE);
	}

	/** Number of True and of False patches. */
	public List<Integer> counts() {
		return List.of(size(1), size(0));
	}

	/** Some 50 means of the steps' losses. */
	private static final class Curve {

		private final List<LearningCurve.Point> points = new ArrayList<>();
		private final int steps;
		private double sum;
		private int count;

		Curve(final int steps) {
			this.steps = steps;
		}

		void add(final int step, final double loss) {
			sum += loss;
			count++;
			if (step % Math.max(1, steps / 50) != 0 && step != steps) return;
			points.add(new LearningCurve.Point(step, sum / count, OptionalDouble
				.empty()));
			sum = 0;
			count = 0;
		}
	}
}
