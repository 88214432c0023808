
package org.twostream.command;

import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.twostream.loop.ActiveLearning;
import org.twostream.loop.ReviewOptions;
import org.twostream.loop.StepResult;

/** Has a batch of queries answered True, False or Unsure. */
@Plugin(type = Command.class, name = "review", headless = true,
	menuPath = "Plugins>TwoStream>Review Queries...",
	description = "Has a batch of queries answered True, False or Unsure.",
	attrs = { @Attr(name = Step.READS,
		value = "queries/NNN.tsv, rois/NNN, for the oracle the truth"), @Attr(
			name = Step.WRITES, value = "verdicts/NAME-START.jsonl"), @Attr(
				name = Step.PARENT, value = "newest queries") })
public final class ReviewCommand extends ThreadedCommand {

	@Parameter(label = "Queries", required = false, persist = false,
		description = "Number of the batch of queries, such as 1 or 001. Default: the " +
			"newest finished one.")
	private String queries = "";

	@Parameter(label = "Reviewer", required = false, persist = false, choices = {
		"page", "planes", "map", "bdv", "oracle" },
		description = "Who answers: a person on the review page (page), in the volume " +
			"(planes, or bdv for BigDataViewer in Fiji) or on the map of the embeddings " +
			"(map), or the oracle, from the truth. " + "Default: page.")
	private String reviewer = "page";

	@Parameter(label = "Annotator", required = false, persist = false,
		description = "Name in the journal. Default: the name of the account.")
	private String annotator = "";

	@Parameter(label = "Truth", required = false, persist = false,
		description = "Truth, a label volume of the raw volume's size: where it lies, or " +
			"the title of an open image. Default: the project's.")
	private String truth = "";

	@Parameter(label = "Repeats (share)", required = false, persist = false,
		min = "0", max = "0.5",
		description = "ROIs asked a second time unseen, to find how sure the annotator " +
			"is, as a share of the queries, 0 to 0.5. Default: 0.")
	private double repeats = 0;

	@Parameter(label = "Honeypots (share)", required = false, persist = false,
		min = "0", max = "0.5",
		description = "ROIs asked unseen whose answer is known from two other annotators, " +
			"an adjudication or the truth, to find how good the annotator is, as a " +
			"share of the queries, 0 to 0.5. Default: 0.")
	private double honeypots = 0;

	@Override
	protected StepResult step(final ActiveLearning steps) {
		return steps.review(new ReviewOptions(queries.trim(), reviewer, annotator
			.trim(), truth.trim(), repeats, honeypots, compute()));
	}
}
