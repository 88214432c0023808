
package org.twostream.command;

import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.twostream.loop.ActiveLearning;
import org.twostream.loop.MapOptions;
import org.twostream.loop.StepResult;

/** Draws every ROI as a point near those that look like it. */
@Plugin(type = Command.class, name = "map", headless = true,
	menuPath = "Plugins>TwoStream>Map Embeddings...",
	description = "Draws every ROI as a point near those that look like it, " +
		"coloured by cluster, answer, probability and truth, as far as they are there.",
	attrs = { @Attr(name = Step.READS,
		value = "encoders/NNN, rois/NNN, queries/NNN.tsv, verdicts, decisions/NNN, the truth"),
		@Attr(name = Step.WRITES,
			value = "map/NNN: map.tsv, PNG pictures, index.html"), @Attr(
				name = Step.PARENT, value = "newest encoders") })
public final class MapCommand extends ThreadedCommand {

	@Parameter(label = "Encoders", required = false, persist = false,
		description = "Number of the encoders, such as 1 or 001. Default: the newest " +
			"finished ones.")
	private String encoders = "";

	@Parameter(label = "Embedding", required = false, persist = false, choices = {
		"both", "image", "mask" },
		description = "Which embedding is mapped: image, mask, or both, weighed as " +
			"the classifier of answers weighs them. Default: both.")
	private String embedding = "both";

	@Parameter(label = "Layout", required = false, persist = false, choices = {
		"umap", "pca" },
		description = "How ROIs come to lie on a plane: umap keeps each near its " +
			"nearest neighbours, pca is the plane of the two widest directions. " +
			"Default: umap.")
	private String layout = "umap";

	@Parameter(label = "Neighbours", required = false, persist = false, min = "2",
		max = "200",
		description = "Neighbours that umap holds each ROI near, 2 to 200: few show " +
			"detail, many the whole. Default: 15.")
	private int neighbours = 15;

	@Parameter(label = "Limit", required = false, persist = false, min = "1",
		description = "ROIs drawn at most, 1 or more; of more, those that are asked " +
			"or answered and others at random. Default: 100000.")
	private int limit = 100_000;

	@Parameter(label = "Truth", required = false, persist = false,
		description = "Truth that one picture is coloured by, a label volume of the raw " +
			"volume's size: where it lies, or the title of an open image. " +
			"Default: the project's, if it has one.")
	private String truth = "";

	@Override
	protected StepResult step(final ActiveLearning steps) {
		return steps.map(new MapOptions(encoders.trim(), embedding, layout,
			neighbours, limit, truth.trim(), compute()));
	}
}
