
package org.twostream.command;

import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.twostream.loop.ActiveLearning;
import org.twostream.loop.LearningOptions;
import org.twostream.loop.SearchOptions;
import org.twostream.loop.StepResult;
import org.twostream.loop.TrainOptions;

/** Trains random networks within limits and ranks them. */
@Plugin(type = Command.class, name = "search", headless = true,
	menuPath = "Plugins>TwoStream>Search Networks...",
	description = "Draws random encoder-decoder networks within limits on memory and " +
		"time, trains each, ranks them by the VOC score of their held-out part, and names " +
		"the best as an ensemble for predict.", attrs = { @Attr(name = Step.READS,
			value = "labelled volume and its labels"), @Attr(name = Step.WRITES,
				value = "base/NNN per network, search/NNN"), @Attr(name = Step.PARENT,
					value = "none") })
public final class SearchCommand extends ComputeCommand {

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

	@Parameter(label = "Tries", required = false, persist = false, min = "1",
		description = "Networks that are drawn and trained, 1 or more. Default: 8.")
	private int tries = SearchOptions.TRIES;

	@Parameter(label = "Best", required = false, persist = false, min = "1",
		description = "How many of them make the ensemble, 1 or more, at most tries. Default: 4.")
	private int best = SearchOptions.BEST;

	@Parameter(label = "Most memory (MB)", required = false, persist = false,
		min = "1", description = "What a training step of one window may take, " +
			"estimated, in MB, above 0. Default: 1000.")
	private double max_memory = SearchOptions.MAX_MEMORY;

	@Parameter(label = "Most operations (thousand millions)", required = false,
		persist = false, min = "0.001",
		description = "Multiplications of a forward pass of one window, in thousand " +
			"millions, above 0: what limits the time. Default: 25, about " +
			"network light's.")
	private double max_operations = SearchOptions.MAX_OPERATIONS;

	@Parameter(label = "Iterations", required = false, persist = false, min = "0",
		description = "Optimisation steps of each network, 1 or more. Default: 0, " +
			"which stands for 2000, or with minutes for as many as fit.")
	private int iterations = 0;

	@Parameter(label = "Time limit (minutes)", required = false, persist = false,
		min = "0",
		description = "Minutes that the training of each network takes, 0 or " +
			"more. The result then depends on the machine's speed. Default: 0, no limit.")
	private double minutes = LearningOptions.DEFAULT.minutes();

	@Parameter(label = "Window x,y,z (voxels)", required = false, persist = false,
		description = "Voxels that a network sees at once, as x,y,z. " +
			"Default: 160,160,8.")
	private String window = TrainOptions.WINDOW;

	@Parameter(label = "Batch", required = false, persist = false, min = "1",
		description = "Windows per step, 1 or more. Default: 2.")
	private int batch = TrainOptions.BATCH;

	@Override
	protected StepResult step(final ActiveLearning steps) {
		final TrainOptions training = new TrainOptions(raw.trim(), labels.trim(),
			"", iterations, window.trim(), batch, LearningOptions.DEFAULT.lasting(
				minutes), "", "", compute());
		return steps.search(SourceCommand.source("", voxel_nm, target),
			new SearchOptions(training, tries, best, max_memory, max_operations));
	}
}
