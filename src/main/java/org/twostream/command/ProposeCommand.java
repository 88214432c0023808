
package org.twostream.command;

import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.twostream.loop.ActiveLearning;
import org.twostream.loop.ProposeOptions;
import org.twostream.loop.StepResult;

/** Turns probabilities into ROIs with aligned patches. */
@Plugin(type = Command.class, name = "propose", headless = true,
	menuPath = "Plugins>TwoStream>Propose ROIs...",
	description = "Turns probabilities into ROIs with aligned patches.", attrs = {
		@Attr(name = Step.READS, value = "raw volume, prediction/NNN.zarr"), @Attr(
			name = Step.WRITES, value = "rois/NNN"), @Attr(name = Step.PARENT,
				value = "newest prediction") })
public final class ProposeCommand extends SourceCommand {

	@Parameter(label = "Prediction", required = false, persist = false,
		description = "Number of the prediction; for one made elsewhere (uint8, 255 = certain) " +
			"where it lies, or the title of an open image. Default: the newest finished one.")
	private String prediction = "";

	@Parameter(label = "Threshold", required = false, persist = false,
		description = "Probability from which a voxel counts, 0 to 1, or recall:R, " +
			"the highest threshold that finds the share R of the objects of " +
			"the validation block. Default: 0.5.")
	private String threshold = "0.5";

	@Parameter(label = "Peak probability", required = false, persist = false,
		min = "0", max = "1",
		description = "Probability that an object must reach somewhere, 0 to 1: with a " +
			"low threshold, its whole extent is kept and faint objects are " +
			"dropped (hysteresis). Default: 0, none is dropped.")
	private double peak = 0;

	@Parameter(label = "Smallest object (voxels)", required = false,
		persist = false, min = "0",
		description = "Objects of fewer voxels are dropped, 1 or more. Default: 0, by " +
			"target: mitochondria 300, cleft 100, polarity 128.")
	private int min_voxels = 0;

	@Parameter(label = "Connectivity", required = false, persist = false,
		min = "6", max = "26",
		description = "Neighbours that make one object: 6, 18 or 26. Default: 26.")
	private int connectivity = 26;

	@Parameter(label = "Small pieces of a side", required = false,
		persist = false, choices = { "removed", "kept" },
		description = "Of target polarity: 6-connected pieces of a pre- or post-synaptic side " +
			"below the smallest object are removed or kept. With connectivity=6 " +
			"removed is the published function since 2022, kept with " +
			"connectivity=26 that of 2020. Default: removed.")
	private String small_pieces = "removed";

	@Parameter(label = "Exclusive classes", required = false, persist = false,
		choices = { "no", "yes" },
		description = "Of target polarity: yes, the channels are background, pre and post, of " +
			"which each voxel has one (softmax), and a side counts where it is " +
			"likelier than the background (at threshold 0.5); no, they are pre, post " +
			"and union, each with a probability of its own. Default: no.")
	private String exclusive = "no";

	@Parameter(label = "Patch side (nm)", required = false, persist = false,
		min = "0",
		description = "Side of the square that a patch shows, above 0. Default: 0, " +
			"fits the 95th-percentile object.")
	private double patch_nm = 0;

	@Parameter(label = "Patch scale", required = false, persist = false,
		choices = { "kept", "normalised" },
		description = "kept: all patches show squares of the same side; normalised: each " +
			"shows the square that its object fits. Default: kept.")
	private String patch_scale = "kept";

	@Parameter(label = "Split objects that touch", required = false,
		persist = false, choices = { "none", "probability", "distance" },
		description = "none, or where to cut objects that touch: probability, at its " +
			"valleys; distance, at necks of the shape. Default: none.")
	private String split = "none";

	@Parameter(label = "Split depth", required = false, persist = false,
		min = "0",
		description = "How much lower a neck must be than the lower of the two parts it " +
			"joins, above 0: for split=probability a difference of probabilities, at " +
			"most 1; for split=distance nm of distance from the outside. Default: 0, " +
			"which is 0.2 or 80 nm (a voxel's longest edge if more).")
	private double split_depth = 0;

	@Override
	protected StepResult step(final ActiveLearning steps) {
		return steps.propose(source(), new ProposeOptions(prediction.trim(),
			threshold.trim(), peak, min_voxels, connectivity, small_pieces.trim(),
			exclusive.trim(), patch_nm, patch_scale.trim(), split.trim(), split_depth,
			compute()));
	}
}
