
package org.twostream.measure.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

import org.twostream.segment.HeldOutCheck;
import org.twostream.segment.LearningCurve;
import org.twostream.segment.LearningCurve.Point;
import org.twostream.segment.Overlap;

/** Pictures of a training, while it goes on and afterwards. */
public final class TrainingFigures {

	private static final long FOUND = 1;
	private static final long MISSED = 2;
	private static final long WRONG = 3;
	private static final Map<Long, SectionOverlay.Legend> COLOURS = Map.of(FOUND,
		new SectionOverlay.Legend("found", Palette.GREEN), MISSED,
		new SectionOverlay.Legend("missed", Palette.SKY), WRONG,
		new SectionOverlay.Legend("wrong", Palette.VERMILION));

	private TrainingFigures() {}

	/**
	 * Loss of training and of held-out windows, and the scores of the held-out
	 * part, over steps.
	 */
	public static Figure curve(final LearningCurve curve) {
		final List<LineChart.Line> lines = new ArrayList<>();
		add(lines, "loss", curve, p -> OptionalDouble.of(p.loss()));
		add(lines, "held-out loss", curve, Point::heldOut);
		add(lines, "held-out IoU", curve, score(Overlap::iou));
		add(lines, "held-out VOC score", curve, score(Overlap::voc));
		return new LineChart("Training", new LineChart.Axis("step",
			LineChart.Scale.LINEAR), new LineChart.Axis("loss, score 0..1",
				LineChart.Scale.LINEAR), lines).figure("curve",
					"Loss while learning, and scores of the part that is held out from it.");
	}

	private static Function<Point, OptionalDouble> score(
		final Function<Overlap, Double> score)
	{
		return p -> p.overlap().map(score).map(OptionalDouble::of).orElse(
			OptionalDouble.empty());
	}

	private static void add(final List<LineChart.Line> lines, final String name,
		final LearningCurve curve, final Function<Point, OptionalDouble> value)
	{
		final List<Point> known = curve.points().stream().filter(p -> value.apply(p)
			.isPresent()).toList();
		if (known.isEmpty() && !lines.isEmpty()) return;
		lines.add(LineChart.Line.of(name, known.stream().mapToDouble(Point::step)
			.toArray(), known.stream().mapToDouble(p -> value.apply(p).getAsDouble())
				.toArray()));
	}

	/**
	 * A held-out section with the outlines of what is found there.
	 *
	 * @param threshold 0..1 from which on a voxel is found
	 */
	public static Figure preview(final HeldOutCheck.Section section,
		final double threshold)
	{
		final long[] ids = new long[section.raw().length];
		for (int i = 0; i < ids.length; i++) {
			final boolean found = (section.probability()[i] & 0xFF) >= threshold *
				255;
			if (section.truth()[i] != 0) ids[i] = found ? FOUND : MISSED;
			else if (found) ids[i] = WRONG;
		}
		return new SectionOverlay(section.width(), section.height(), section.raw(),
			ids, section.nm()).figure("preview",
				"A held-out section: what is found, missed and wrong at threshold " +
					threshold + ".", id -> COLOURS.get(id).colour(), List.of(COLOURS.get(
						FOUND), COLOURS.get(MISSED), COLOURS.get(WRONG)));
	}
}
