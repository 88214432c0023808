
package org.twostream.loop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.query.AuditedStrategy;
import org.twostream.query.Budget;
import org.twostream.query.BudgetKeys;
import org.twostream.query.Evidence;
import org.twostream.query.QueryRequest;
import org.twostream.query.QueryStrategy;
import org.twostream.query.Strategies;
import org.twostream.query.Suggestion;
import org.twostream.query.SuggestionTables;

/** {@code suggest}: embeddings become the ROIs to ask about. */
final class SuggestStep {

	private final Project project;
	private final Progress progress;

	SuggestStep(final Project project, final Progress progress) {
		this.project = project;
		this.progress = progress;
	}

	private static QueryStrategy strategy(final SuggestOptions o) {
		final QueryStrategy named = Strategies.named(o.strategy().isEmpty()
			? "hierarchical" : o.strategy());
		return o.audit() == 0 ? named : new AuditedStrategy(named, o.audit());
	}

	private static BudgetKeys keys(final SuggestOptions o) {
		return new BudgetKeys(o.budget(), o.maskClusters(), o.imageClusters(), o
			.perCluster());
	}

	private static Budget budget(final SuggestOptions o, final RoiSet rois) {
		return strategy(o).budget(keys(o).fitting(rois.table().size()));
	}

	/** Everything that decides the bytes of the result. */
	private Json settings(final SuggestOptions o, final EncoderSet encoders,
		final Answers asked)
	{
		final Budget b = budget(o, RoiSet.of(project, encoders.rois()));
		final Json settings = new Json().put("step", "suggest").put("rois", encoders
			.rois()).put("encoders", encoders.id()).put("strategy", strategy(o)
				.name()).put("budget", b.total()).put("mask_clusters", b.maskClusters())
			.put("image_clusters", b.imageClusters()).put("per_cluster", b
				.perCluster()).put("test_share", o.testShare()).put("round", o.round())
			.put("answers", asked.fingerprint()).put("compute", o.compute().json());
		return o.audit() == 0 ? settings : settings.put("audit", o.audit());
	}

	StepResult run(final SuggestOptions o) {
		if (o.strategy().equals(AdjudicationStep.STRATEGY))
			return new AdjudicationStep(project).run(o);
		final EncoderSet encoders = EncoderSet.of(project, o.encoders());
		final RoiSet rois = RoiSet.of(project, encoders.rois()).notEmpty();
		final Answers asked = Answers.of(rois);
		final Json settings = settings(o, encoders, asked);
		final Optional<StepResult> made = project.made(Kind.QUERIES, settings);
		if (made.isPresent()) return made.get();
		final Set<Integer> spared = TestPart.rows(rois.table(), o.testShare(), o
			.compute().seed());
		// One seed for every batch: where an embedding has not changed, its
		// clusters stay and their answers add up.
		final QueryRequest request = new QueryRequest(encoders.embeddings(), asked
			.asked(), spared, Evidence.of(asked.byRow()), budget(o, rois), o.compute()
				.seed().of("queries"), o.compute().threads());
		try (Pending pending = project.begin(Kind.QUERIES, settings)) {
			final Suggestion suggestion = strategy(o).suggest(request, progress);
			SuggestionTables.write(suggestion, rois.ids(), pending.folder().resolve(
				pending.id() + ".tsv"), pending.folder().resolve(pending.id() +
					".clusters.tsv"));
			final int asks = suggestion.queries().size();
			final Map<String, String> summary = new LinkedHashMap<>();
			summary.put("strategy", suggestion.strategy());
			summary.put("queries", asks + " of " + rois.table().size() + " ROIs");
			if (suggestion.places().get(0).cluster() >= 0) summary.put("split",
				request.budget().without(suggestion.audited().size()).text(rois.table()
					.size()) + " " + keys(o).reason(rois.table().size()));
			if (!suggestion.audited().isEmpty()) summary.put("audit", suggestion
				.audited().size() + " of them drawn at random");
			if (!suggestion.notes().isEmpty()) summary.put("note", String.join(" ",
				suggestion.notes()));
			return pending.finishFiles(new Json().put("queries", asks).put("rois",
				rois.table().size()), summary, List.of(".clusters.tsv", ".tsv"));
		}
	}
}
