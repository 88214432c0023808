
package org.twostream.query.sampler;

import java.util.Arrays;

import org.twostream.core.Progress;
import org.twostream.query.head.CalibratedHead;

/**
 * A baseline of both works (Yoo, Kweon, CVPR 2019; supplement of the paper):
 * the largest predicted losses within a random subset of {@link #SUBSET} rows.
 * The losses are the base network's where the pool has them. Else they are
 * predicted from the features by a {@link LossModule}, trained on the log
 * losses of the answers under a classifier that had not seen them; without
 * enough answers for one the batch is drawn at random, and a note says so.
 */
public final class LearningLoss implements Sampler {

	/** Rows looked at (model.md section 4). */
	static final int SUBSET = 10_000;

	@Override
	public Choice choose(final Pool pool, final int total,
		final Progress progress)
	{
		if (pool.losses().isEmpty() && pool.head().isEmpty()) return Draw
			.withoutHead(pool, total);
		final int count = Math.min(pool.open().length, Math.max(SUBSET, total));
		final int[] subset = Draw.some(pool.open(), count, pool.seed().of("subset")
			.random());
		Arrays.sort(subset);
		progress.check();
		return Choice.of(Ranking.smallest(subset, Ranking.keys(subset, losses(
			pool)::of, pool.workers()), total));
	}

	private static Losses losses(final Pool pool) {
		if (pool.losses().isPresent()) {
			final float[] given = pool.losses().get();
			return row -> -given[row];
		}
		final CalibratedHead head = pool.head().orElseThrow();
		final LossModule module = LossModule.of(pool.features(), head.losses(), pool
			.seed().of("loss module"));
		return row -> -module.loss(pool.features().row(row));
	}

	/** The loss of a row, negative, so that the largest comes first. */
	private interface Losses {

		double of(int row);
	}
}
