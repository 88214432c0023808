
package org.twostream.loop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.twostream.core.Answer;
import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.core.UserError;
import org.twostream.measure.LabelAccuracy;
import org.twostream.measure.Proportion;
import org.twostream.measure.report.Round;
import org.twostream.measure.report.RoundsSection;
import org.twostream.measure.report.TextTable;
import org.twostream.review.Decision;
import org.twostream.review.DecisionTable;
import org.twostream.review.spread.SpreadRule;

/**
 * {@code loop}: what is missing of base model, prediction, ROIs and encoders,
 * then rounds of suggest, review, apply, refine and finetune, each measured
 * against the truth. Stopped anywhere and run again, it goes on: every step
 * finds what it has made before.
 */
final class LoopStep {

	/** Shares of the whole progress: the first four steps, then the rounds. */
	private static final double PREPARED = 0.6;

	private final Project project;
	private final Progress progress;
	private final Stopwatch watch = new Stopwatch();

	LoopStep(final Project project, final Progress progress) {
		this.project = project;
		this.progress = progress;
	}

	/** What the rounds start from. */
	private record Start(String base, String prediction, RoiSet rois,
			String encoders) {
	}

	/** What a round ends with. */
	private record State(String base, String encoders, Proportion label,
			Proportion roi) {
	}

	StepResult run(final LoopOptions o) {
		if (o.rounds() < 1) throw new UserError("rounds=" + o.rounds() +
			" is below 1; give the number of rounds.");
		final Truth truth = Truth.of(project, o.review().truth());
		final Start start = prepare(o);
		final RoiSet rois = start.rois.notEmpty();
		final boolean[] real = watch.time("match truth", () -> truth.matches(rois, o
			.review().compute().threads(), progress.part(PREPARED, PREPARED)));
		final Set<Integer> spared = TestPart.rows(rois.table(), o.suggest()
			.testShare(), o.suggest().compute().seed());
		final RoiAccuracy accuracy = new RoiAccuracy(rois, spared.stream().mapToInt(
			i -> i).sorted().toArray(), real);
		final Optional<ControlArm> control = o.control() ? Optional.of(
			new ControlArm(real, spared, SpreadRule.named(o.apply().spread(), o
				.suggest().strategy()), o.suggest().compute().seed())) : Optional
					.empty();
		final Proportion p = labels(Map.of(), List.of(), real).before();
		final Proportion roiStart = watch.time("ROI accuracy", () -> accuracy.of(
			BaseModel.of(project, start.base), o.finetune().compute(), progress.part(
				PREPARED, PREPARED)));
		State state = new State(start.base, start.encoders, p, roiStart);
		final Map<String, Double> prepared = watch.take();
		final List<Round> rounds = new ArrayList<>();
		final List<String> queries = new ArrayList<>();
		for (int r = 1; r <= o.rounds(); r++) {
			final double width = (1 - PREPARED) / o.rounds();
			final Progress part = progress.part(PREPARED + (r - 1) * width, PREPARED +
				r * width);
			final Outcome outcome = round(r, o, start, state, queries, real, accuracy,
				control, part);
			final Map<String, Double> seconds = new LinkedHashMap<>(r == 1 ? prepared
				: Map.of());
			outcome.round.seconds().forEach((k, v) -> seconds.merge(k, v,
				Double::sum));
			rounds.add(outcome.with(p, seconds));
			state = outcome.state;
			if (outcome.enough) break;
		}
		return report(o, start, rounds, queries, real);
	}

	private Start prepare(final LoopOptions o) {
		final Preparation missing = new Preparation(project, watch, progress.part(0,
			PREPARED));
		final String base = missing.base(o.train());
		final String prediction = missing.prediction(base, o.predict());
		final String rois = missing.rois(prediction, o.propose());
		return new Start(base, prediction, RoiSet.of(project, rois), initial(missing
			.encoders(rois, o.encode()), o.refine()));
	}

	/**
	 * A measured round, where it leaves the models, and whether its audit says
	 * that nothing more need be asked.
	 */
	private record Outcome(Round round, State state, boolean enough) {

		Round with(final Proportion start, final Map<String, Double> seconds) {
			return new Round(round.number(), round.rois(), round.asked(), start, round
				.labelBefore(), round.labelAfter(), round.unaskedAfter(), round
					.roiBefore(), round.roiAfter(), round.randomArm(), round
						.randomRoiAfter(), seconds);
		}
	}

	private Outcome round(final int number, final LoopOptions o,
		final Start start, final State before, final List<String> used,
		final boolean[] real, final RoiAccuracy accuracy,
		final Optional<ControlArm> control, final Progress part)
	{
		final SuggestOptions s = o.suggest();
		final Project earlier = project.seeing(Set.copyOf(used));
		final StepResult queries = watch.time("suggest", () -> new SuggestStep(
			earlier, part.part(0, 0.05)).run(new SuggestOptions(before.encoders, s
				.strategy(), s.budget(), s.maskClusters(), s.imageClusters(), s
					.perCluster(), s.testShare(), s.audit(), number, s.compute())));
		used.add(queries.id());
		final Project now = project.seeing(Set.copyOf(used));
		final RoiSet rois = RoiSet.of(now, start.rois.id());
		watch.time("review", () -> new ReviewStep(now, part.part(0.05, 0.1)).run(
			new ReviewOptions(queries.id(), o.review().reviewer(), o.review()
				.annotator(), o.review().truth(), o.review().compute())));
		final StepResult applied = watch.time("apply", () -> new ApplyStep(now, part
			.part(0.1, 0.15)).run(o.apply().of(queries.id())));
		final Answers answers = Answers.of(rois);
		final List<Decision> decisions = DecisionTable.read(rois.ids(), applied
			.path().resolve(ApplyStep.TABLE));
		final LabelAccuracy labels = labels(answers.byRow(), decisions, real);
		final int asked = answers.asked().size();
		final int asks = (int) project.record(Kind.QUERIES, queries.id()).object(
			"figures").integer("queries");
		final Proportion random = control.map(c -> c.round(EncoderSet.of(project,
			before.encoders).embeddings(), asks, s.compute().threads()).all()
			.accuracy()).orElse(Round.NOT_MEASURED);
		final RefineOptions r = o.refine();
		final String encoders = oneKind(answers) ? before.encoders : watch.time(
			"refine", () -> new RefineStep(now, part.part(0.15, 0.45)).run(r.from(
				before.encoders))).id();
		final FinetuneOptions f = o.finetune();
		final String base = watch.time("finetune", () -> new FinetuneStep(now, part
			.part(0.45, 0.9)).run(new FinetuneOptions(before.base, rois.id(), f
				.iterations(), f.window(), f.batch(), f.learningRate(), f.augment(), f
					.keeping(), f.compute()))).id();
		final Proportion roi = watch.time("ROI accuracy", () -> accuracy.of(
			BaseModel.of(project, base), f.compute(), part.part(0.9, 1)));
		return new Outcome(new Round(number, real.length, asked, Round.NOT_MEASURED,
			before.label, labels.all().accuracy(), labels.unasked().accuracy(),
			before.roi, roi, random, Round.NOT_MEASURED, watch.take()), new State(
				base, encoders, labels.all().accuracy(), roi), enough(project.record(
					Kind.DECISIONS, applied.id()).object("figures")));
	}

	private static boolean enough(final Json figures) {
		return figures.has("audit") && figures.object("audit").flag("stop", false);
	}

	/** The encoders of the first round. */
	private String initial(final String encoders, final RefineOptions r) {
		if (!r.initial().equals("yes")) return encoders;
		return watch.time("refine", () -> new RefineStep(project.seeing(Set.of()),
			progress.part(PREPARED, PREPARED)).run(new RefineOptions(encoders,
				"image", r.anchors(), "yes", r.iterations(), r.batch(), r.compute())))
			.id();
	}

	/** Triplets need both answers. */
	private static boolean oneKind(final Answers answers) {
		return answers.rows(Answer.TRUE).length == 0 || answers.rows(
			Answer.FALSE).length == 0;
	}

	/** Accuracy of decisions; without any, all count as True. */
	static LabelAccuracy labels(final Map<Integer, Answer> asked,
		final List<Decision> decisions, final boolean[] real)
	{
		return LabelAccuracy.of(IntStream.range(0, real.length).mapToObj(
			i -> new LabelAccuracy.Decided(real[i], decisions.isEmpty() || decisions
				.get(i).keeps(), asked.containsKey(i))).toList());
	}

	private StepResult report(final LoopOptions o, final Start start,
		final List<Round> rounds, final List<String> queries, final boolean[] real)
	{
		final String strategy = o.suggest().strategy().isEmpty() ? "hierarchical"
			: o.suggest().strategy();
		final Json settings = new Json().put("step", "loop").put("rounds", o
			.rounds()).put("enough", o.apply().enough()).put("spread", o.apply()
				.spread()).put("strategy", strategy).put("base", start.base).put(
					"prediction", start.prediction).put("rois", start.rois.id()).put(
						"encoders", start.encoders).put("queries", queries).put(
							"test_share", o.suggest().testShare()).put("control", o.control())
			.put("compute", o.suggest().compute().json());
		try (Pending pending = project.begin(Kind.REPORT, settings)) {
			new LoopReport(project, start.rois, real, rounds, queries, strategy)
				.write(pending.folder(), settings, progress.part(0.99, 1));
			final Round last = rounds.get(rounds.size() - 1);
			final Map<String, String> summary = new LinkedHashMap<>();
			summary.put("rois", Long.toString(last.rois()));
			summary.put("asked", Long.toString(last.asked()));
			if (rounds.size() < o.rounds()) summary.put("rounds", rounds.size() +
				" of " + o.rounds() + ", since the audit says that it is enough");
			summary.put("label_accuracy", last.start().text() + " -> " + last
				.labelAfter().text());
			final StepResult result = pending.finish(new Json().put("rounds", rounds
				.stream().map(Round::toJson).toList()), summary);
			final Map<String, String> withPage = new LinkedHashMap<>(summary);
			withPage.put("report", result.path().resolve("index.html").toString());
			return new StepResult("loop", result.id(), result.path(), withPage, table(
				rounds));
		}
	}

	private static String table(final List<Round> rounds) {
		return TextTable.text(RoundsSection.table(rounds)) + "\n" + TextTable.text(
			RoundsSection.times(rounds));
	}
}
