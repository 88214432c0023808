
package org.twostream.query.sampler;

import org.twostream.core.Progress;
import org.twostream.query.head.LinearHead;

/**
 * Margin selection: the points nearest to any decision boundary of the features
 * (the dissertation, algorithm 1). With two classes it orders as the margin
 * does.
 */
public final class Mase implements HeadSampler {

	@Override
	public int[] choose(final Pool pool, final LinearHead head, final int total,
		final Progress progress)
	{
		progress.check();
		return Ranking.smallest(pool.open(), Ranking.keys(pool.open(),
			row -> Boundaries.nearest(head, pool.features().row(row)), pool
				.workers()), total);
	}
}
