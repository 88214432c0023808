
package org.twostream.command;

import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.twostream.loop.ActiveLearning;
import org.twostream.loop.CompareOptions;
import org.twostream.loop.StepResult;

/** Compares annotators with each other; writes a report. */
@Plugin(type = Command.class, name = "compare", headless = true,
	menuPath = "Plugins>TwoStream>Compare Annotators...",
	description = "Compares annotators: agreement, repeats, honeypots, speed, and " +
		"what is to be settled; writes a report.", attrs = { @Attr(
			name = Step.READS,
			value = "verdicts, rois/NNN, decisions/NNN.json, the truth for honeypots"),
			@Attr(name = Step.WRITES, value = "report/NNN"), @Attr(name = Step.PARENT,
				value = "newest rois") })
public final class CompareCommand extends ThreadedCommand {

	@Parameter(label = "ROI set", required = false, persist = false,
		description = "Number of the ROI set, such as 1 or 001. Default: the newest " +
			"finished one.")
	private String rois = "";

	@Parameter(label = "Consensus", required = false, persist = false, choices = {
		"applied", "majority", "dawid-skene" },
		description = "How several annotators' answers become one: majority, or " +
			"dawid-skene, which weighs each by estimated error rates; applied is " +
			"that of the newest decisions, else majority. Default: applied.")
	private String consensus = "applied";

	@Parameter(label = "Until (UTC)", required = false, persist = false,
		description = "Only what was recorded by this time counts, such as " +
			"2026-03-04T05:06:07Z. Default: now.")
	private String until = "";

	@Parameter(label = "Truth", required = false, persist = false,
		description = "Truth that honeypots are held against, a label volume of the " +
			"raw volume's size: where it lies, or the title of an open image. " +
			"Default: the project's, if it has one.")
	private String truth = "";

	@Override
	protected StepResult step(final ActiveLearning steps) {
		return steps.compare(new CompareOptions(rois.trim(), consensus, until
			.trim(), truth.trim(), compute()));
	}
}
