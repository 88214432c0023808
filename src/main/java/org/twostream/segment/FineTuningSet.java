
package org.twostream.segment;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.Target;
import org.twostream.core.UserError;
import org.twostream.net.Optimizer;
import org.twostream.net.Schedule;
import org.twostream.net.SegmentationNetwork;
import org.twostream.volume.EmVolume;

/**
 * Batches that teach a network the answers to ROIs (code of 2019). The window
 * about an ROI has the network's own prediction as its target, made 0 and 1 at
 * 128 / 255. In it the mask of an ROI that is real is foreground; for one that
 * is not, every predicted component inside the ROI's box that touches its mask
 * is background. Without masks, a real one leaves the prediction as it is and
 * one that is not real empties its box. Of a real object that no ROI had, the
 * mask is foreground too; where only its place is known, a ball about that is,
 * and the rest of the window has no say. Some windows of what was known before
 * are mixed in ({@link Keeping}). Targets are made once, before training
 * changes the network; they take a bit per voxel and channel, two about a bare
 * place. Thread-safe.
 */
public final class FineTuningSet implements BatchSource {

	private static final int CUT = 128;
	/** Windows whose old predictions are kept. */
	private static final int OLD = 64;

	private final VoxelSource raw;
	private final Box volume;
	private final Target target;
	private final WindowSize window;
	private final Sampling sampling;
	private final Optional<TrainingSet> initial;
	private final Keeping keeping;
	private final Optional<OldPredictions> old;
	private final Seed seed;
	private final List<Box> windows = new ArrayList<>();
	private final List<BitSet> targets = new ArrayList<>();
	/** What has no say, by channel and voxel. */
	private final List<BitSet> silent = new ArrayList<>();

	/**
	 * What is learned from.
	 *
	 * @param raw 8 bit
	 * @param masks the ROIs' masks by id, empty where only boxes are known
	 * @param rois True and False ones
	 * @param marked real objects that no ROI had
	 * @param initial windows of the initial labelled volume, of the same size as
	 *          the ROIs' windows; empty where there is none
	 * @param keeping what of the old is mixed in
	 */
	public record Lessons(EmVolume raw, Optional<EmVolume> masks, Target target,
			List<AnsweredRoi> rois, List<MarkedRegion> marked,
			Optional<TrainingSet> initial, Keeping keeping) {

		/** Without marked objects. */
		public Lessons(final EmVolume raw, final Optional<EmVolume> masks,
			final Target target, final List<AnsweredRoi> rois,
			final Optional<TrainingSet> initial)
		{
			this(raw, masks, target, rois, List.of(), initial, Keeping.DEFAULT);
		}
	}

	/**
	 * Predicts the window of every ROI and marked object.
	 *
	 * @param network as it is before fine-tuning
	 * @param sampling windows centred on each, 128, 128, 4 in the 2019 code; of
	 *          the augmentations those that need no voxels around a window; none
	 *          is rejected
	 * @throws UserError if there is none, or the network cannot take the window
	 */
	public FineTuningSet(final SegmentationNetwork network, final Lessons lessons,
		final Sampling sampling, final Seed seed, final Progress progress)
	{
		final int all = lessons.rois.size() + lessons.marked.size();
		if (all == 0) throw new UserError(
			"No ROI is answered True or False; review some queries first.");
		Predictor.checkRaw(lessons.raw.info());
		this.sampling = sampling;
		window = sampling.window();
		this.seed = seed.of("fine-tuning windows");
		target = lessons.target;
		initial = lessons.initial;
		keeping = lessons.keeping;
		volume = lessons.raw.info().box();
		raw = new BlockCache((box, t) -> lessons.raw.read(0, box, t), lessons.raw
			.info(), Runtime.getRuntime().maxMemory() / 8);
		final WindowModel model = new WindowModel(List.of(network), window, 1, 1);
		for (final AnsweredRoi roi : lessons.rois) {
			progress.check();
			final Box at = window.centredOn(roi.region().box());
			windows.add(at);
			targets.add(teach(predict(model, at), at, roi, lessons.masks));
			silent.add(new BitSet());
			progress.report((double) windows.size() / all,
				"Predicting answered ROIs");
		}
		for (final MarkedRegion region : lessons.marked) {
			progress.check();
			final Box at = window.centredOn(region.box());
			windows.add(at);
			if (region.bare()) teachPoint(region, at);
			else {
				targets.add(foreground(predict(model, at), region, at));
				silent.add(new BitSet());
			}
			progress.report((double) windows.size() / all,
				"Predicting marked objects");
		}
		old = keeping.what() == Keeping.What.REPLAY || keeping.share() == 0
			? Optional.empty() : Optional.of(new OldPredictions(model, raw, volume,
				window, List.copyOf(windows), OLD, this.seed.of("old"), progress));
	}

	/** AMSGrad, 1e-4 in the 2019 code, with weight decay 1e-5. */
	public static Optimizer optimizer(final double rate, final int steps) {
		return new Optimizer(Optimizer.Rule.AMSGRAD, Schedule.cosine(rate, steps),
			1e-5, 0, 0);
	}

	/**
	 * What the network says of a window, made 0 and 1; 0 in its margin, where
	 * nothing is learned.
	 */
	private BitSet predict(final WindowModel model, final Box at) {
		final float[] probabilities = model.predict(List.of(Mirror.read(raw, volume,
			at))).get(0);
		final WindowSize inner = model.output();
		final Box part = inner.centredOn(at).translate(-at.xMin(), -at.yMin(), -at
			.zMin());
		final BitSet bits = new BitSet(target.channels() * window.voxels());
		for (int i = 0; i < probabilities.length; i++)
			if ((int) (probabilities[i] * 255) > CUT) {
				final long x = part.xMin() + i % inner.x();
				final long y = part.yMin() + i / inner.x() % inner.y();
				final long z = part.zMin() + i / inner.x() / inner.y() % inner.z();
				bits.set((int) (((i / inner.voxels() * window.z() + z) * window.y() +
					y) * window.x() + x));
			}
		return bits;
	}

	private BitSet foreground(final BitSet bits, final MarkedRegion region,
		final Box at)
	{
		final byte[] mask = new byte[window.voxels()];
		region.mask().paint(at, mask);
		return foreground(bits, mask);
	}

	private BitSet foreground(final BitSet bits, final byte[] mask) {
		final float[] channels = TargetCodes.channels(mask, target);
		for (int i = 0; i < channels.length; i++)
			if (channels[i] > 0) bits.set(i);
		return bits;
	}

	/** Which side it is on is not known: only the last channel has a say. */
	private void teachPoint(final MarkedRegion region, final Box at) {
		final int n = window.voxels();
		final int last = (target.channels() - 1) * n;
		final byte[] ball = new byte[n];
		region.mask().paint(at, ball);
		final BitSet bits = new BitSet(last + n);
		final BitSet none = new BitSet(last + n);
		none.set(0, last + n);
		for (int i = 0; i < n; i++)
			if (ball[i] != 0) {
				bits.set(last + i);
				none.clear(last + i);
			}
		targets.add(bits);
		silent.add(none);
	}

	private BitSet teach(final BitSet bits, final Box at, final AnsweredRoi roi,
		final Optional<EmVolume> masks)
	{
		final int n = window.voxels();
		if (masks.isEmpty()) {
			if (!roi.real()) erase(bits, at, i -> inside(at, roi.region().box(), i));
			return bits;
		}
		final byte[] mask = roi.region().mask(masks.get(), at, target);
		if (roi.real()) return foreground(bits, mask);
		final Components predicted = Components.of(at, i -> inside(at, roi.region()
			.box(), i) && any(bits, i, n), 26);
		final Set<Integer> touched = new HashSet<>();
		for (int i = 0; i < n; i++)
			if (mask[i] != 0) touched.add(predicted.label(i));
		touched.remove(0);
		erase(bits, at, i -> mask[i] != 0 || touched.contains(predicted.label(i)));
		return bits;
	}

	private void erase(final BitSet bits, final Box at,
		final java.util.function.IntPredicate voxels)
	{
		final int n = at.arrayLength();
		for (int i = 0; i < n; i++)
			if (voxels.test(i)) for (int c = 0; c < target.channels(); c++)
				bits.clear(c * n + i);
	}

	private boolean any(final BitSet bits, final int voxel, final int n) {
		for (int c = 0; c < target.channels(); c++)
			if (bits.get(c * n + voxel)) return true;
		return false;
	}

	private static boolean inside(final Box at, final Box box, final int voxel) {
		final long xn = at.xSize();
		return box.contains(at.xMin() + voxel % xn, at.yMin() + voxel / xn % at
			.ySize(), at.zMin() + voxel / xn / at.ySize());
	}

	@Override
	public Batch batch(final long index) {
		final List<Sample> samples = new ArrayList<>();
		for (int b = 0; b < sampling.batch(); b++)
			samples.add(sample(index * sampling.batch() + b));
		return Sample.batch(samples);
	}

	private Sample sample(final long n) {
		// Without labels the answers are all there is to learn from.
		if (initial.isEmpty() && old.isEmpty()) return roi(n);
		final long k = keeping.before(n);
		if (!keeping.takes(n)) return roi(n - k);
		if (keeping.distills(k) || initial.isEmpty()) return old.orElseThrow()
			.sample(k);
		return initial.get().sample(keeping.what() == Keeping.What.BOTH ? k / 2
			: k);
	}

	/** ROIs in a new random order each time all have been seen. */
	private Sample roi(final long n) {
		final int count = windows.size();
		final int i = order(seed.of(n / count).random(), count)[(int) (n % count)];
		final Sample sample = new Sample(window, Mirror.read(raw, volume, windows
			.get(i)), floats(targets.get(i), silent.get(i)));
		sampling.augmentations().change(sample, seed.of("roi").of(n));
		return sample;
	}

	private static int[] order(final SplittableRandom random, final int count) {
		final int[] order = new int[count];
		for (int i = 0; i < count; i++) {
			final int j = random.nextInt(i + 1);
			order[i] = order[j];
			order[j] = i;
		}
		return order;
	}

	private float[] floats(final BitSet bits, final BitSet none) {
		final float[] values = new float[target.channels() * window.voxels()];
		for (int i = bits.nextSetBit(0); i >= 0; i = bits.nextSetBit(i + 1))
			values[i] = 1;
		for (int i = none.nextSetBit(0); i >= 0; i = none.nextSetBit(i + 1))
			values[i] = Float.NaN;
		return values;
	}
}
