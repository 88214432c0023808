
package org.twostream.command;

import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.twostream.loop.ActiveLearning;
import org.twostream.loop.StepResult;
import org.twostream.loop.SuggestOptions;

/** Clusters all ROIs and chooses the few to ask about. */
@Plugin(type = Command.class, name = "suggest", headless = true,
	menuPath = "Plugins>TwoStream>Suggest Queries...",
	description = "Clusters all ROIs and chooses the few to ask about.", attrs = {
		@Attr(name = Step.READS, value = "rois/NNN, encoders/NNN"), @Attr(
			name = Step.WRITES, value = "queries/NNN.tsv, queries/NNN.clusters.tsv"),
		@Attr(name = Step.PARENT, value = "newest encoders") })
public final class SuggestCommand extends ThreadedCommand {

	/** Of each strategy how it chooses. */
	static final String STRATEGIES =
		"How queries are chosen. By clusters, whose answers are spread: hierarchical " +
			"(of masks, then of images), late-fusion (of both as one), image-only, " +
			"mask-only. Unlike what was chosen before: core-set, partitioned-core-set " +
			"(in ten parts), vaal (by a discriminator). By a classifier of the answers " +
			"so far: auto (unsure and unlike each other, the best of those measured), " +
			"confidence, margin, entropy, mase, base, base-by-class (what it is least " +
			"sure of), badge, badge-asked, partitioned-badge (by gradients), balancing " +
			"(the rarer kind), learning-loss (predicted losses). Or random. See " +
			"docs/strategies.md.";

	@Parameter(label = "Encoders", required = false, persist = false,
		description = "Number of the encoders to start from, such as 1 or 001. " +
			"Default: the newest finished ones.")
	private String encoders = "";

	@Parameter(label = "Strategy", required = false, persist = false, choices = {
		"hierarchical", "late-fusion", "image-only", "mask-only", "auto",
		"core-set", "partitioned-core-set", "learning-loss", "confidence", "margin",
		"entropy", "badge", "badge-asked", "partitioned-badge", "vaal", "balancing",
		"mase", "base", "base-by-class", "random", "adjudication" },
		description = STRATEGIES +
			" Or adjudication: the ROIs on which annotators " +
			"differ, to be settled. Default: hierarchical.")
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

	@Parameter(label = "Test share", required = false, persist = false, min = "0",
		max = "0.9",
		description = "Share of the ROIs of which nothing is ever asked, so that a " +
			"base model can be judged on them, 0 to 0.9. Default: 0.")
	private double test_share = 0;

	@Parameter(label = "Audit", required = false, persist = false, min = "0",
		max = "0.9",
		description = "Share of the batch that is drawn at random, whatever the " +
			"strategy, so that apply can say without bias how good decisions are, 0 " +
			"to 0.9. Default: 0.")
	private double audit = 0;

	@Override
	protected StepResult step(final ActiveLearning steps) {
		return steps.suggest(new SuggestOptions(encoders.trim(), strategy, budget,
			mask_clusters, image_clusters, per_cluster, test_share, audit, 0,
			compute()));
	}
}
