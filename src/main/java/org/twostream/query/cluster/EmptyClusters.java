
package org.twostream.query.cluster;

import java.util.function.Supplier;

/** Gives clusters that lost all their points one each. */
final class EmptyClusters {

	private EmptyClusters() {}

	/**
	 * Moves into each empty cluster the point farthest from its centre, the
	 * lowest index on a tie, out of clusters that keep another.
	 *
	 * @param labels cluster of each point, changed in place
	 * @param measured squared distance of each point to its centre, asked for
	 *          where a cluster is empty; 0 for those moved
	 * @param clusters at most the number of points
	 * @return whether there was an empty one
	 */
	static boolean repair(final int[] labels, final Supplier<float[]> measured,
		final int clusters)
	{
		final int[] size = new int[clusters];
		for (final int label : labels)
			size[label]++;
		boolean repaired = false;
		for (int c = 0; c < clusters; c++) {
			if (size[c] > 0) continue;
			final float[] distances = measured.get();
			int farthest = -1;
			for (int i = 0; i < labels.length; i++)
				if (size[labels[i]] > 1 && (farthest < 0 ||
					distances[i] > distances[farthest])) farthest = i;
			size[labels[farthest]]--;
			size[c]++;
			labels[farthest] = c;
			distances[farthest] = 0;
			repaired = true;
		}
		return repaired;
	}
}
