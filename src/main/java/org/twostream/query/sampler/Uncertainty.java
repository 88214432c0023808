
package org.twostream.query.sampler;

import java.util.Arrays;

import org.twostream.core.Progress;
import org.twostream.query.head.LinearHead;

/**
 * The most uncertain first (the dissertation, section 5.5, baselines vii and
 * viii; entropy in section 5.2). With two classes all three order alike.
 */
public enum Uncertainty implements HeadSampler {

		/**
		 * The smallest top probability. The dissertation's text says the smallest
		 * top logit, its code the probability; the logit depends on a number added
		 * to all scores, which means nothing.
		 */
		CONFIDENCE {

			@Override
			double sureness(final double[] scores) {
				final double[] p = LinearHead.softmax(scores);
				return p[LinearHead.top(p)];
			}
		},

		/** The smallest difference of the two largest scores. */
		MARGIN {

			@Override
			double sureness(final double[] scores) {
				final double[] sorted = scores.clone();
				Arrays.sort(sorted);
				return sorted[sorted.length - 1] - sorted[sorted.length - 2];
			}
		},

		/** The largest entropy of the probabilities. */
		ENTROPY {

			@Override
			double sureness(final double[] scores) {
				double sum = 0;
				for (final double p : LinearHead.softmax(scores))
					if (p > 0) sum += p * Math.log(p);
				return sum;
			}
		};

	/** The smaller, the more uncertain. */
	abstract double sureness(double[] scores);

	@Override
	public int[] choose(final Pool pool, final LinearHead head, final int total,
		final Progress progress)
	{
		progress.check();
		return Ranking.smallest(pool.open(), Ranking.keys(pool.open(),
			row -> sureness(head.scores(pool.features().row(row))), pool.workers()),
			total);
	}
}
