
package org.twostream.query;

import java.util.Arrays;

/** Shares a budget among clusters. */
final class Quotas {

	private Quotas() {}

	/**
	 * Each cluster gets perCluster, or all it has if that is less. What then is
	 * left of the total goes one by one to the largest clusters that have more,
	 * round after round.
	 *
	 * @param available candidates in each cluster
	 * @param total at least the sum of the first shares, at most the sum of
	 *          available
	 */
	static int[] share(final int[] available, final int perCluster,
		final int total)
	{
		final int[] quotas = Arrays.stream(available).map(n -> Math.min(n,
			perCluster)).toArray();
		final Integer[] largestFirst = new Integer[available.length];
		Arrays.setAll(largestFirst, c -> c);
		Arrays.sort(largestFirst, (a, b) -> Integer.compare(available[b],
			available[a]));
		int left = total - Arrays.stream(quotas).sum();
		while (left > 0) {
			final int before = left;
			for (final int c : largestFirst)
				if (left > 0 && quotas[c] < available[c]) {
					quotas[c]++;
					left--;
				}
			if (left == before) throw new IllegalArgumentException(total +
				" to share, but only " + Arrays.stream(available).sum() + " there");
		}
		return quotas;
	}
}
