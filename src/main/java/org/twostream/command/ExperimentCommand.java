
package org.twostream.command;

import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.twostream.loop.ActiveLearning;
import org.twostream.loop.Compute;
import org.twostream.loop.EncodeOptions;
import org.twostream.loop.ExperimentOptions;
import org.twostream.loop.FinetuneOptions;
import org.twostream.loop.LearningOptions;
import org.twostream.loop.PredictOptions;
import org.twostream.loop.ProposeOptions;
import org.twostream.loop.RefineOptions;
import org.twostream.loop.StepResult;
import org.twostream.loop.TrainOptions;
import org.twostream.segment.Keeping;

/** Reruns a table of the paper on a pool of ROIs. */
@Plugin(type = Command.class, name = "experiment", headless = true,
	menuPath = "Plugins>TwoStream>Run Experiment...",
	description = "Reruns a table of the paper on a pool of ROIs: of a phantom made for it, " +
		"or of the project's own volume and truth. Gives means over seeds with 95 % intervals " +
		"and the printed values beside them.", attrs = { @Attr(name = Step.READS,
			value = "raw volume, truth, initial labelled volume; without a project nothing"),
			@Attr(name = Step.WRITES,
				value = "experiment/NNN and whatever of base, prediction, ROIs and encoders is missing"),
			@Attr(name = Step.PARENT, value = "the newest of each kind") })
public final class ExperimentCommand extends SourceCommand {

	@Parameter(label = "Table", required = false, persist = false, choices = {
		"2", "3", "1", "order", "strategies", "cifar-10" },
		description = "What is run again: 2, designs of two-stream clustering; 3, which " +
			"encoder is refined; 1, rounds of active learning; order, how often the answer " +
			"changes on the review page; strategies, several batches by strategies and spreads beyond the paper's; cifar-10, samplers on an embedding of CIFAR-10. " +
			"Default: 2.")
	private String table = "2";

	@Parameter(label = "Pool (ROIs)", required = false, persist = false,
		min = "1",
		description = "ROIs that the phantom should give which is made where there is no " +
			"project, about, 1 or more; 28700 is the paper's. Of CIFAR-10 the images that may be asked. " +
			"Default: 5000.")
	private int pool = ExperimentOptions.POOL;

	@Parameter(label = "Seeds", required = false, persist = false, min = "2",
		max = "1000",
		description = "Seeds of the sampling, 2 to 1000: an interval needs several. Default: 5.")
	private int seeds = ExperimentOptions.SEEDS;

	@Parameter(label = "Trainings", required = false, persist = false, min = "1",
		description = "Seeds of what trains networks in tables 1 and 3, 1 or more. " +
			"Default: 3.")
	private int trainings = ExperimentOptions.TRAININGS;

	@Parameter(label = "Start accuracy", required = false, persist = false,
		min = "0", max = "1",
		description = "Share of the ROIs that are to be real, 0 to 1: the threshold is chosen " +
			"so; 0 takes threshold as it is. Default: 0.762, the paper's.")
	private double start_accuracy = 0.762;

	@Parameter(label = "CIFAR-10 folder", required = false, persist = false,
		description = "Folder of data_batch_1.bin to data_batch_5.bin and test_batch.bin, the " +
			"binary version of CIFAR-10, with table=cifar-10 only. No default.")
	private String data = "";

	@Parameter(label = "ROI set", required = false, persist = false,
		description = "Number of the ROI set that is the pool, such as 1 or 001; nothing " +
			"before it is then looked for. Default: the one of start_accuracy.")
	private String rois = "";

	@Parameter(label = "Truth", required = false, persist = false,
		description = "Truth, a label volume of the raw volume's size: where it lies, or " +
			"the title of an open image. Default: the project's.")
	private String truth = "";

	@Parameter(label = "Model", required = false, persist = false,
		description = "Network, where there is no base model yet: one of those " +
			"of train. Default: light-half.")
	private String model = "light-half";

	@Parameter(label = "Training iterations", required = false, persist = false,
		min = "1",
		description = "Steps of the base model, 1 or more; few, so that its proposals leave " +
			"something to correct. Default: 150.")
	private int train_iterations = 150;

	@Parameter(label = "Window x,y,z (voxels)", required = false, persist = false,
		description = "As in train and predict, x,y,z. Default: 160,160,8.")
	private String window = TrainOptions.WINDOW;

	@Parameter(label = "Batch", required = false, persist = false, min = "0",
		description = "Windows per step and forward pass, 1 or more. Default: 0, as in " +
			"train and predict.")
	private int batch = 0;

	@Parameter(label = "Overlap", required = false, persist = false, min = "0",
		max = "0.9", description = "As in predict, 0 to 0.9. Default: 0.25.")
	private double overlap = 0.25;

	@Parameter(label = "Threshold", required = false, persist = false,
		description = "As in propose, with start_accuracy=0: 0 to 1, or recall:R. " +
			"Default: 0.5.")
	private String threshold = "0.5";

	@Parameter(label = "Smallest object (voxels)", required = false,
		persist = false, min = "0",
		description = "As in propose, 1 or more. Default: 0, by target.")
	private int min_voxels = 0;

	@Parameter(label = "Encoders", required = false, persist = false, choices = {
		"paper", "released" },
		description = "As in encode: paper or released. Default: paper.")
	private String vae = EncodeOptions.VAE;

	@Parameter(label = "Mask embedding (numbers)", required = false,
		persist = false, min = "1",
		description = "As in encode, 1 or more. Default: 20.")
	private int mask_latent = EncodeOptions.MASK_LATENT;

	@Parameter(label = "Image embedding (numbers)", required = false,
		persist = false, min = "1",
		description = "As in encode, 1 or more. Default: 64.")
	private int image_latent = EncodeOptions.IMAGE_LATENT;

	@Parameter(label = "Epochs", required = false, persist = false, min = "0",
		description = "As in encode, 1 or more. " +
			"Default: 0, enough for 20000 patches, at most 30.")
	private int epochs = 0;

	@Parameter(label = "Refinement iterations", required = false, persist = false,
		min = "1",
		description = "Triplet steps of tables 1 and 3, 1 or more. Default: 100.")
	private int refine_iterations = RefineOptions.ITERATIONS;

	@Parameter(label = "Fine-tuning iterations", required = false,
		persist = false, min = "1",
		description = "Steps of the base model per round of table 1, 1 or more. " +
			"Default: 200.")
	private int finetune_iterations = FinetuneOptions.ITERATIONS;

	@Parameter(label = "Test share", required = false, persist = false, min = "0",
		max = "0.9",
		description = "Share of the ROIs of which table 1 asks nothing, 0 to 0.9. " +
			"Default: 0.25.")
	private double test_share = 0.25;

	@Override
	protected StepResult step(final ActiveLearning steps) {
		final Compute c = compute();
		return steps.experiment(source(), new ExperimentOptions(table, pool, seeds,
			trainings, start_accuracy, truth.trim(), data.trim(), test_share,
			new TrainOptions("", "", model.trim(), train_iterations, window.trim(),
				batch, LearningOptions.DEFAULT, "", "", c), PredictOptions.of(window
					.trim(), overlap, batch, c), new ProposeOptions("", threshold.trim(),
						min_voxels, 26, 0, c), new EncodeOptions(rois.trim(), vae,
							mask_latent, image_latent, epochs, 0, EncodeOptions.PATIENCE, c),
			new RefineOptions("", refine_iterations, 0, c), new FinetuneOptions("",
				"", finetune_iterations, "", 0, 0, "", Keeping.DEFAULT, c), c));
	}
}
