
package org.twostream.loop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.core.Target;
import org.twostream.measure.Confusion;
import org.twostream.measure.CremiScore;
import org.twostream.measure.ForegroundMask;
import org.twostream.measure.InstanceOverlaps;
import org.twostream.measure.InstanceScores;
import org.twostream.measure.LabelAccuracy;
import org.twostream.measure.MissedScores;
import org.twostream.measure.Proportion;
import org.twostream.measure.VoxelHistogram;
import org.twostream.measure.report.MetricParts;
import org.twostream.measure.report.Report;
import org.twostream.measure.report.ReportWriter;
import org.twostream.measure.report.SettingsSection;
import org.twostream.measure.report.Table;
import org.twostream.review.Decision;
import org.twostream.review.DecisionTable;
import org.twostream.roi.TruthMatch;
import org.twostream.volume.EmVolume;
import org.twostream.volume.ProbabilityVolume;

/**
 * {@code measure}: prediction, ROIs and decisions against the truth, as far as
 * they are there, and a report.
 */
final class MeasureStep {

	private static final double MATCH = 0.5;

	private final Project project;
	private final Progress progress;
	private final Map<String, String> summary = new LinkedHashMap<>();
	private final List<Report.Section> sections = new ArrayList<>();
	private final Json metrics = new Json();
	private final Json settings = new Json().put("step", "measure");

	MeasureStep(final Project project, final Progress progress) {
		this.project = project;
		this.progress = progress;
	}

	StepResult run(final MeasureOptions o) {
		final Truth truth = Truth.of(project, o.truth());
		final int threads = o.compute().threads();
		settings.put("truth", project.relative(truth.uri()));
		final boolean elsewhere = !o.prediction().isEmpty() && !o.prediction()
			.matches("\\d+");
		final Optional<RoiSet> rois = project.finished(Kind.ROIS).isEmpty()
			? Optional.empty() : Optional.of(RoiSet.of(project, o.rois()));
		if (elsewhere || !project.finished(Kind.PREDICTION).isEmpty()) voxels(truth,
			elsewhere ? Project.absolute(o.prediction()) : project.path(
				Kind.PREDICTION, project.require(Kind.PREDICTION, o.prediction(),
					"predict")).toString(), rois, threads);
		else if (rois.isEmpty()) project.require(Kind.PREDICTION, "", "predict");
		rois.ifPresent(set -> rois(truth, set, o));
		final Map<String, Json> parents = new LinkedHashMap<>();
		parents.put("measure", settings);
		rois.ifPresent(r -> parents.put("rois/" + r.id(), project.record(Kind.ROIS,
			r.id()).object("settings")));
		sections.add(SettingsSection.of(parents, SettingsSection.software()));
		try (Pending pending = project.begin(Kind.REPORT, settings)) {
			ReportWriter.write(new Report("Accuracy of " + project.info().target()
				.text(), project.folder().getFileName().toString(), sections, metrics
					.put("settings", settings)), pending.folder(), progress.part(0.98,
						1));
			final StepResult result = pending.finish(metrics, summary);
			final Map<String, String> withPage = new LinkedHashMap<>(summary);
			withPage.put("report", result.path().resolve("index.html").toString());
			return new StepResult("measure", result.id(), result.path(), withPage);
		}
	}

	private double threshold(final Optional<RoiSet> rois) {
		return rois.map(r -> project.record(Kind.ROIS, r.id()).object("settings")
			.number("threshold")).orElse(0.5);
	}

	private void voxels(final Truth truth, final String prediction,
		final Optional<RoiSet> rois, final int threads)
	{
		final double threshold = threshold(rois);
		settings.put("prediction", project.relative(prediction)).put("threshold",
			threshold);
		final List<Report.Part> parts = new ArrayList<>();
		try (EmVolume probability = rois.map(r -> r.probability(prediction))
			.orElseGet(() -> ProbabilityVolume.of(project.volume(prediction)));
				EmVolume labels = truth.labels())
		{
			// The last channel: the only one, or the union of polarity.
			final int channel = probability.info().channels() - 1;
			final ForegroundMask wanted = ForegroundMask.ofLabels(labels, 0);
			final VoxelHistogram histogram = VoxelHistogram.count(probability,
				channel, wanted, threads, progress.part(0, 0.2));
			final Confusion c = histogram.at(threshold);
			parts.add(MetricParts.voxels(threshold, c));
			parts.add(MetricParts.sweep(histogram).figure("thresholds",
				"Voxel scores over the threshold."));
			metrics.put("voxels", c.toJson());
			metrics.put("best_voc", histogram.bestVoc().toJson());
			summary.put("foreground_iou", Figures.of(c.foregroundIou()));
			summary.put("voc", Figures.of(c.voc()));
			if (project.info().target() != Target.MITOCHONDRIA) {
				final CremiScore cremi = CremiScore.measure(ForegroundMask.atThreshold(
					probability, channel, threshold), wanted, project.info().voxelSize(),
					threads, progress.part(0.2, 0.5));
				parts.add(MetricParts.clefts(cremi));
				metrics.put("cremi", cremi.toJson());
				summary.put("adgt_nm", Figures.of(cremi.adgt()));
				summary.put("adf_nm", Figures.of(cremi.adf()));
			}
		}
		sections.add(new Report.Section("Voxels", parts));
	}

	private void rois(final Truth truth, final RoiSet rois,
		final MeasureOptions o)
	{
		settings.put("rois", rois.id());
		final int threads = o.compute().threads();
		final List<Report.Part> parts = new ArrayList<>();
		final InstanceOverlaps proposed = overlaps(truth, rois.folder().resolve(
			RoiSet.LABELS), threads);
		parts.add(objects("proposed", proposed));
		final Optional<String> decisions = project.newest(Kind.DECISIONS, s -> s
			.string("rois").equals(rois.id()));
		decisions.ifPresent(id -> parts.add(objects("corrected", overlaps(truth,
			project.path(Kind.DECISIONS, id).resolve(RoiSet.LABELS), threads))));
		sections.add(new Report.Section("Objects", parts));
		if (rois.table().size() == 0) return;
		final List<TruthMatch> matches = truth.match(rois, threads, progress.part(
			0.7, 0.75));
		final boolean[] real = new boolean[matches.size()];
		for (int i = 0; i < real.length; i++)
			real[i] = matches.get(i).real();
		final Answers answers = Answers.of(rois);
		final List<Decision> decided = decisions.map(id -> DecisionTable.read(rois
			.ids(), project.path(Kind.DECISIONS, id).resolve(ApplyStep.TABLE)))
			.orElse(List.of());
		final LabelAccuracy labels = LoopStep.labels(answers.byRow(), decided,
			real);
		final List<Report.Part> accuracy = new ArrayList<>(List.of(MetricParts
			.labels(labels)));
		metrics.put("labels", labels.toJson());
		summary.put("label_accuracy", labels.all().accuracy().text());
		summary.put("label_accuracy_unasked", labels.unasked().accuracy().text());
		summary.put("random_baseline", Figures.of(labels.randomBaseline()));
		if (!project.finished(Kind.BASE).isEmpty()) accuracy.add(roiAccuracy(rois,
			real, answers, o));
		sections.add(new Report.Section("Labels and ROI accuracy", accuracy));
		if (!answers.missed().isEmpty()) missed(MissedSection.scores(MissedSet.of(
			rois, answers), truth, matches, proposed, MATCH, threads, progress.part(
				0.75, 0.75)));
		annotators(rois, answers, o, threads);
		CarriedVerdicts.section(rois).ifPresent(sections::add);
		EncoderFigures.newest(project, rois.id()).ifPresent(id -> {
			final List<Report.Part> learned = EncoderFigures.read(project.path(
				Kind.ENCODERS, id));
			settings.put("encoders", id);
			if (!learned.isEmpty()) sections.add(new Report.Section("Encoders",
				learned));
		});
	}

	private void annotators(final RoiSet rois, final Answers answers,
		final MeasureOptions o, final int threads)
	{
		final AnnotatorsSection annotators = AnnotatorsSection.of(rois, answers, o
			.truth(), threads, progress.part(0.97, 0.98));
		answers.note(summary);
		if (!annotators.isWorthIt()) return;
		sections.add(annotators.section(rois));
		metrics.put("annotators", annotators.json());
		summary.put("krippendorff_alpha", Figures.of(annotators.agreement()
			.alpha()));
	}

	private void missed(final MissedScores scores) {
		sections.add(MissedSection.section(scores));
		metrics.put("missed", scores.toJson());
		summary.put("missed_marked", Long.toString(scores.marked()));
		summary.put("missed_real", scores.real().text());
		summary.put("recall_with_missed", scores.recallWithMissed().text());
	}

	private InstanceOverlaps overlaps(final Truth truth, final Path labels,
		final int threads)
	{
		try (EmVolume found = project.volume(labels.toString());
				EmVolume wanted = truth.instances(threads, progress.part(0.5, 0.55)))
		{
			final Progress part = progress.part(0.55, 0.7);
			return project.info().target() == Target.POLARITY ? InstanceOverlaps
				.countPolarity(found, wanted, threads, part) : InstanceOverlaps.count(
					found, wanted, threads, part);
		}
	}

	private Table objects(final String which, final InstanceOverlaps overlaps) {
		final InstanceScores scores = overlaps.at(MATCH);
		metrics.put("objects_" + which, scores.toJson());
		summary.put("precision_" + which, scores.precision().text());
		summary.put("recall_" + which, scores.recall().text());
		summary.put("f1_" + which, Figures.of(scores.f1()));
		final Table table = MetricParts.objects(scores);
		return new Table(which + ": " + table.caption(), table.columns(), table
			.rows());
	}

	/** On the test part, or where there is none on the ROIs never asked. */
	private Table roiAccuracy(final RoiSet rois, final boolean[] real,
		final Answers answers, final MeasureOptions o)
	{
		final double share = project.newest(Kind.QUERIES, s -> s.string("rois")
			.equals(rois.id())).map(id -> project.record(Kind.QUERIES, id).object(
				"settings").number("test_share")).orElse(0.0);
		final Set<Integer> test = TestPart.rows(rois.table(), share, o.compute()
			.seed());
		final int[] rows = IntStream.range(0, real.length).filter(i -> share > 0
			? test.contains(i) : !answers.asked().contains(i)).toArray();
		final BaseModel model = BaseModel.of(project, o.base());
		final Proportion p = new RoiAccuracy(rois, rows, real).of(model, o
			.compute(), progress.part(0.75, 0.98));
		settings.put("base", model.name(project));
		metrics.put("roi_accuracy", p.toJson());
		summary.put("roi_accuracy", p.text());
		return Table.pairs("ROI accuracy of base model " + model.name(project) +
			(share > 0 ? " on the test part" : " on the ROIs never asked"), "metric",
			"value", List.of(List.of("agreement with the truth", p.text())));
	}
}
