
package org.twostream.measure.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.twostream.core.Answer;
import org.twostream.query.Place;
import org.twostream.query.map.EmbeddingMap;
import org.twostream.review.map.MapTable;
import org.twostream.roi.RoiTable;

/** A map of the embeddings as pictures: the same points in several colours. */
public final class MapFigures {

	private static final Color ASIDE = new Color(0xC3CAD2);
	// From False over grey to True, the colours of the answers.
	private static final List<Color> STEPS = List.of(Palette.VERMILION, new Color(
		0xE8A87C), new Color(0xB8BEC6), new Color(0x7FC6AE), Palette.GREEN);
	/** Colours of clusters, then they come again. */
	private static final int CLUSTERS = 7;

	private final EmbeddingMap map;

	private MapFigures(final EmbeddingMap map) {
		this.map = map;
	}

	/**
	 * A picture by the prediction's probability, and by cluster, answer, decision
	 * and truth where there are such.
	 */
	public static List<Figure> of(final EmbeddingMap map, final RoiTable rois,
		final MapTable.Known known)
	{
		final MapFigures figures = new MapFigures(map);
		final List<Figure> all = new ArrayList<>();
		final List<Place> places = known.places();
		if (places.stream().anyMatch(p -> p.outermost() >= 0)) all.add(figures
			.figure("clusters", "By cluster", IntStream.range(0, CLUSTERS).mapToObj(
				c -> new Kind("", Palette.line(c))).toList(), row -> Math.floorMod(
					places.get(row).outermost(), CLUSTERS),
				"Mask clusters, or those of the " +
					"only stream; after seven the colours come again."));
		if (!known.answers().isEmpty()) all.add(figures.figure("answers",
			"By answer", List.of(new Kind("not asked", ASIDE), new Kind("True",
				Palette.GREEN), new Kind("False", Palette.VERMILION), new Kind("Unsure",
					Palette.INK)), row -> group(Optional.ofNullable(known.answers().get(
						row))), "The answers given so far."));
		if (!known.decisions().isEmpty()) all.add(figures.steps("decisions",
			"By decision", row -> known.decisions().get(row) == null ? Double.NaN
				: known.decisions().get(row).probability(),
			"How probably an ROI is real, by the answers as they were spread."));
		all.add(figures.fifths("confidence", "By confidence", row -> rois.get(row)
			.meanProbability(),
			"Mean probability of the prediction inside the mask, a fifth of the ROIs in each colour."));
		if (!known.real().isEmpty()) all.add(figures.figure("truth", "By truth",
			List.of(new Kind("unknown", ASIDE), new Kind("real", Palette.GREEN),
				new Kind("not", Palette.VERMILION), new Kind("", Palette.INK)),
			row -> group(Optional.ofNullable(known.real().get(row))),
			"What the truth says."));
		return all;
	}

	private record Kind(String name, Color colour) {
	}

	private static int group(final Optional<Answer> answer) {
		return answer.map(a -> a == Answer.TRUE ? 1 : a == Answer.FALSE ? 2 : 3)
			.orElse(0);
	}

	private Figure steps(final String name, final String title,
		final IntFunction<Double> value, final String caption)
	{
		final List<Kind> kinds = new ArrayList<>();
		for (int i = 0; i < STEPS.size(); i++)
			kinds.add(new Kind(i * 2 / 10.0 + " to " + (i + 1) * 2 / 10.0, STEPS.get(
				i)));
		return figure(name, title, kinds, row -> {
			final double v = value.apply(row);
			return Double.isNaN(v) ? STEPS.size() / 2 : Math.max(0, Math.min(STEPS
				.size() - 1, (int) (v * STEPS.size())));
		}, caption);
	}

	/** Most probabilities lie close together: as many ROIs in each colour. */
	private Figure fifths(final String name, final String title,
		final IntFunction<Double> value, final String caption)
	{
		final double[] sorted = IntStream.of(map.rows()).mapToDouble(value::apply)
			.sorted().toArray();
		final double[] from = new double[STEPS.size() + 1];
		for (int i = 0; i < from.length; i++)
			from[i] = sorted[(sorted.length - 1) * i / STEPS.size()];
		final List<Kind> kinds = new ArrayList<>();
		for (int i = 0; i < STEPS.size(); i++)
			kinds.add(new Kind(String.format(Locale.ROOT, "%.2f to %.2f", from[i],
				from[i + 1]), STEPS.get(i)));
		return figure(name, title, kinds, row -> {
			int i = 0;
			while (i < STEPS.size() - 1 && value.apply(row) >= from[i + 1])
				i++;
			return i;
		}, caption);
	}

	/** @param kind of a row, an index */
	private Figure figure(final String name, final String title,
		final List<Kind> kinds, final IntFunction<Integer> kind,
		final String caption)
	{
		final List<PointMap.Group> groups = new ArrayList<>();
		for (int k = 0; k < kinds.size(); k++) {
			final int wanted = k;
			final int[] points = IntStream.range(0, map.size()).filter(i -> kind
				.apply(map.rows()[i]) == wanted).toArray();
			if (points.length > 0) groups.add(new PointMap.Group(kinds.get(k).name(),
				kinds.get(k).colour(), at(points, map.x()), at(points, map.y())));
		}
		return new PointMap(title, "", "", groups).figure(name, caption + " " + map
			.about());
	}

	private static double[] at(final int[] points, final float[] along) {
		return IntStream.of(points).mapToDouble(i -> along[i]).toArray();
	}
}
