
package org.twostream.query.cluster;

/** Lists the members of clusters. */
public final class Members {

	private Members() {}

	/**
	 * @param labels cluster of each point, 0..clusters-1; below 0: of none
	 * @return cluster by cluster the indices of its points, ascending
	 */
	public static int[][] of(final int[] labels, final int clusters) {
		final int[] size = new int[clusters];
		for (final int label : labels)
			if (label >= 0) size[label]++;
		final int[][] members = new int[clusters][];
		for (int c = 0; c < clusters; c++)
			members[c] = new int[size[c]];
		for (int i = labels.length - 1; i >= 0; i--)
			if (labels[i] >= 0) members[labels[i]][--size[labels[i]]] = i;
		return members;
	}
}
