
package org.twostream.measure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.twostream.block.BlockRunner;
import org.twostream.block.RunSettings;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.UserError;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;

/**
 * How many voxels each ROI, each true object, and each pair of them has:
 * counted block by block, from which instance metrics at any IoU follow.
 * Immutable.
 */
public final class InstanceOverlaps {

	private final Map<Long, Long> rois;
	private final Map<Long, Long> truths;
	private final Map<Pair, Long> pairs;

	private record Pair(long roi, long truth) {
	}

	private InstanceOverlaps(final Map<Pair, Long> counts) {
		rois = new HashMap<>();
		truths = new HashMap<>();
		pairs = new HashMap<>();
		counts.forEach((pair, n) -> {
			if (pair.roi != 0) rois.merge(pair.roi, n, Long::sum);
			if (pair.truth != 0) truths.merge(pair.truth, n, Long::sum);
			if (pair.roi != 0 && pair.truth != 0) pairs.put(pair, n);
		});
	}

	/**
	 * Counts a pair of label volumes of the same size. 0 is background; in 64-bit
	 * volumes so is 2^64-1, and voxels with 2^64-2 in the truth are counted
	 * nowhere. Memory: one block of both per thread, and the objects and the
	 * overlapping pairs of the volume.
	 *
	 * @param rois ids, channel 0
	 * @param truth ids, channel 0; a 0/255 mask must have been labelled
	 * @param threads 1 or more
	 * @throws UserError if the sizes differ or a volume does not hold integers
	 * @throws org.twostream.core.Cancelled if the user asked to stop
	 */
	public static InstanceOverlaps count(final EmVolume rois,
		final EmVolume truth, final int threads, final Progress progress)
	{
		return count(new Labels(rois, false), new Labels(truth, false), threads,
			progress);
	}

	/**
	 * As {@link #count}, for the target polarity, where object n has the label
	 * 2n-1 on its pre- and 2n on its post-synaptic side: both sides of both
	 * volumes are merged to n first.
	 */
	public static InstanceOverlaps countPolarity(final EmVolume rois,
		final EmVolume truth, final int threads, final Progress progress)
	{
		return count(new Labels(rois, true), new Labels(truth, true), threads,
			progress);
	}

	private static InstanceOverlaps count(final Labels rois, final Labels truth,
		final int threads, final Progress progress)
	{
		MeasureGrid.sameSize("label volume", rois.volume.info(), truth.volume
			.info());
		final Map<Pair, Long> counts = new HashMap<>();
		BlockRunner.local(RunSettings.of(threads, "matching objects")).run(
			MeasureGrid.of(rois.volume.info()), block -> {
				final Map<Pair, Long> part = countBox(rois, truth, block.core());
				synchronized (counts) {
					part.forEach((pair, n) -> counts.merge(pair, n, Long::sum));
				}
				return null;
			}, progress);
		return new InstanceOverlaps(counts);
	}

	private static Map<Pair, Long> countBox(final Labels rois, final Labels truth,
		final Box box)
	{
		final long[] a = rois.read(box);
		final long[] b = truth.read(box);
		final Map<Pair, Long> counts = new HashMap<>();
		int start = 0;
		// Along x the same pair repeats: one look-up per run.
		for (int i = 1; i <= a.length; i++) {
			if (i < a.length && a[i] == a[start] && b[i] == b[start]) continue;
			final boolean counted = b[start] != Labels.IGNORED && (a[start] != 0 ||
				b[start] != 0);
			if (counted) counts.merge(new Pair(a[start] == Labels.IGNORED ? 0
				: a[start], b[start]), (long) i - start, Long::sum);
			start = i;
		}
		return counts;
	}

	/** One of the two volumes, its ids made comparable. */
	private record Labels(EmVolume volume, boolean polarity) {

		static final long IGNORED = -2;

		Labels {
			if (volume.info().type() == PixelType.FLOAT32) throw new UserError(
				"Labels of type FLOAT32 are not ids; give an integer volume.");
		}

		long[] read(final Box box) {
			final long[] ids = volume.ids(0, box);
			final boolean cremi = volume.info().type() == PixelType.UINT64;
			for (int i = 0; i < ids.length; i++) {
				if (cremi && ids[i] == -1) ids[i] = 0;
				else if (polarity && !(cremi && ids[i] == IGNORED)) ids[i] = (ids[i] +
					1) >>> 1;
			}
			return ids;
		}
	}

	/** Voxels of a ROI, 0 if there is none with this id. */
	public long roiVoxels(final long roi) {
		return rois.getOrDefault(roi, 0L);
	}

	/** Voxels of a true object, 0 if there is none with this id. */
	public long truthVoxels(final long truth) {
		return truths.getOrDefault(truth, 0L);
	}

	/** Voxels that a ROI and a true object share. */
	public long overlap(final long roi, final long truth) {
		return pairs.getOrDefault(new Pair(roi, truth), 0L);
	}

	/** Shared voxels over voxels of either, 0..1. */
	public double iou(final long roi, final long truth) {
		final long both = overlap(roi, truth);
		final long either = roiVoxels(roi) + truthVoxels(truth) - both;
		return either == 0 ? 0 : (double) both / either;
	}

	/**
	 * Ids of the true objects that a ROI matches, as {@link #at} says.
	 *
	 * @param limit IoU, 0.5..1
	 */
	public Set<Long> matchedTruths(final double limit) {
		final Set<Long> matched = new HashSet<>();
		for (final Pair pair : pairs.keySet())
			if (iou(pair.roi, pair.truth) > limit) matched.add(pair.truth);
		return matched;
	}

	/**
	 * Instance metrics. A ROI and a true object match if their IoU is above the
	 * limit (not if it is exactly the limit); from 0.5 on no object can then have
	 * two matches, so that the matching is one to one by itself.
	 *
	 * @param limit IoU, 0.5..1
	 * @throws IllegalArgumentException if the limit is outside 0.5..1
	 */
	public InstanceScores at(final double limit) {
		if (!(limit >= 0.5 && limit <= 1)) throw new IllegalArgumentException(
			"IoU " + limit + " does not make matches unique");
		final Set<Long> touched = new HashSet<>();
		long matched = 0;
		double sum = 0;
		for (final Pair pair : pairs.keySet()) {
			touched.add(pair.truth);
			final double iou = iou(pair.roi, pair.truth);
			if (iou <= limit) continue;
			matched++;
			sum += iou;
		}
		return new InstanceScores(limit, rois.size(), truths.size(), matched,
			touched.size(), matched == 0 ? Double.NaN : sum / matched);
	}
}
