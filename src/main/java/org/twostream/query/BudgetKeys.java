
package org.twostream.query;

import org.twostream.core.UserError;

/**
 * The keys that set the size of a batch, as the user gave them; 0 means not
 * given. Which of them a strategy takes, and what follows for the others, is
 * said at {@link #both}, {@link #maskOnly} and {@link #imageOnly}.
 *
 * @param budget ROIs to ask
 * @param maskClusters N, default 64
 * @param imageClusters M, default 4
 * @param perCluster Q, default 5
 */
public record BudgetKeys(int budget, int maskClusters, int imageClusters,
		int perCluster) {

	private static final int N = 64;
	private static final int M = 4;
	private static final int Q = 5;
	/** ROIs in a cluster on average, below which it says little. */
	private static final int LEAST = 10;

	/**
	 * @throws UserError if a value is negative
	 */
	public BudgetKeys {
		refuseNegative("budget", budget);
		refuseNegative("mask_clusters", maskClusters);
		refuseNegative("image_clusters", imageClusters);
		refuseNegative("per_cluster", perCluster);
	}

	private static void refuseNegative(final String key, final int value) {
		if (value < 0) throw new UserError(key + "=" + value +
			" is negative; give a number from 1 on, or leave the key out.");
	}

	/** None given: N = 64, M = 4, Q = 5, 1280 ROIs, as in the paper. */
	public static BudgetKeys defaults() {
		return new BudgetKeys(0, 0, 0, 0);
	}

	/**
	 * These keys with a proposal for Q where none of the numbers of clusters is
	 * given and the budget is more than half of the ROIs: clusters then hold at
	 * least ten ROIs each on average, and get more queries for it.
	 *
	 * @param rois number of ROIs, at least 1
	 */
	public BudgetKeys fitting(final int rois) {
		return crowded(rois) ? new BudgetKeys(budget, 0, 0, (int) Math.ceil(
			(double) budget / Math.max(1, rois / LEAST))) : this;
	}

	private boolean crowded(final int rois) {
		return budget > rois / 2 && maskClusters == 0 && imageClusters == 0 &&
			perCluster == 0;
	}

	/** Why the split is as it is, a sentence. */
	public String reason(final int rois) {
		if (budget == 0 && maskClusters == 0 && imageClusters == 0 &&
			perCluster == 0)
			return "The paper's best split; give budget for another.";
		if (crowded(rois))
			return "The budget is over half of the ROIs, so clusters" + " hold " +
				LEAST + " ROIs on average rather than fewer.";
		if (maskClusters == 0 && imageClusters == 0 && perCluster == 0)
			return "As in the paper's best split, " + Q + " per cluster, whose" +
				" majority outvotes two wrong answers, and about " + N / M +
				" mask clusters to an image cluster.";
		return "What was not given follows from the budget and the paper's best" +
			" split.";
	}

	/**
	 * For strategies with N mask clusters and M image clusters in each. Without a
	 * budget the missing keys take their defaults. With a budget B: Q = 5 (less
	 * where the clusters asked for need it), C = B / Q clusters, M = sqrt(C /
	 * 16), 1 to 4, which keeps the paper's 16 mask clusters per image cluster, N
	 * = C / M; a key that is given replaces its part of that. Divisions and roots
	 * round down, and what is left of B goes to the largest clusters.
	 *
	 * @throws UserError if the keys contradict each other
	 */
	public Budget both() {
		if (budget == 0) return whole(or(maskClusters, N), or(imageClusters, M), or(
			perCluster, Q));
		final long asked = (long) or(maskClusters, 1) * or(imageClusters, 1);
		final boolean fixed = maskClusters > 0 && imageClusters > 0;
		final int q = perCluster(asked, fixed);
		final int c = budget / q;
		if (fixed) return new Budget(budget, maskClusters, imageClusters, q);
		if (maskClusters > 0) return new Budget(budget, maskClusters, c /
			maskClusters, q);
		final int m = or(imageClusters, imageClusters(c));
		return new Budget(budget, c / m, m, q);
	}

	// With M fixed a small batch would have one or two mask clusters, which tell
	// more than image clusters do (docs/results/experiments.md).
	private static int imageClusters(final int clusters) {
		final double m = Math.sqrt((double) clusters * M / N);
		return (int) Math.max(1, Math.min(M, m));
	}

	/**
	 * For strategies that cluster masks only: the number of clusters is
	 * mask_clusters, default 256, or with a budget B / Q.
	 *
	 * @throws UserError if the keys contradict each other or name image clusters
	 */
	public Budget maskOnly() {
		if (imageClusters > 1) throw new UserError("strategy=mask-only makes no" +
			" image clusters, but image_clusters=" + imageClusters +
			"; leave that key out or choose strategy=hierarchical.");
		return single(maskClusters, false);
	}

	/**
	 * For strategies that cluster images only: as {@link #maskOnly} with
	 * image_clusters.
	 *
	 * @throws UserError if the keys contradict each other or name mask clusters
	 */
	public Budget imageOnly() {
		if (maskClusters > 1) throw new UserError("strategy=image-only makes no" +
			" mask clusters, but mask_clusters=" + maskClusters +
			"; leave that key out or choose strategy=hierarchical.");
		return single(imageClusters, true);
	}

	private Budget single(final int given, final boolean image) {
		final int q;
		final int c;
		if (budget == 0) {
			q = or(perCluster, Q);
			c = or(given, N * M);
			return image ? whole(1, c, q) : whole(c, 1, q);
		}
		q = perCluster(or(given, 1), given > 0);
		c = or(given, budget / q);
		return image ? new Budget(budget, 1, c, q) : new Budget(budget, c, 1, q);
	}

	/** Q beside a budget and so many clusters, all of them if fixed. */
	private int perCluster(final long clusters, final boolean fixed) {
		if (clusters > budget) throw new UserError("budget=" + budget +
			" is less than one ROI for each of " + clusters +
			" clusters; raise budget or lower mask_clusters or image_clusters.");
		final long most = budget / clusters;
		if (perCluster == 0) return (int) (fixed ? most : Math.min(Q, most));
		final long product = clusters * perCluster;
		if (product > budget || fixed && product != budget) throw new UserError(
			"budget=" + budget + " contradicts " + clusters + " clusters x" +
				" per_cluster=" + perCluster + " = " + product +
				"; leave one of these keys out.");
		return perCluster;
	}

	private static Budget whole(final int n, final int m, final int q) {
		final long total = (long) n * m * q;
		if ((long) n * m > Integer.MAX_VALUE || total > Integer.MAX_VALUE)
			throw new UserError("mask_clusters=" + n + " x image_clusters=" + m +
				" x per_cluster=" + q + " is more than " + Integer.MAX_VALUE +
				" ROIs; give smaller numbers.");
		return new Budget((int) total, n, m, q);
	}

	private static int or(final int given, final int otherwise) {
		return given > 0 ? given : otherwise;
	}
}
