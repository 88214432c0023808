
package org.twostream.loop;

import java.util.ArrayList;
import java.util.List;

import org.twostream.core.Progress;
import org.twostream.measure.InstanceOverlaps;
import org.twostream.measure.MissedScores;
import org.twostream.measure.report.Report;
import org.twostream.measure.report.Table;
import org.twostream.roi.TruthMatch;
import org.twostream.roi.TruthOracle;
import org.twostream.volume.EmVolume;

/** Marked missed objects in the report of {@code measure}. */
final class MissedSection {

	private MissedSection() {}

	/**
	 * @param rois of each ROI, its match with the truth
	 * @param proposed overlaps of the ROIs with the truth
	 * @param limit IoU above which an ROI matches
	 */
	static MissedScores scores(final MissedSet missed, final Truth truth,
		final List<TruthMatch> rois, final InstanceOverlaps proposed,
		final double limit, final int threads, final Progress progress)
	{
		final boolean polarity = MissedSet.polarity(missed.rois());
		final List<TruthMatch> objects = new ArrayList<>();
		final List<Long> points = new ArrayList<>();
		try (EmVolume instances = truth.instances(threads, progress)) {
			final TruthOracle oracle = new TruthOracle(instances, polarity, threads);
			for (final MissedObject o : missed.objects()) {
				progress.check();
				if (o.mask().isPresent()) objects.add(oracle.match(o.id(), o.mask()
					.get()));
				else points.add(oracle.at(o.place().x(), o.place().y(), o.place().z()));
			}
		}
		return MissedScores.of(objects, points, rois, proposed, limit);
	}

	static Report.Section section(final MissedScores s) {
		return new Report.Section("Missed objects", List.of(Table.pairs(
			"Objects that annotators marked where no ROI was", "metric", "value", List
				.of(List.of("marked", Long.toString(s.marked())), List.of(
					"real, of those with a mask", s.realObjects().text()), List.of(
						"real, of bare points", s.realPoints().text()), List.of(
							"recall of the proposal", s.recall().text()), List.of(
								"recall with the real ones added", s.recallWithMissed()
									.text())))));
	}
}
