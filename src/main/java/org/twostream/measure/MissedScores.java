
package org.twostream.measure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.twostream.core.Json;
import org.twostream.roi.TruthMatch;

/**
 * What the objects that annotators marked, because no ROI is there, are worth
 * by the truth (docs/metrics.md).
 *
 * @param realObjects of the marked objects with a mask, those that the oracle
 *          calls True
 * @param realPoints of the bare points, those in a true object that is no ROI's
 * @param recall true objects that an ROI matches
 * @param recallWithMissed true objects that an ROI matches or that are a real
 *          mark's
 */
public record MissedScores(Proportion realObjects, Proportion realPoints,
		Proportion recall, Proportion recallWithMissed) {

	/**
	 * @param objects of each mark with a mask, its match with the truth
	 * @param points of each bare point the true object that holds it, 0 for none
	 * @param rois of each ROI, its match with the truth
	 * @param proposed overlaps of the ROIs with the truth
	 * @param limit IoU above which an ROI matches, 0.5..1
	 */
	public static MissedScores of(final List<TruthMatch> objects,
		final List<Long> points, final List<TruthMatch> rois,
		final InstanceOverlaps proposed, final double limit)
	{
		final Set<Long> known = new HashSet<>();
		for (final TruthMatch m : rois)
			if (m.real()) known.add(m.truth());
		final Set<Long> found = new HashSet<>(proposed.matchedTruths(limit));
		final long before = found.size();
		long realObjects = 0;
		for (final TruthMatch m : objects)
			if (m.real()) {
				realObjects++;
				found.add(m.truth());
			}
		long realPoints = 0;
		for (final long truth : points)
			if (truth != 0 && !known.contains(truth)) {
				realPoints++;
				found.add(truth);
			}
		final long truths = proposed.at(limit).truths();
		return new MissedScores(new Proportion(realObjects, objects.size()),
			new Proportion(realPoints, points.size()), new Proportion(before, truths),
			new Proportion(found.size(), truths));
	}

	/** Marked objects and points. */
	public long marked() {
		return realObjects.n() + realPoints.n();
	}

	/** Of all marked, those that are real. */
	public Proportion real() {
		return new Proportion(realObjects.successes() + realPoints.successes(),
			marked());
	}

	/** All numbers. */
	public Json toJson() {
		return new Json().put("marked", marked()).put("real", real().toJson()).put(
			"real_objects", realObjects.toJson()).put("real_points", realPoints
				.toJson()).put("recall", recall.toJson()).put("recall_with_missed",
					recallWithMissed.toJson());
	}
}
