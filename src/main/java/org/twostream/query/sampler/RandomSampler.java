
package org.twostream.query.sampler;

import org.twostream.core.Progress;

/**
 * The baseline: uniformly at random, without replacement (the dissertation,
 * section 5.5, baseline i). An answer counts for its ROI alone.
 */
public final class RandomSampler implements Sampler {

	@Override
	public Choice choose(final Pool pool, final int total,
		final Progress progress)
	{
		return Choice.of(Draw.some(pool.open(), total, pool.seed().of(
			"random strategy").of(pool.asked().length).random()));
	}
}
