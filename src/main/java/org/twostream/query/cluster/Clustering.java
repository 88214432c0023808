
package org.twostream.query.cluster;

import java.util.Arrays;

import org.twostream.net.Matrix;

/**
 * What k-means found. The arrays are shared and not to be changed.
 *
 * @param labels cluster of each point, 0..k-1; every cluster has a member
 * @param centres k rows
 * @param squaredDistances of each point to its centre
 * @param inertia their sum
 * @param iterations done
 */
public record Clustering(int[] labels, Matrix centres,
		double[] squaredDistances, double inertia, int iterations) {

	static Clustering empty(final int columns) {
		return new Clustering(new int[0], new Matrix(new float[0][], columns),
			new double[0], 0, 0);
	}

	/** Number of clusters. */
	public int clusters() {
		return centres.rows();
	}

	/** Cluster by cluster the points in it, ascending. */
	public int[][] members() {
		return Members.of(labels, clusters());
	}

	/**
	 * Of each cluster the member nearest to its centre, the first one on a tie.
	 */
	public int[] medoids() {
		return Arrays.stream(members()).mapToInt(members -> {
			int nearest = members[0];
			for (final int i : members)
				if (squaredDistances[i] < squaredDistances[nearest]) nearest = i;
			return nearest;
		}).toArray();
	}

	/** The same clusters, largest first, ties by the first member. */
	Clustering ordered() {
		final int[] order = KMeans.bySize(members());
		final int[] rank = new int[order.length];
		for (int r = 0; r < order.length; r++)
			rank[order[r]] = r;
		final int[] renamed = new int[labels.length];
		for (int i = 0; i < labels.length; i++)
			renamed[i] = rank[labels[i]];
		return new Clustering(renamed, centres.select(order), squaredDistances,
			inertia, iterations);
	}
}
