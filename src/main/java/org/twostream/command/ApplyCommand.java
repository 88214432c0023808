
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

	@Override
	protected StepResult step(final ActiveLearning steps) {
		return steps.apply(new ApplyOptions(queries.trim(), compute()));
	}
}
