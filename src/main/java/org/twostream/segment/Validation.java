
package org.twostream.segment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.Target;
import org.twostream.segment.ValidationScores.Score;
import org.twostream.volume.EmVolume;

/**
 * Scores probabilities of a box against its labels at every threshold from 0.02
 * to 0.98. Truth objects: for polarity the pairs of ids 2n-1 and 2n; else the
 * ids, or the 26-connected components where all foreground has one id.
 */
public final class Validation {

	/** Most voxels scored; of a larger part its first sections and rows are. */
	private static final long MOST_VOXELS = 1 << 24;

	private static final double STEP = 0.02;

	private final Box box;
	private final byte[] probability;
	private final byte[] codes;
	private final int[] truth;
	private final long[] truthSizes;
	private final long minVoxels;

	/**
	 * @param probability 0..255, x fastest; for polarity the union
	 * @param ids as stored in the labels
	 * @param minVoxels smallest object that is ever proposed
	 */
	Validation(final Box box, final byte[] probability, final long[] ids,
		final Target target, final long minVoxels)
	{
		this.box = box;
		this.probability = probability;
		this.minVoxels = minVoxels;
		codes = new byte[ids.length];
		for (int i = 0; i < ids.length; i++)
			codes[i] = TargetCodes.code(ids[i], target);
		truth = instances(ids, target);
		int most = 0;
		for (final int t : truth)
			most = Math.max(most, t);
		truthSizes = new long[most + 1];
		for (final int t : truth)
			truthSizes[t]++;
	}

	/**
	 * Predicts the part that was held out, with the raw voxels around it, and
	 * scores it.
	 *
	 * @param minVoxels smallest object that is ever proposed
	 */
	public static ValidationScores score(final Predictor predictor,
		final LabelledVolume heldOut, final long minVoxels, final Progress progress)
	{
		final Box box = limited(heldOut.region());
		final byte[][] channels = predictor.predict(heldOut.raw(), box, progress
			.part(0, 0.9));
		return score(channels, heldOut.labels(), box, heldOut.target(), minVoxels,
			progress.part(0.9, 1));
	}

	/**
	 * Scores probabilities that are already there.
	 *
	 * @param channels 0..255 per channel of the target, x fastest
	 * @param labels hold the truth of the box
	 */
	public static ValidationScores score(final byte[][] channels,
		final EmVolume labels, final Box box, final Target target,
		final long minVoxels, final Progress progress)
	{
		return new Validation(box, channels[channels.length - 1], labels.ids(0,
			box), target, minVoxels).scores(progress);
	}

	private static Box limited(final Box region) {
		final long rows = Math.max(1, Math.min(region.ySize(), MOST_VOXELS / region
			.xSize()));
		final long sections = Math.max(1, Math.min(region.zSize(), MOST_VOXELS /
			(region.xSize() * rows)));
		return Box.ofSize(region.xSize(), rows, sections).translate(region.xMin(),
			region.yMin(), region.zMin());
	}

	private int[] instances(final long[] ids, final Target target) {
		final Map<Long, Integer> numbers = new HashMap<>();
		final int[] instances = new int[ids.length];
		for (int i = 0; i < ids.length; i++)
			if (TargetCodes.foreground(codes[i])) {
				final long object = target == Target.POLARITY ? (ids[i] + 1) / 2
					: ids[i];
				Integer number = numbers.get(object);
				if (number == null) {
					number = numbers.size() + 1;
					numbers.put(object, number);
				}
				instances[i] = number;
			}
		if (numbers.size() != 1) return instances;
		final Components components = components(i -> TargetCodes.foreground(
			codes[i]));
		for (int i = 0; i < ids.length; i++)
			instances[i] = components.label(i);
		return instances;
	}

	private Components components(final IntPredicate mask) {
		return Components.of(box, mask, 26);
	}

	ValidationScores scores(final Progress progress) {
		final VoxelCounts counts = new VoxelCounts();
		for (int i = 0; i < codes.length; i++)
			counts.add(codes[i], probability[i]);
		int objects = 0;
		for (int t = 1; t < truthSizes.length; t++)
			if (truthSizes[t] >= minVoxels) objects++;
		final List<Score> scores = new ArrayList<>();
		final int n = (int) Math.round(1 / STEP);
		for (int k = 1; k < n; k++) {
			progress.check();
			scores.add(score((double) k / n, counts, objects));
			progress.report((double) k / n, "Validating");
		}
		return new ValidationScores(objects, scores);
	}

	private Score score(final double threshold, final VoxelCounts counts,
		final int objects)
	{
		final VoxelCounts.Cells cells = counts.at(threshold);
		final Set<Integer> met = new HashSet<>();
		final int[] proposed = new int[2];
		matchInstances(VoxelCounts.cut(threshold), met, proposed);
		return new Score(threshold, cells.iou(), cells.voc(), cells.precision(),
			cells.recall(), (double) met.size() / objects, (double) proposed[1] /
				proposed[0]);
	}

	/**
	 * @param met receives the truth objects that are met
	 * @param proposed receives the number of components, and of those that meet
	 *          an object that counts or one too small to count
	 */
	private void matchInstances(final int cut, final Set<Integer> met,
		final int[] proposed)
	{
		final Components found = components(i -> (probability[i] & 0xFF) >= cut);
		final Map<Long, Integer> overlaps = overlaps(found);
		final Set<Integer> meeting = new HashSet<>();
		overlaps.forEach((pair, overlap) -> {
			final int object = (int) (pair >> 32);
			final int component = (int) (long) pair;
			final long union = truthSizes[object] + found.size(component) - overlap;
			if (found.size(component) < minVoxels || 2L * overlap <= union) return;
			meeting.add(component);
			if (truthSizes[object] >= minVoxels) met.add(object);
		});
		for (int c = 1; c <= found.count(); c++)
			if (found.size(c) >= minVoxels) proposed[0]++;
		proposed[1] = meeting.size();
	}

	/**
	 * Voxels that a truth object (high half of the key) and a component share.
	 */
	private Map<Long, Integer> overlaps(final Components found) {
		final Map<Long, Integer> overlaps = new HashMap<>();
		long pair = 0;
		int run = 0;
		for (int i = 0; i < truth.length; i++) {
			final long here = truth[i] == 0 || found.label(i) == 0 ? 0
				: (long) truth[i] << 32 | found.label(i);
			if (here != pair) {
				if (pair != 0) overlaps.merge(pair, run, Integer::sum);
				pair = here;
				run = 0;
			}
			run++;
		}
		if (pair != 0) overlaps.merge(pair, run, Integer::sum);
		return overlaps;
	}
}
