
package org.twostream.command;

import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.twostream.loop.ActiveLearning;
import org.twostream.loop.ApplyOptions;
import org.twostream.loop.Compute;
import org.twostream.loop.EncodeOptions;
import org.twostream.loop.FinetuneOptions;
import org.twostream.loop.LearningOptions;
import org.twostream.loop.LoopOptions;
import org.twostream.loop.PredictOptions;
import org.twostream.loop.ProposeOptions;
import org.twostream.loop.RefineOptions;
import org.twostream.loop.ReviewOptions;
import org.twostream.loop.StepResult;
import org.twostream.loop.SuggestOptions;
import org.twostream.loop.TrainOptions;
import org.twostream.segment.Keeping;

/** Runs rounds of suggest, review, apply, refine and fine-tune in one go. */
@Plugin(type = Command.class, name = "loop", headless = true,
	menuPath = "Plugins>TwoStream>Run Active Learning...",
	description = "Runs rounds of suggest, review, apply, refine and fine-tune in one go.",
	attrs = { @Attr(name = Step.READS,
		value = "raw volume, initial labelled volume, whatever earlier steps have made"),
		@Attr(name = Step.WRITES, value = "all of the above"), @Attr(
			name = Step.PARENT, value = "the newest of each kind") })
public final class LoopCommand extends SourceCommand {

	@Parameter(label = "Rounds", required = false, persist = false, min = "1",
		description = "Rounds of questions, 1 or more. Default: 2.")
	private int rounds = 2;

	@Parameter(label = "Strategy", required = false, persist = false, choices = {
		"hierarchical", "late-fusion", "image-only", "mask-only", "auto",
		"core-set", "partitioned-core-set", "learning-loss", "confidence", "margin",
		"entropy", "badge", "badge-asked", "partitioned-badge", "vaal", "balancing",
		"mase", "base", "base-by-class", "random" },
		description = SuggestCommand.STRATEGIES + " Default: hierarchical.")
	private String strategy = "hierarchical";

	@Parameter(label = "Budget (ROIs)", required = false, persist = false,
		min = "0",
		description = "ROIs to ask about, 1 or more. Default: 0, the product of the " +
			"three numbers of clusters.")
	private int budget = 0;

	@Parameter(label = "Mask clusters", required = false, persist = false,
		min = "0",
		description = "Clusters of mask shapes, N, 1 or more. Default: 0, from the " +
			"budget, else 64.")
	private int mask_clusters = 0;

	@Parameter(label = "Image clusters", required = false, persist = false,
		min = "0",
		description = "Clusters of image appearance in each mask cluster, M, 1 or " +
			"more. Default: 0, from the budget, else 4.")
	private int image_clusters = 0;

	@Parameter(label = "Queries per cluster", required = false, persist = false,
		min = "0",
		description = "ROIs asked in each image cluster, Q, 1 or more. Default: 0, " +
			"which stands for 5.")
	private int per_cluster = 0;

	@Parameter(label = "Reviewer", required = false, persist = false, choices = {
		"oracle", "page", "planes", "bdv" },
		description = "Who answers: the oracle, from the truth, or a person on the " +
			"review page (page) or in the volume (planes, bdv). Default: oracle.")
	private String reviewer = "oracle";

	@Parameter(label = "Annotator", required = false, persist = false,
		description = "Name in the journal. Default: the name of the account.")
	private String annotator = "";

	@Parameter(label = "Truth", required = false, persist = false,
		description = "Truth, a label volume of the raw volume's size: where it lies, or " +
			"the title of an open image. Default: the project's.")
	private String truth = "";

	@Parameter(label = "Model", required = false, persist = false,
		description = "Network, where there is no base model yet: one of those " +
			"of train. Default: light.")
	private String model = TrainOptions.MODEL;

	@Parameter(label = "Training iterations", required = false, persist = false,
		min = "1",
		description = "Steps of the first base model, 1 or more. Default: 2000.")
	private int train_iterations = TrainOptions.ITERATIONS;

	@Parameter(label = "Window x,y,z (voxels)", required = false, persist = false,
		description = "As in train and predict, x,y,z. Default: 160,160,8.")
	private String window = TrainOptions.WINDOW;

	@Parameter(label = "Batch", required = false, persist = false, min = "0",
		description = "Windows per step and forward pass, 1 or more. Default: 0, as in " +
			"train and predict.")
	private int batch = 0;

	@Parameter(label = "Augmentation", required = false, persist = false,
		description = "Random changes of the windows that networks learn from, as in train and " +
			"finetune. Default: auto.")
	private String augment = TrainOptions.AUGMENT;

	@Parameter(label = "Overlap", required = false, persist = false, min = "0",
		max = "0.9", description = "As in predict, 0 to 0.9. Default: 0.5.")
	private double overlap = 0.5;

	@Parameter(label = "Threshold", required = false, persist = false,
		description = "As in propose: 0 to 1, or recall:R. Default: 0.5.")
	private String threshold = "0.5";

	@Parameter(label = "Smallest object (voxels)", required = false,
		persist = false, min = "0",
		description = "As in propose, 1 or more. Default: 0, by target.")
	private int min_voxels = 0;

	@Parameter(label = "Encoder network", required = false, persist = false,
		choices = { "paper", "released" },
		description = "As in encode, paper or released. Default: paper.")
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

	@Parameter(label = "Encoder to refine", required = false, persist = false,
		choices = { "image", "mask", "both" },
		description = "As in refine, image, mask or both. Default: image.")
	private String refine = RefineOptions.REFINE;

	@Parameter(label = "Anchors", required = false, persist = false, choices = {
		"random", "hard" },
		description = "As in refine, random or hard. Default: random.")
	private String anchors = RefineOptions.ANCHORS;

	@Parameter(label = "Initial volume", required = false, persist = false,
		choices = { "yes", "no" },
		description = "Whether the image encoder learns from the initial labelled volume " +
			"before the first question and after each round: yes or no. Default: no.")
	private String initial = "no";

	@Parameter(label = "Refinement iterations", required = false, persist = false,
		min = "1",
		description = "Triplet steps per round, 1 or more. Default: 100.")
	private int refine_iterations = RefineOptions.ITERATIONS;

	@Parameter(label = "Fine-tuning iterations", required = false,
		persist = false, min = "1",
		description = "Steps of the base model per round, 1 or more. " +
			"Default: 200.")
	private int finetune_iterations = FinetuneOptions.ITERATIONS;

	@Parameter(label = "Test share", required = false, persist = false, min = "0",
		max = "0.9",
		description = "Share of the ROIs of which nothing is ever asked, 0 to 0.9. " +
			"Default: 0.2.")
	private double test_share = 0.2;

	@Parameter(label = "Random control", required = false, persist = false,
		choices = { "yes", "no" },
		description = "Whether random queries of the same budget are answered beside " +
			"the strategy: yes or no. Default: no.")
	private String control = "no";

	@Parameter(label = "Audit", required = false, persist = false, min = "0",
		max = "0.9",
		description = "Share of each batch that is drawn at random, whatever the " +
			"strategy, to see how good decisions are, 0 to 0.9. Default: 0.")
	private double audit = 0;

	@Parameter(label = "Spread", required = false, persist = false, choices = {
		"auto", "majority", "weighted", "classifier" },
		description = "As in apply: auto, majority, weighted or classifier. Default: auto.")
	private String spread = "auto";

	@Parameter(label = "Enough", required = false, persist = false, min = "0",
		max = "1",
		description = "Precision of the kept ROIs, 0 to 1, from which on the audit " +
			"ends the rounds: the lower end of its interval has to reach it. " +
			"Default: 0.95.")
	private double enough = ApplyOptions.ENOUGH;

	@Override
	protected StepResult step(final ActiveLearning steps) {
		final Compute c = compute();
		return steps.loop(source(), new LoopOptions(rounds, control.equals("yes"),
			new TrainOptions("", "", model.trim(), train_iterations, window.trim(),
				batch, LearningOptions.DEFAULT, augment.trim(), "", c), PredictOptions
					.of(window.trim(), overlap, batch, c), new ProposeOptions("",
						threshold.trim(), min_voxels, 26, 0, c), new EncodeOptions("", vae,
							mask_latent, image_latent, epochs, 0, EncodeOptions.PATIENCE, c),
			new SuggestOptions("", strategy, budget, mask_clusters, image_clusters,
				per_cluster, test_share, audit, 0, c), new ReviewOptions("", reviewer,
					annotator.trim(), truth.trim(), c), new ApplyOptions("", "majority",
						"", spread, enough, c), new RefineOptions("", refine, anchors,
							initial, refine_iterations, 0, c), new FinetuneOptions("", "",
								finetune_iterations, "", 0, 0, augment.trim(), Keeping.DEFAULT,
								c)));
	}
}
