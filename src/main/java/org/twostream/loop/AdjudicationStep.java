
package org.twostream.loop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.twostream.core.Json;
import org.twostream.core.UserError;
import org.twostream.query.Place;
import org.twostream.query.Query;
import org.twostream.query.Suggestion;
import org.twostream.query.SuggestionTables;
import org.twostream.review.consensus.Ruling;

/**
 * {@code suggest strategy=adjudication}: a batch of the ROIs on which
 * annotators differ, the least sure first. It has the clusters of the batch
 * before, so that answers are spread by it just as well.
 */
final class AdjudicationStep {

	static final String STRATEGY = "adjudication";

	private final Project project;

	AdjudicationStep(final Project project) {
		this.project = project;
	}

	StepResult run(final SuggestOptions o) {
		final ReviewStep.Batch before = before();
		final RoiSet rois = before.rois();
		final Answers answers = Answers.of(rois);
		final Json parent = project.record(Kind.QUERIES, before.id()).object(
			"settings");
		final Json settings = new Json().put("step", "suggest").put("rois", rois
			.id()).put("encoders", before.encoders()).put("strategy", STRATEGY).put(
				"budget", o.budget()).put("clusters_of", before.id()).put("test_share",
					parent.number("test_share")).put("round", 0).put("consensus", answers
						.rule().text()).put("answers", answers.fingerprint());
		final Optional<StepResult> made = project.made(Kind.QUERIES, settings);
		if (made.isPresent()) return made.get();
		final Suggestion suggestion = suggestion(answers, before.suggestion()
			.places(), o.budget());
		try (Pending pending = project.begin(Kind.QUERIES, settings)) {
			SuggestionTables.write(suggestion, rois.ids(), pending.folder().resolve(
				pending.id() + ".tsv"), pending.folder().resolve(pending.id() +
					".clusters.tsv"));
			final int asks = suggestion.queries().size();
			final Map<String, String> summary = new LinkedHashMap<>();
			summary.put("strategy", STRATEGY);
			summary.put("queries", asks + " of " + rois.table().size() + " ROIs");
			if (asks == 0) summary.put("warning",
				"annotators differ on no ROI that is not settled already");
			answers.note(summary);
			return pending.finishFiles(new Json().put("queries", asks).put("rois",
				rois.table().size()), summary, List.of(".clusters.tsv", ".tsv"));
		}
	}

	/** The newest batch that clustered. */
	private ReviewStep.Batch before() {
		return ReviewStep.Batch.of(project, project.newest(Kind.QUERIES, s -> !s
			.string("strategy").equals(STRATEGY)).orElseThrow(() -> new UserError(
				"The project has no queries that anybody could have answered; run suggest and review first.")));
	}

	private static Suggestion suggestion(final Answers answers,
		final List<Place> places, final int budget)
	{
		final List<Integer> rows = answers.consensus().toAdjudicate();
		final List<Query> queries = new ArrayList<>();
		for (final int row : budget == 0 ? rows : rows.subList(0, Math.min(budget,
			rows.size())))
			queries.add(new Query(row, queries.size() + 1, places.get(row), why(
				answers.consensus().rulings().get(row))));
		return new Suggestion(STRATEGY, queries, places, List.of());
	}

	private static String why(final Ruling r) {
		return "Annotators differ: True " + r.votesTrue() + ", False " + r
			.votesFalse() + ", Unsure " + r.votesUnsure() + ".";
	}
}
