
package org.twostream.loop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.twostream.core.Answer;
import org.twostream.core.Box;
import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.measure.report.LineChart;
import org.twostream.measure.report.Montage;
import org.twostream.measure.report.Palette;
import org.twostream.measure.report.Patch;
import org.twostream.measure.report.Report;
import org.twostream.measure.report.ReportWriter;
import org.twostream.measure.report.Round;
import org.twostream.measure.report.RoundsSection;
import org.twostream.measure.report.SectionOverlay;
import org.twostream.measure.report.SettingsSection;
import org.twostream.query.Query;
import org.twostream.roi.Roi;
import org.twostream.volume.EmVolume;
import org.twostream.volume.chunked.ChunkedArray;

/**
 * The page of a loop: rounds, curves, queries by cluster, examples, one section
 * with its ROIs, and every setting.
 */
final class LoopReport {

	private static final int SIDE = 112;
	private static final int COLUMNS = 10;
	private static final int EXAMPLES = 20;
	private static final int MOST_QUERIES = 120;
	private static final int OVERLAY = 700;

	private final Project project;
	private final RoiSet rois;
	private final boolean[] real;
	private final List<Round> rounds;
	private final List<String> queries;
	private final String strategy;

	LoopReport(final Project project, final RoiSet rois, final boolean[] real,
		final List<Round> rounds, final List<String> queries, final String strategy)
	{
		this.project = project;
		this.rois = rois;
		this.real = real;
		this.rounds = rounds;
		this.queries = queries;
		this.strategy = strategy;
	}

	Path write(final Path folder, final Json settings, final Progress progress) {
		final List<Report.Section> sections = new ArrayList<>();
		sections.add(RoundsSection.of(rounds, strategy));
		sections.add(section());
		try (ChunkedArray patches = rois.patches()) {
			for (int r = 0; r < queries.size(); r++)
				sections.add(queries(r, patches));
			sections.add(examples(patches));
		}
		sections.add(curves());
		final Map<String, Json> parents = parents();
		parents.put("loop", settings);
		sections.add(SettingsSection.of(parents, SettingsSection.software()));
		final Json metrics = new Json().put("rounds", rounds.stream().map(
			Round::toJson).toList()).put("settings", settings);
		return ReportWriter.write(new Report("Active learning of " + project.info()
			.target().text(), project.folder().getFileName() + ", " + rounds.size() +
				" rounds, strategy " + strategy, sections, metrics), folder, progress);
	}

	/** The section with the most ROIs, with what they truly are. */
	private Report.Section section() {
		final Map<Long, Long> perSection = new TreeMap<>();
		for (final Roi roi : rois.table().rois())
			perSection.merge(roi.bestSlice(), 1L, Long::sum);
		final long z = perSection.entrySet().stream().max(Map.Entry
			.comparingByValue()).orElseThrow().getKey();
		final boolean polarity = project.info().target().channels() == 3;
		try (EmVolume raw = project.raw(); EmVolume labels = rois.labels()) {
			final Box all = raw.info().box();
			final Box part = new Box(0, 0, z, Math.min(OVERLAY, all.xMax()), Math.min(
				OVERLAY, all.yMax()), z + 1);
			final var figure = SectionOverlay.read(raw, labels, part, project.info()
				.voxelSize().x()).figure("section", "Proposed ROIs in section " + z +
					".", id -> {
						final int row = rois.table().row(polarity ? (id + 1) / 2 : id)
							.orElse(-1);
						return row < 0 ? Palette.NONE : Palette.answer(truth(row));
					}, List.of(new SectionOverlay.Legend("truly " + project.info()
						.target().objects(), Palette.answer(Answer.TRUE)),
						new SectionOverlay.Legend("not", Palette.answer(Answer.FALSE))));
			return new Report.Section("Proposals in the volume", List.of(figure));
		}
	}

	private Answer truth(final int row) {
		return real[row] ? Answer.TRUE : Answer.FALSE;
	}

	/** One round's queries, grouped by mask cluster. */
	private Report.Section queries(final int r, final ChunkedArray patches) {
		final ReviewStep.Batch batch = ReviewStep.Batch.of(project, queries.get(r));
		final Answers answers = Answers.of(batch.rois());
		final Map<Integer, List<Patch>> groups = new TreeMap<>();
		int shown = 0;
		for (final Query q : batch.suggestion().queries()) {
			if (shown++ >= MOST_QUERIES) break;
			groups.computeIfAbsent(q.place().maskCluster(), c -> new ArrayList<>())
				.add(patch(patches, q.roi(), Optional.ofNullable(answers.byRow().get(q
					.roi())), "ROI " + batch.rois().table().get(q.roi()).id()));
		}
		final List<Report.Part> parts = new ArrayList<>();
		final int n = batch.suggestion().queries().size();
		parts.add(new Report.Paragraph(n + " queries" + (n > MOST_QUERIES
			? ", of which the first " + MOST_QUERIES + " are shown" : "") +
			", by mask cluster. Green: answered True, red: False, white: Unsure."));
		if (!groups.isEmpty()) parts.add(montage(groups, n1 -> n1 < 0
			? "no clusters" : "mask cluster " + n1).figure("queries-" + (r + 1),
				"Queries of round " + (r + 1) + ", aligned, outline of the mask."));
		return new Report.Section("Queries of round " + (r + 1), parts);
	}

	private static Montage montage(final Map<Integer, List<Patch>> groups,
		final java.util.function.IntFunction<String> heading)
	{
		return new Montage(groups.entrySet().stream().map(e -> new Montage.Group(
			heading.apply(e.getKey()), e.getValue())).toList(), COLUMNS);
	}

	/** Some that are truly objects and some that are not. */
	private Report.Section examples(final ChunkedArray patches) {
		final List<Montage.Group> groups = new ArrayList<>();
		for (final boolean is : new boolean[] { true, false }) {
			final int[] rows = IntStream.range(0, real.length).filter(
				i -> real[i] == is).toArray();
			final int step = Math.max(1, rows.length / EXAMPLES);
			final List<Patch> some = IntStream.range(0, Math.min(EXAMPLES,
				rows.length)).map(i -> rows[i * step]).mapToObj(row -> patch(patches,
					row, Optional.of(truth(row)), "ROI " + rois.table().get(row).id()))
				.toList();
			if (!some.isEmpty()) groups.add(new Montage.Group((is ? "truly "
				: "not ") + project.info().target().objects() + " (" + rows.length +
				")", some));
		}
		return new Report.Section("True and false examples", List.of(new Montage(
			groups, COLUMNS).figure("examples",
				"ROIs by the truth, at even steps through the table.")));
	}

	private Patch patch(final ChunkedArray patches, final int row,
		final Optional<Answer> answer, final String caption)
	{
		final int n = SIDE * SIDE;
		final byte[] both = new byte[2 * n];
		patches.readRows(row, row + 1L, both);
		return new Patch(SIDE, java.util.Arrays.copyOf(both, n), java.util.Arrays
			.copyOfRange(both, n, 2 * n), answer, caption);
	}

	private Report.Section curves() {
		final List<Report.Part> parts = new ArrayList<>();
		for (final String id : lineage(Kind.BASE)) {
			final Json model = Json.read(project.path(Kind.BASE, id).resolve(
				"model.json"));
			parts.add(curve("Base model " + id, "loss", model.objects("curve"), List
				.of("loss", "held_out_loss")).figure("base-" + id,
					"Weighted cross-entropy + Dice over steps of base model " + id +
						"."));
		}
		for (final String id : lineage(Kind.ENCODERS)) {
			final Json model = Json.read(project.path(Kind.ENCODERS, id).resolve(
				"model.json"));
			parts.addAll(EncoderFigures.read(project.path(Kind.ENCODERS, id)));
			for (final String stream : List.of(EncoderSet.MASK, EncoderSet.IMAGE))
				if (model.has(RefineStep.curve(stream))) parts.add(curve("Encoders " +
					id + ", triplets of the " + stream + " encoder", "loss", model
						.objects(RefineStep.curve(stream)), List.of("loss")).figure(
							"encoders-" + id + "-" + stream + "-triplets",
							"Triplet loss: 0.5 when the embedding does not tell answers apart."));
		}
		return new Report.Section("Learning curves", parts);
	}

	private static LineChart curve(final String title, final String y,
		final List<Json> points, final List<String> names)
	{
		final List<LineChart.Line> lines = new ArrayList<>();
		for (final String name : names) {
			final List<Json> with = points.stream().filter(p -> p.has(name)).toList();
			if (!with.isEmpty()) lines.add(LineChart.Line.of(name.replace('_', ' '),
				numbers(with, p -> p.number("step")), numbers(with, p -> p.number(
					name))));
		}
		if (lines.isEmpty()) lines.add(LineChart.Line.of("none", new double[0],
			new double[0]));
		return new LineChart(title, new LineChart.Axis("step",
			LineChart.Scale.LINEAR), new LineChart.Axis(y, LineChart.Scale.LINEAR),
			lines);
	}

	private static double[] numbers(final List<Json> points,
		final ToDoubleFunction<Json> number)
	{
		return points.stream().mapToDouble(number).toArray();
	}

	/** Finished results of a kind, oldest first. */
	private List<String> lineage(final Kind kind) {
		return project.finished(kind);
	}

	private Map<String, Json> parents() {
		final Map<String, Json> parents = new LinkedHashMap<>();
		parents.put("project", Json.read(project.folder().resolve("project.json")));
		for (final Kind kind : List.of(Kind.BASE, Kind.PREDICTION, Kind.ROIS,
			Kind.ENCODERS, Kind.QUERIES, Kind.DECISIONS))
			for (final String id : lineage(kind))
				parents.put(kind.folder() + "/" + id, project.record(kind, id).object(
					"settings"));
		return parents;
	}
}
