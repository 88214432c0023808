
package org.twostream.loop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

import org.twostream.core.Answer;
import org.twostream.core.Progress;
import org.twostream.query.Query;
import org.twostream.query.Suggestion;
import org.twostream.review.Purpose;
import org.twostream.review.ReviewContext;
import org.twostream.review.ReviewItem;
import org.twostream.review.consensus.CheckPlan;
import org.twostream.review.consensus.KnownAnswers;
import org.twostream.review.session.OracleReviewer;
import org.twostream.review.session.ReviewSession;
import org.twostream.review.session.Reviewer;

/** {@code review}: a batch of queries is answered through a journal. */
final class ReviewStep {

	private static final String ORACLE = "oracle";

	private final Project project;
	private final Progress progress;

	ReviewStep(final Project project, final Progress progress) {
		this.project = project;
		this.progress = progress;
	}

	StepResult run(final ReviewOptions o) {
		final Batch batch = Batch.of(project, o.queries());
		final Answers before = Answers.of(batch.rois());
		final List<Query> open = batch.suggestion().queries().stream().filter(
			q -> !(batch.adjudicates() ? before.votes().adjudicated().keySet()
				: before.asked()).contains(q.roi())).toList();
		final Reviewer reviewer = reviewer(o, batch.rois(), before
			.asked()::contains);
		if (!o.reviewer().equals(ORACLE) || !open.isEmpty()) try (
				ReviewSession session = session(batch, before, o))
		{
			reviewer.review(session, progress);
		}
		final Answers after = Answers.of(batch.rois());
		final Map<String, String> summary = new LinkedHashMap<>();
		summary.put("asked", Integer.toString(open.size()));
		for (final Answer a : Answer.values())
			summary.put(a.text(), Long.toString(open.stream().filter(q -> after
				.byRow().get(q.roi()) == a).count()));
		before.note(summary);
		return new StepResult("review", batch.id(), Answers.journals(project),
			summary);
	}

	private ReviewSession session(final Batch batch, final Answers before,
		final ReviewOptions o)
	{
		final String annotator = o.annotator().isEmpty() ? System.getProperty(
			"user.name", "unknown") : o.annotator();
		return ReviewSession.open(new ReviewSession.Setup(new ReviewContext(batch
			.rois().table(), batch.rois().id(), batch.id(), "encoders/" + batch
				.encoders()), items(batch, before, annotator, o), Answers.journals(
					project), annotator), () -> Scenes.of(batch));
	}

	private List<ReviewItem> items(final Batch batch, final Answers before,
		final String annotator, final ReviewOptions o)
	{
		final CheckPlan plan = new CheckPlan(annotator, batch.id(), o.repeats(), o
			.honeypots(), o.compute().seed());
		final List<ReviewItem> queries = batch.suggestion().queries().stream().map(
			ReviewItem::of).toList();
		if (batch.adjudicates()) return queries.stream().map(q -> new ReviewItem(q
			.row(), Purpose.ADJUDICATION, q.order(), q.why())).toList();
		if (o.repeats() == 0 && o.honeypots() == 0) return queries;
		return plan.mix(queries, new KnownAnswers(before.votes(), o.honeypots() == 0
			? Map.of() : AnnotatorsSection.truth(project, o.truth(), batch.rois(), o
				.compute().threads(), progress)));
	}

	private Reviewer reviewer(final ReviewOptions o, final RoiSet rois,
		final IntPredicate known)
	{
		if (!o.reviewer().equals(ORACLE)) return project.wiring().windows().apply(o
			.reviewer());
		final boolean[] real = Truth.of(project, o.truth()).matches(rois, o
			.compute().threads(), progress);
		return new OracleReviewer(row -> real[row] ? Answer.TRUE : Answer.FALSE,
			known);
	}

	/**
	 * A finished batch of queries.
	 *
	 * @param id its number
	 * @param rois the ROI set it is about
	 * @param encoders number of the encoders that made it
	 */
	record Batch(String id, RoiSet rois, String encoders, Suggestion suggestion) {

		/** Whether its answers settle what annotators differ on. */
		boolean adjudicates() {
			return suggestion.strategy().equals(AdjudicationStep.STRATEGY);
		}

		static Batch of(final Project project, final String asked) {
			final String id = project.require(Kind.QUERIES, asked, "suggest");
			final var settings = project.record(Kind.QUERIES, id).object("settings");
			final RoiSet rois = RoiSet.of(project, settings.string("rois"));
			final var file = project.path(Kind.QUERIES, id);
			return new Batch(id, rois, settings.string("encoders"),
				org.twostream.query.SuggestionTables.read(rois.ids(), file, file
					.resolveSibling(id + ".clusters.tsv")));
		}
	}
}
