
package org.twostream.command;

import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.twostream.loop.ActiveLearning;
import org.twostream.loop.FinetuneOptions;
import org.twostream.loop.StepResult;
import org.twostream.loop.TrainOptions;
import org.twostream.segment.Keeping;

/** Fine-tunes the base model on answered ROIs and the initial labels. */
@Plugin(type = Command.class, name = "finetune", headless = true,
	menuPath = "Plugins>TwoStream>Fine-tune Base Model...",
	description = "Fine-tunes the base model on answered ROIs and the initial labels.",
	attrs = { @Attr(name = Step.READS,
		value = "base/NNN, verdicts, rois/NNN, raw volume, initial labelled volume"),
		@Attr(name = Step.WRITES, value = "base/NNN"), @Attr(name = Step.PARENT,
			value = "newest base, newest rois") })
public final class FinetuneCommand extends ComputeCommand {

	@Parameter(label = "Base model", required = false, persist = false,
		description = "Base model to start from: its number, such as 1 or 001. " +
			"Default: the newest finished one.")
	private String base = "";

	@Parameter(label = "ROI set", required = false, persist = false,
		description = "Number of the ROI set, such as 1 or 001. Default: the newest " +
			"finished one.")
	private String rois = "";

	@Parameter(label = "Iterations", required = false, persist = false, min = "1",
		description = "Optimisation steps, 1 or more. Default: 200.")
	private int iterations = FinetuneOptions.ITERATIONS;

	@Parameter(label = "Window x,y,z (voxels)", required = false, persist = false,
		description = "Voxels that the network sees at once, as x,y,z. " +
			"Default: 128,128,4.")
	private String window = FinetuneOptions.WINDOW;

	@Parameter(label = "Batch", required = false, persist = false, min = "1",
		description = "Windows per step, 1 or more. Default: 4.")
	private int batch = FinetuneOptions.BATCH;

	@Parameter(label = "Learning rate", required = false, persist = false,
		min = "0.0000001", max = "1",
		description = "Peak rate of Adam, above 0. Default: 0.0001.")
	private double learning_rate = FinetuneOptions.LEARNING_RATE;

	@Parameter(label = "Augmentation", required = false, persist = false,
		description = "Random changes of the windows, as in train; those about ROIs are not " +
			"moved or bent beyond their borders. Default: auto, which is all.")
	private String augment = TrainOptions.AUGMENT;

	@Parameter(label = "Keep", required = false, persist = false, choices = {
		"replay", "distill", "both" },
		description = "What keeps the network from forgetting: windows of the initial " +
			"labelled volume (replay), windows away from all answers with the old " +
			"network's probabilities as target (distill), or both in turn. " +
			"Default: replay.")
	private String keep = Keeping.DEFAULT.what().key();

	@Parameter(label = "Kept share", required = false, persist = false, min = "0",
		max = "0.9",
		description = "Share of the windows that are such, 0 to 0.9. Default: 0.25.")
	private double replay = Keeping.DEFAULT.share();

	@Override
	protected StepResult step(final ActiveLearning steps) {
		return steps.finetune(new FinetuneOptions(base.trim(), rois.trim(),
			iterations, window.trim(), batch, learning_rate, augment.trim(), Keeping
				.of(keep, replay), compute()));
	}
}
