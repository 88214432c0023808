
package org.twostream.command;

import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.twostream.loop.ActiveLearning;
import org.twostream.loop.RefineOptions;
import org.twostream.loop.StepResult;

/** Fine-tunes an encoder on the answers and embeds again. */
@Plugin(type = Command.class, name = "refine", headless = true,
	menuPath = "Plugins>TwoStream>Refine Image Encoder...",
	description = "Fine-tunes the image encoder on the answers and embeds again.",
	attrs = { @Attr(name = Step.READS,
		value = "encoders/NNN, verdicts, rois/NNN, initial labelled volume"), @Attr(
			name = Step.WRITES, value = "encoders/NNN"), @Attr(name = Step.PARENT,
				value = "newest encoders") })
public final class RefineCommand extends ComputeCommand {

	@Parameter(label = "Encoders", required = false, persist = false,
		description = "Number of the encoders to start from, such as 1 or 001. " +
			"Default: the newest finished ones.")
	private String encoders = "";

	@Parameter(label = "Encoder to refine", required = false, persist = false,
		choices = { "image", "mask", "both" },
		description = "Which encoder learns: image, mask or both. Default: image, the " +
			"best in the paper.")
	private String refine = RefineOptions.REFINE;

	@Parameter(label = "Anchors", required = false, persist = false, choices = {
		"random", "hard" },
		description = "What a patch is compared with: random patches, or hard ones, the " +
			"farthest with the same answer and the nearest with the other. Default: " +
			"random.")
	private String anchors = RefineOptions.ANCHORS;

	@Parameter(label = "Initial volume", required = false, persist = false,
		choices = { "auto", "yes", "no" },
		description = "Whether the image encoder also learns from the initial labelled " +
			"volume: yes, no, or auto, as long as True and False answers are missing. " +
			"Default: auto.")
	private String initial = RefineOptions.INITIAL;

	@Parameter(label = "Iterations", required = false, persist = false, min = "1",
		description = "Triplet steps, 1 or more. Default: 100.")
	private int iterations = RefineOptions.ITERATIONS;

	@Parameter(label = "Batch", required = false, persist = false, min = "1",
		description = "Triplets per step, 1 or more. Default: 16.")
	private int batch = RefineOptions.BATCH;

	@Override
	protected StepResult step(final ActiveLearning steps) {
		return steps.refine(new RefineOptions(encoders.trim(), refine, anchors,
			initial, iterations, batch, compute()));
	}
}
