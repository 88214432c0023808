
package org.twostream.command;

import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.twostream.loop.ActiveLearning;
import org.twostream.loop.StepResult;
import org.twostream.loop.TrainOptions;

/** Trains a base model on a labelled volume. */
@Plugin(type = Command.class, name = "train", headless = true,
	menuPath = "Plugins>TwoStream>Train Base Model...",
	description = "Trains a base model on a labelled volume.", attrs = { @Attr(
		name = Step.READS, value = "labelled volume and its labels"), @Attr(
			name = Step.WRITES, value = "base/NNN"), @Attr(name = Step.PARENT,
				value = "none") })
public final class TrainCommand extends ComputeCommand {

	@Parameter(label = "Labelled raw volume", required = false, persist = false,
		description = "Where the raw volume to learn from lies, or the title of an open image. " +
			"Default: the project's initial volume.")
	private String raw = "";

	@Parameter(label = "Labels", required = false, persist = false,
		description = "Its labels, a volume of the same size, 0 = background: where they lie, " +
			"or the title of an open image. Default: the project's initial labels.")
	private String labels = "";

	@Parameter(label = "Voxel size x,y,z (nm)", required = false, persist = false,
		description = "Edges of a voxel in nm as x,y,z, each above 0. Default: the " +
			"project's, else what the file says.")
	private String voxel_nm = "";

	@Parameter(label = "Target", required = false, persist = false, choices = {
		"auto", "mitochondria", "cleft", "polarity" },
		description = "What the labels hold: mitochondria, cleft or polarity. " +
			"Default: auto, the project's; a new project needs it.")
	private String target = "auto";

	@Parameter(label = "Model", required = false, persist = false,
		description = "Network: paper, paper-text, paper-loss, se-unet, se-unet-deep, " +
			"light, wide, tiny, light-norm, wide-norm, hybrid, hybrid-flat, " +
			"hybrid-single, hybrid-2d, unet2d, unet3d-thin, unet3d-thick, or a model " +
			"folder to go on from. Default: light.")
	private String model = TrainOptions.MODEL;

	@Parameter(label = "Iterations", required = false, persist = false, min = "1",
		description = "Optimisation steps, 1 or more. Default: 2000.")
	private int iterations = TrainOptions.ITERATIONS;

	@Parameter(label = "Window x,y,z (voxels)", required = false, persist = false,
		description = "Voxels that the network sees at once, as x,y,z. " +
			"Default: 160,160,8.")
	private String window = TrainOptions.WINDOW;

	@Parameter(label = "Batch", required = false, persist = false, min = "1",
		description = "Windows per step, 1 or more. Default: 2.")
	private int batch = TrainOptions.BATCH;

	@Parameter(label = "Learning rate", required = false, persist = false,
		min = "0.0000001", max = "1",
		description = "Peak rate of Adam, above 0. Default: 0.001.")
	private double learning_rate = TrainOptions.LEARNING_RATE;

	@Parameter(label = "Augmentation", required = false, persist = false,
		description = "Random changes of the windows: all, none, 2019, or names with commas " +
			"between them, with a minus those to leave out, such as all,-elastic: " +
			"flips, rotation, rescale, elastic, grayscale, missing-parts, " +
			"missing-section, misalignment, motion-blur, cut-blur, cut-noise; besides " +
			"coarse-elastic, smooth-labels. Default: all.")
	private String augment = TrainOptions.AUGMENT;

	@Parameter(label = "Rejection of empty windows", required = false,
		persist = false,
		description = "Windows with little foreground to throw away: coded (of 8 x 256 x 256 " +
			"voxels those below 1000, with probability 0.95 for clefts, 0.9 for " +
			"polarity), printed (batches without foreground, 0.95), off, or voxels " +
			"and probability 0 to 0.99, such as 1000,0.95. Default: coded.")
	private String rejection = TrainOptions.REJECTION;

	@Override
	protected StepResult step(final ActiveLearning steps) {
		return steps.train(SourceCommand.source("", voxel_nm, target),
			new TrainOptions(raw.trim(), labels.trim(), model.trim(), iterations,
				window.trim(), batch, learning_rate, augment.trim(), rejection.trim(),
				compute()));
	}
}
