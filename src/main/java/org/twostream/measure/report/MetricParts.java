
package org.twostream.measure.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import org.twostream.measure.Confusion;
import org.twostream.measure.CremiScore;
import org.twostream.measure.InstanceScores;
import org.twostream.measure.LabelAccuracy;
import org.twostream.measure.VoxelHistogram;

/** Metrics as parts of a report. What is not defined is a dash. */
public final class MetricParts {

	private MetricParts() {}

	/** Voxel scores at a threshold. */
	public static Table voxels(final double threshold, final Confusion c) {
		return table("Voxels at threshold " + threshold, List.of(List.of(
			"foreground IoU", ratio(c.foregroundIou())), List.of(
				"VOC (mean of foreground and background IoU)", ratio(c.voc())), List.of(
					"precision", ratio(c.precision())), List.of("recall", ratio(c
						.recall())), List.of("F1", ratio(c.f1()))));
	}

	/** IoU, VOC, precision and recall over the threshold. */
	public static LineChart sweep(final VoxelHistogram histogram) {
		final List<VoxelHistogram.Point> points = histogram.sweep(0.05, 0.95, 0.05);
		return new LineChart("Threshold", new LineChart.Axis(
			"threshold on the probability", LineChart.Scale.LINEAR),
			new LineChart.Axis("score", LineChart.Scale.LINEAR), List.of(line(
				"foreground IoU", points, Confusion::foregroundIou), line("VOC", points,
					Confusion::voc), line("precision", points, Confusion::precision),
				line("recall", points, Confusion::recall)));
	}

	private static LineChart.Line line(final String name,
		final List<VoxelHistogram.Point> points,
		final ToDoubleFunction<Confusion> score)
	{
		return LineChart.Line.of(name, points.stream().mapToDouble(
			VoxelHistogram.Point::threshold).toArray(), points.stream().mapToDouble(
				p -> score.applyAsDouble(p.voxels())).toArray());
	}

	/** CREMI distances. */
	public static Table clefts(final CremiScore s) {
		return table("Distances between predicted and true clefts (low is good)",
			List.of(List.of("CREMI score", nm(s.score())), List.of(
				"ADGT, predicted to true", nm(s.adgt())), List.of(
					"ADF, true to predicted", nm(s.adf())), List.of(
						"predicted voxels beyond 200 nm", s.predictedFar() + " of " + s
							.predictedVoxels()), List.of("true voxels beyond 200 nm", s
								.trueFar() + " of " + s.trueVoxels())));
	}

	/** Found and missed objects. */
	public static Table objects(final InstanceScores s) {
		return table("Objects, matched one to one at IoU above " + s.limit(), List
			.of(List.of("recall", s.recall().text()), List.of("precision", s
				.precision().text()), List.of("F1", ratio(s.f1())), List.of(
					"true objects touched by any ROI", s.recallAnyOverlap().text()), List
						.of("mean IoU of matches", ratio(s.meanIou()))));
	}

	/** Labels of all and of the unasked ROIs with their confusion counts. */
	public static Table labels(final LabelAccuracy a) {
		final List<List<String>> rows = new ArrayList<>();
		rows.add(row("all ROIs", a.all()));
		rows.add(row("never asked", a.unasked()));
		return new Table(String.format(Locale.ROOT,
			"Labels after asking %d of %d; all called True: %s; random baseline: %s",
			a.asked(), a.all().n(), a.before().text(), ratio(a.randomBaseline())),
			List.of("ROIs", "accuracy", "balanced accuracy", "True, kept",
				"False, kept", "True, lost", "False, caught"), rows);
	}

	private static List<String> row(final String name, final Confusion c) {
		return List.of(name, c.accuracy().text(), ratio(c.balancedAccuracy()), Long
			.toString(c.truePositives()), Long.toString(c.falsePositives()), Long
				.toString(c.falseNegatives()), Long.toString(c.trueNegatives()));
	}

	private static Table table(final String caption,
		final List<List<String>> rows)
	{
		return Table.pairs(caption, "metric", "value", rows);
	}

	private static String ratio(final double v) {
		return Double.isNaN(v) ? "–" : String.format(Locale.ROOT, "%.3f", v);
	}

	private static String nm(final double v) {
		return Double.isNaN(v) ? "–" : String.format(Locale.ROOT, "%.2f nm", v);
	}
}
