
package org.twostream.experiment;

import java.util.List;
import java.util.OptionalDouble;

import org.twostream.query.Budget;
import org.twostream.query.BudgetKeys;
import org.twostream.query.QueryStrategy;
import org.twostream.query.Strategies;

/**
 * One column of Table 2: a strategy, its ratio of clusters, and the share of
 * the pool that it asks. The paper's N M Q is as many as it asks, so on a pool
 * of any size N M is a fifth of what is asked, M is the paper's, and N follows.
 *
 * @param name as printed, such as "hierarchical 64 x 4"
 * @param strategy by its key
 * @param imageClusters M inside each mask cluster; 0 where the strategy has no
 *          choice
 * @param asked of the paper's 28.7 K ROIs
 * @param printed accuracy in the paper, empty where it has none
 */
public record Design(String name, String strategy, int imageClusters,
		double asked, OptionalDouble printed) {

	/** ROIs of the paper's pool ("28.7K"). */
	public static final int PAPER_POOL = 28_700;
	/** Where the paper's pool starts: the share of its ROIs that are real. */
	public static final double PAPER_START = 0.762;
	/** Queries per cluster, Q, in all of the table. */
	public static final int PER_CLUSTER = 5;
	/** ROIs asked at the smaller ratio, 2.23 %. */
	public static final int HALF = 640;
	/** ROIs asked at the larger ratio, 4.46 %. */
	public static final int FULL = 1280;

	/** Table 2 from left to right. */
	public static List<Design> table2() {
		return List.of(of("random, 640", "random", 0, HALF, 0.767), of(
			"random, 1280", "random", 0, FULL, 0.772), of("mask-only 128",
				"mask-only", 0, HALF, 0.805), of("mask-only 256", "mask-only", 0, FULL,
					0.819), of("image-only 128", "image-only", 0, HALF, 0.420), of(
						"image-only 256", "image-only", 0, FULL, 0.578), of(
							"late fusion 256", "late-fusion", 0, FULL, 0.738), of(
								"hierarchical 64 x 2", "hierarchical", 2, HALF, 0.821), of(
									"hierarchical 128 x 2", "hierarchical", 2, FULL, 0.826), of(
										"hierarchical 64 x 4", "hierarchical", 4, FULL, 0.846), of(
											"hierarchical 32 x 8", "hierarchical", 8, FULL, 0.814));
	}

	private static Design of(final String name, final String strategy,
		final int imageClusters, final double asked, final double printed)
	{
		return new Design(name, strategy, imageClusters, asked, OptionalDouble.of(
			printed));
	}

	/** The paper's best, 64 x 4 x 5. */
	public static Design best() {
		return table2().get(9);
	}

	/** The same design asking another number of the paper's pool. */
	public Design asking(final double other) {
		return new Design(name, strategy, imageClusters, other, OptionalDouble
			.empty());
	}

	/** Share of the pool that is asked, 0..1. */
	public double share() {
		return asked / PAPER_POOL;
	}

	/**
	 * What this design means for a pool of so many ROIs; where fewer are asked
	 * than M, M is as many.
	 */
	public Budget budget(final int rois) {
		final int total = (int) Math.max(1, Math.round(share() * rois));
		final QueryStrategy how = Strategies.named(strategy);
		return how.budget(new BudgetKeys(total, 0, Math.min(imageClusters, total),
			0));
	}
}
