
package org.twostream.query.sampler;

import java.util.Arrays;

import org.twostream.core.Progress;
import org.twostream.core.UserError;

/**
 * A baseline that cheats (the dissertation, section 5.5, baseline ii): the same
 * number of real and of not real ROIs at random, as far as there are so many;
 * of an odd number one more that is not real. It has to be told the truth, so
 * only experiments can run it.
 */
public final class BalancedRandom implements Sampler {

	@Override
	public Choice choose(final Pool pool, final int total,
		final Progress progress)
	{
		final boolean[] real = pool.truth().orElseThrow(() -> new UserError(
			"strategy=balanced-random has to know which ROIs are real, which only" +
				" an experiment with truth does; choose strategy=random."));
		final int[] no = Arrays.stream(pool.open()).filter(i -> !real[i]).toArray();
		final int[] yes = Arrays.stream(pool.open()).filter(i -> real[i]).toArray();
		final int half = Math.min(yes.length, total / 2);
		final int noes = Math.min(no.length, total - half);
		final int[] chosen = Arrays.copyOf(Draw.some(no, noes, pool.seed().of("no")
			.random()), total);
		System.arraycopy(Draw.some(yes, total - noes, pool.seed().of("yes")
			.random()), 0, chosen, noes, total - noes);
		return Choice.of(chosen);
	}
}
