
package org.twostream.query;

import java.util.Arrays;
import java.util.Map;

import org.twostream.core.Answer;
import org.twostream.query.cluster.Members;
import org.twostream.query.sampler.Pool;

/**
 * Spends by expected error. A cluster c of N ROIs with a share p of real ones
 * weighs N sqrt(p (1 - p)), and the queries are Neyman's optimum allocation for
 * these weights in whole numbers: one after the other to the cluster with the
 * largest weight / sqrt(a (a + 1)), a being its answers and queries so far
 * (Wright, The American Statistician 66, 2012), those with none first. p comes
 * from its answers and, as if it were {@link #PRIOR} answers more, from the
 * mean probability of its ROIs by the classifier, or from all answers while
 * there is none.
 */
final class ErrorSpending implements Spending {

	/** Answers that the classifier's word counts as. */
	private static final double PRIOR = 2;

	private final Map<Integer, Answer> answers;
	/** By row; one number for all without a classifier. */
	private final double[] probability;

	ErrorSpending(final Pool pool) {
		answers = pool.answers();
		probability = new double[pool.image().rows()];
		Arrays.fill(probability, share(answers));
		pool.head().ifPresent(head -> pool.workers().forEach(probability.length,
			roi -> probability[roi] = head.probability(pool.features().row(roi))));
	}

	private static double share(final Map<Integer, Answer> answers) {
		double yes = 1, all = 2;
		for (final Answer a : answers.values()) {
			yes += a == Answer.TRUE ? 1 : 0;
			all += a == Answer.UNSURE ? 0 : 1;
		}
		return yes / all;
	}

	@Override
	public int[] quotas(final Partition partition, final int[][] candidates,
		final QueryRequest request)
	{
		final int[][] members = Members.of(partition.clusters(), partition.count());
		final double[] weights = new double[members.length];
		final int[] known = new int[members.length];
		for (int c = 0; c < members.length; c++) {
			double yes = 0, said = 0;
			for (final int roi : members[c]) {
				said += probability[roi];
				final Answer answer = answers.getOrDefault(roi, Answer.UNSURE);
				if (answer == Answer.UNSURE) continue;
				known[c]++;
				if (answer == Answer.TRUE) yes++;
			}
			final double p = (yes + PRIOR * said / members[c].length) / (known[c] +
				PRIOR);
			weights[c] = candidates[c].length * Math.sqrt(p * (1 - p));
		}
		return allocate(weights, known, Arrays.stream(candidates).mapToInt(
			c -> c.length).toArray(), request.total());
	}

	/** @param available at least the total together */
	static int[] allocate(final double[] weights, final int[] known,
		final int[] available, final int total)
	{
		final int[] quotas = new int[weights.length];
		for (int n = 0; n < total; n++) {
			int best = -1;
			double most = 0;
			for (int c = 0; c < weights.length; c++) {
				if (quotas[c] == available[c]) continue;
				final double a = known[c] + quotas[c];
				// those without any come before all others, by weight
				final double priority = a == 0 ? 1e12 + weights[c] : weights[c] / Math
					.sqrt(a * (a + 1));
				if (best >= 0 && priority <= most) continue;
				best = c;
				most = priority;
			}
			quotas[best]++;
		}
		return quotas;
	}

	@Override
	public double merit(final int roi, final double squaredDistance,
		final double mean)
	{
		final double p = probability[roi];
		final double typical = mean == 0 ? 1 : Math.exp(-squaredDistance / (2 *
			mean));
		return 4 * p * (1 - p) * typical;
	}

	@Override
	public boolean thins() {
		return false;
	}
}
