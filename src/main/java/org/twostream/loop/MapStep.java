
package org.twostream.loop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.core.UserError;
import org.twostream.measure.report.MapFigures;
import org.twostream.measure.report.Report;
import org.twostream.measure.report.ReportWriter;
import org.twostream.measure.report.SettingsSection;
import org.twostream.net.Matrix;
import org.twostream.query.Embeddings;
import org.twostream.query.Query;
import org.twostream.query.Suggestion;
import org.twostream.query.map.EmbeddingMap;
import org.twostream.query.map.MapLayout;
import org.twostream.query.map.PlaneLayout;
import org.twostream.query.map.UmapLayout;
import org.twostream.review.Decision;
import org.twostream.review.DecisionTable;
import org.twostream.review.map.MapTable;

/**
 * {@code map}: every ROI as a point near those that look like it, coloured by
 * cluster, answer, probability and truth, as far as they are there.
 */
final class MapStep {

	private final Project project;
	private final Progress progress;

	MapStep(final Project project, final Progress progress) {
		this.project = project;
		this.progress = progress;
	}

	StepResult run(final MapOptions o) {
		final EncoderSet encoders = EncoderSet.of(project, o.encoders());
		final RoiSet rois = RoiSet.of(project, encoders.rois()).notEmpty();
		final Answers answers = Answers.of(rois);
		final Optional<String> batch = project.newest(Kind.QUERIES, s -> s.string(
			"rois").equals(rois.id()) && s.string("encoders", "").equals(encoders
				.id()));
		final Optional<String> decided = project.newest(Kind.DECISIONS, s -> s
			.string("rois").equals(rois.id()));
		final Json points = points(o, encoders);
		final Json settings = new Json().put("step", "map").put("rois", rois.id())
			.put(StoredMaps.POINTS, points).put("queries", batch.orElse("")).put(
				"decisions", decided.orElse("")).put("answers", answers.fingerprint())
			.put("truth", o.truth().isEmpty() ? project.info().truth() : project
				.relative(Project.absolute(o.truth())));
		final Optional<StepResult> made = project.made(Kind.MAP, settings);
		if (made.isPresent()) return made.get();
		final Optional<Suggestion> suggestion = batch.map(id -> ReviewStep.Batch.of(
			project, id).suggestion());
		final Set<Integer> asked = new TreeSet<>(answers.asked());
		suggestion.ifPresent(s -> s.queries().stream().map(Query::roi).forEach(
			asked::add));
		final MapTable.Known known = new MapTable.Known(suggestion.map(
			Suggestion::places).orElse(List.of()), answers.byRow(), decisions(rois,
				decided), AnnotatorsSection.truth(project, o.truth(), rois, o.compute()
					.threads(), progress.part(0, 0.1)));
		try (Pending pending = project.begin(Kind.MAP, settings)) {
			final EmbeddingMap map = map(o, encoders, rois, points, asked);
			MapTable.write(map, rois.ids(), known, pending.folder().resolve(
				StoredMaps.TABLE));
			final List<Report.Part> figures = new ArrayList<>(MapFigures.of(map, rois
				.table(), known));
			final Json figuresOf = new Json().put("drawn", map.size()).put("rois",
				rois.table().size());
			ReportWriter.write(new Report("Map of the embeddings", project.folder()
				.getFileName().toString(), List.of(new Report.Section("Map", figures),
					SettingsSection.of(Map.of("map", settings), SettingsSection
						.software())), figuresOf), pending.folder(), progress.part(0.95,
							1));
			final Map<String, String> summary = new LinkedHashMap<>();
			summary.put("drawn", map.size() + " of " + rois.table().size() + " ROIs");
			summary.put("layout", map.about());
			final StepResult result = pending.finish(figuresOf, summary);
			final Map<String, String> withPage = new LinkedHashMap<>(summary);
			withPage.put("page", result.path().resolve("index.html").toString());
			return new StepResult("map", result.id(), result.path(), withPage);
		}
	}

	/** What decides where the points lie, but for which of them are drawn. */
	private static Json points(final MapOptions o, final EncoderSet encoders) {
		if (o.limit() < 1) throw new UserError("limit=" + o.limit() +
			" is below 1; give how many ROIs to draw at most.");
		final Json points = new Json().put("encoders", encoders.id()).put(
			"embedding", o.embedding()).put("layout", o.layout()).put("limit", o
				.limit()).put("seed", o.compute().seed().value());
		return o.layout().equals("umap") ? points.put("neighbours", o.neighbours())
			: points;
	}

	private EmbeddingMap map(final MapOptions o, final EncoderSet encoders,
		final RoiSet rois, final Json points, final Set<Integer> asked)
	{
		final int[] rows = EmbeddingMap.sample(rois.table().size(), o.limit(),
			asked, o.compute().seed());
		// New answers change the colours, not the places.
		return StoredMaps.newest(rois, points::equals).filter(
			before -> java.util.Arrays.equals(before.rows(), rows)).orElseGet(
				() -> EmbeddingMap.of(streams(o.embedding(), encoders.embeddings()),
					rows, layout(o), o.compute().seed(), o.compute().threads(), progress
						.part(0.1, 0.95)));
	}

	private static List<Matrix> streams(final String embedding,
		final Embeddings both)
	{
		return switch (embedding) {
			case "both" -> List.of(both.mask(), both.image());
			case EncoderSet.MASK -> List.of(both.mask());
			case EncoderSet.IMAGE -> List.of(both.image());
			default -> throw new UserError("embedding=" + embedding +
				" is none of both, image, mask; choose one of them.");
		};
	}

	private static MapLayout layout(final MapOptions o) {
		return switch (o.layout()) {
			case "umap" -> new UmapLayout(o.neighbours());
			case "pca" -> new PlaneLayout();
			default -> throw new UserError("layout=" + o.layout() +
				" is neither umap nor pca; choose one of them.");
		};
	}

	private Map<Integer, Decision> decisions(final RoiSet rois,
		final Optional<String> id)
	{
		final Map<Integer, Decision> byRow = new TreeMap<>();
		id.ifPresent(d -> DecisionTable.read(rois.ids(), project.path(
			Kind.DECISIONS, d).resolve(ApplyStep.TABLE)).forEach(x -> byRow.put(x
				.row(), x)));
		return byRow;
	}
}
