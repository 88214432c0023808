
package org.twostream.command;

import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.twostream.loop.ActiveLearning;
import org.twostream.loop.ApplyOptions;
import org.twostream.loop.StepResult;

/** Spreads the answers to all ROIs and writes the corrected labels. */
@Plugin(type = Command.class, name = "apply", headless = true,
	menuPath = "Plugins>TwoStream>Apply Verdicts...",
	description = "Spreads the answers to all ROIs and writes the corrected labels.",
	attrs = { @Attr(name = Step.READS,
		value = "verdicts, queries/NNN.clusters.tsv, rois/NNN"), @Attr(
			name = Step.WRITES, value = "decisions/NNN"), @Attr(name = Step.PARENT,
				value = "newest queries") })
public final class ApplyCommand extends ThreadedCommand {

	@Parameter(label = "Queries", required = false, persist = false,
		description = "Number of the batch of queries, such as 1 or 001. Default: the " +
			"newest finished one.")
	private String queries = "";

	@Parameter(label = "Consensus", required = false, persist = false, choices = {
		"majority", "dawid-skene" },
		description = "How several annotators' answers become one: majority, or " +
			"dawid-skene, which weighs each by estimated error rates. Refine, " +
			"finetune and measure take it from here. Default: majority.")
	private String consensus = "majority";

	@Parameter(label = "Until (UTC)", required = false, persist = false,
		description = "Only what was recorded by this time counts, such as " +
			"2026-03-04T05:06:07Z. Default: now.")
	private String until = "";

	@Parameter(label = "Spread", required = false, persist = false, choices = {
		"auto", "majority", "weighted", "classifier" },
		description = "How answers reach the ROIs that were not asked: majority, of " +
			"their cluster; weighted, by a vote of the answered ROIs nearest to them; " +
			"or classifier, trained on the answers. Default: auto, classifier for " +
			"strategy=auto and majority for others.")
	private String spread = "auto";

	@Parameter(label = "Enough", required = false, persist = false, min = "0",
		max = "1",
		description = "Precision of the kept ROIs, 0 to 1, from which on an audit " +
			"sample says to stop asking: the lower end of its interval has to reach " +
			"it. Default: 0.95.")
	private double enough = ApplyOptions.ENOUGH;

	@Override
	protected StepResult step(final ActiveLearning steps) {
		return steps.apply(new ApplyOptions(queries.trim(), consensus, until.trim(),
			spread, enough, compute()));
	}
}
