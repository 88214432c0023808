
package org.twostream.command;

import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.twostream.loop.ActiveLearning;
import org.twostream.loop.LearningOptions;
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

	private static final LearningOptions LEARNING = LearningOptions.DEFAULT;

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
			"light, wide, tiny, light-norm, wide-norm, light-half, wide-half, hybrid, hybrid-flat, " +
			"hybrid-single, hybrid-2d, unet2d, unet3d-thin, unet3d-thick, an " +
			"encoder-decoder by its numbers as search draws them, or a model folder to go " +
			"on from. Default: light.")
	private String model = TrainOptions.MODEL;

	@Parameter(label = "Iterations", required = false, persist = false, min = "0",
		description = "Optimisation steps, 1 or more. Default: 0, which stands for " +
			"2000, or with minutes for as many as fit.")
	private int iterations = 0;

	@Parameter(label = "Window x,y,z (voxels)", required = false, persist = false,
		description = "Voxels that the network sees at once, as x,y,z. " +
			"Default: 160,160,8.")
	private String window = TrainOptions.WINDOW;

	@Parameter(label = "Batch", required = false, persist = false, min = "1",
		description = "Windows per step, 1 or more. Default: 2.")
	private int batch = TrainOptions.BATCH;

	@Parameter(label = "Accumulate", required = false, persist = false, min = "1",
		description = "Batches whose mean gradient makes a step, 1 or more: as good as " +
			"a larger batch without its memory, but for normalisation. Default: 1.")
	private int accumulate = LEARNING.accumulate();

	@Parameter(label = "Optimiser", required = false, persist = false, choices = {
		"auto", "adam", "amsgrad", "adamw", "sgd", "adam-hybrid" },
		description = "adam, amsgrad, adamw, sgd with momentum 0.9, or adam-hybrid, Adam " +
			"with momenta 0.968 and 0.992. Default: auto, which is adam-hybrid for hybrid " +
			"and plain U-Nets, else adam.")
	private String optimizer = LEARNING.optimizer();

	@Parameter(label = "Learning rate", required = false, persist = false,
		min = "0.0000001", max = "1",
		description = "Peak rate, above 0; sgd wants about ten times that of adam. " +
			"Default: 0.001.")
	private double learning_rate = LEARNING.learningRate();

	@Parameter(label = "Weight decay", required = false, persist = false,
		min = "0", max = "1",
		description = "Pull of convolution weights to 0, 0 to 1; the 2020 code has " +
			"0.0001 with sgd. Default: 0.000001.")
	private double weight_decay = LEARNING.weightDecay();

	@Parameter(label = "Schedule", required = false, persist = false, choices = {
		"auto", "cosine", "step", "constant", "staircase" },
		description = "How the rate falls: cosine, to a tenth at each milestone (step), " +
			"constant, or to three quarters every 2512 steps (staircase). Default: auto, " +
			"which is staircase for hybrid and plain U-Nets, else cosine.")
	private String schedule = LEARNING.schedule();

	@Parameter(label = "Milestones", required = false, persist = false,
		description = "Of schedule=step: shares of the training, rising, each between " +
			"0 and 1. Default: 0.8,0.9.")
	private String milestones = LEARNING.milestones();

	@Parameter(label = "Warm-up (steps)", required = false, persist = false,
		min = "0",
		description = "Steps in which the rate rises, 0 or more, at most a " +
			"quarter of all. Default: 10.")
	private int warm_up = LEARNING.warmUp();

	@Parameter(label = "Longest gradient", required = false, persist = false,
		min = "0",
		description = "A gradient whose norm is above this is cut to it, 0 or " +
			"more. Default: 0, which cuts none.")
	private double clip = LEARNING.clip();

	@Parameter(label = "Averaged weights", required = false, persist = false,
		min = "0", max = "0.9999",
		description = "Decay of a moving average of the weights, which is then saved and " +
			"checked in their place, 0 to 0.9999. Default: 0, no average.")
	private double ema = LEARNING.ema();

	@Parameter(label = "Time limit (minutes)", required = false, persist = false,
		min = "0",
		description = "Minutes that training takes, over all resumes, 0 or " +
			"more; the schedule ends with them. The result then depends on the " +
			"machine's speed. Default: 0, no limit.")
	private double minutes = LEARNING.minutes();

	@Parameter(label = "Patience (checks)", required = false, persist = false,
		min = "0",
		description = "So many checks of the held-out part, of some 25 in a " +
			"training, without a better VOC score end it with the best weights, 0 or " +
			"more. Default: 0, off: the last weights are kept.")
	private int patience = LEARNING.patience();

	@Parameter(label = "Augmentation", required = false, persist = false,
		description = "Random changes of the windows: auto, all, none, 2019, or names with commas " +
			"between them, with a minus those to leave out, such as all,-elastic: " +
			"flips, rotation, rescale, elastic, grayscale, missing-parts, " +
			"missing-section, misalignment, motion-blur, cut-blur, cut-noise; besides " +
			"coarse-elastic, smooth-labels. Default: auto, flips in trainings of less than " +
			"1000 steps or 30 minutes, else all.")
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
				window.trim(), batch, new LearningOptions(optimizer, learning_rate,
					weight_decay, schedule, milestones.trim(), warm_up, accumulate, clip,
					ema, minutes, patience), augment.trim(), rejection.trim(), compute()),
			TrainingWindow.ifWatched());
	}
}
