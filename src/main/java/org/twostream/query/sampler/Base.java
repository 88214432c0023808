
package org.twostream.query.sampler;

import java.util.Arrays;

import org.twostream.core.Progress;
import org.twostream.query.head.LinearHead;

/**
 * Balanced selection: of each class the points nearest to its own decision
 * boundary, see {@link Boundaries#perClass}. The dissertation and its code read
 * differently, and with two classes, where a point is as far from both, they
 * still choose the same points; with more they do not.
 */
public enum Base implements HeadSampler {

		/** Algorithm 2: class by class one point each, round after round. */
		ROUND_ROBIN {

			@Override
			int[] choose(final int[] rows, final double[][] distances,
				final int total)
		{
				final Queues queues = new Queues(rows, distances);
				final int[] chosen = new int[total];
				for (int n = 0; n < total; n++)
					chosen[n] = queues.next(n % distances.length);
				return chosen;
			}
		},

		/**
		 * The released code: one class after the other its whole share, those
		 * already taken passed over; the first classes get what does not divide.
		 */
		BY_CLASS {

			@Override
			int[] choose(final int[] rows, final double[][] distances,
				final int total)
		{
				final Queues queues = new Queues(rows, distances);
				final int classes = distances.length;
				final int[] chosen = new int[total];
				int n = 0;
				for (int c = 0; c < classes; c++)
					for (int quota = total / classes + (c < total % classes ? 1
						: 0); quota > 0; quota--)
						chosen[n++] = queues.next(c);
				return chosen;
			}
		};

	/**
	 * @param rows to choose from
	 * @param distances by class, of each of the rows
	 */
	abstract int[] choose(int[] rows, double[][] distances, int total);

	@Override
	public int[] choose(final Pool pool, final LinearHead head, final int total,
		final Progress progress)
	{
		progress.check();
		final int[] rows = pool.open();
		final double[][] distances = new double[head.classes()][];
		for (int c = 0; c < distances.length; c++) {
			final int one = c;
			distances[c] = Ranking.keys(rows, row -> Boundaries.perClass(head, pool
				.features().row(row))[one], pool.workers());
		}
		return choose(rows, distances, total);
	}

	/** The rows in the order of each class, a row taken by one gone for all. */
	private static final class Queues {

		private final int[][] sorted;
		private final int[] next;
		private final java.util.Set<Integer> taken = new java.util.HashSet<>();

		Queues(final int[] rows, final double[][] distances) {
			sorted = Arrays.stream(distances).map(d -> Ranking.smallest(rows, d,
				rows.length)).toArray(int[][]::new);
			next = new int[distances.length];
		}

		int next(final int c) {
			while (!taken.add(sorted[c][next[c]]))
				next[c]++;
			return sorted[c][next[c]++];
		}
	}
}
