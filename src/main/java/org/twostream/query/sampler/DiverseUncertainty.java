
package org.twostream.query.sampler;

import java.util.Arrays;

import org.twostream.core.Progress;
import org.twostream.net.Matrix;
import org.twostream.query.cluster.Clustering;
import org.twostream.query.cluster.KMeans;

/**
 * Unsure and unlike each other: of the {@link #FACTOR} times as many ROIs as
 * the batch asks that a classifier is least sure of, one from each of as many
 * k-means clusters of the features of both embeddings as are asked, the nearest
 * to its centre (Zhdanov, Diverse mini-batch active learning, arXiv 1901.05954,
 * 2019, whose beta is 10 as well; without his weights by uncertainty). While
 * the answers are too few for a classifier, of all ROIs, or of {@link #COLD}
 * drawn at random, so that the first batch is of typical ones.
 */
public final class DiverseUncertainty implements Sampler {

	/** Candidates per query. */
	static final int FACTOR = 10;
	/** Candidates of a batch without a classifier at most. */
	static final int COLD = 50_000;

	@Override
	public Choice choose(final Pool pool, final int total,
		final Progress progress)
	{
		progress.check();
		if (total == 0) return Choice.of(new int[0]);
		final int[] candidates = pool.head().map(head -> Ranking.smallest(pool
			.open(), Ranking.keys(pool.open(), row -> Math.abs(head.probability(pool
				.features().row(row)) - 0.5), pool.workers()), FACTOR * total))
			.orElseGet(() -> Draw.some(pool.open(), Math.min(COLD, pool
				.open().length), pool.seed().of("candidates").random()));
		Arrays.sort(candidates);
		return Choice.of(representatives(pool, candidates, total, progress));
	}

	private static int[] representatives(final Pool pool, final int[] candidates,
		final int total, final Progress progress)
	{
		final Matrix points = pool.features().select(candidates);
		final Clustering groups = KMeans.of(total, points).fit(points, pool.seed()
			.of("representatives"), pool.workers().threads(), progress);
		return Arrays.stream(groups.medoids()).map(i -> candidates[i]).toArray();
	}
}
