
package org.twostream.query;

/** How a strategy spends its budget on clusters. */
interface Spending {

	/**
	 * @param candidates cluster by cluster the rows that may be asked
	 * @return queries per cluster, {@link QueryRequest#total} together, none more
	 *         than its candidates
	 */
	int[] quotas(Partition partition, int[][] candidates, QueryRequest request);

	/**
	 * Of each group of candidates the one with the largest merit is asked, the
	 * lowest row on a tie.
	 *
	 * @param squaredDistance to the centre of its group
	 * @param mean of the group's squared distances
	 */
	double merit(int roi, double squaredDistance, double mean);

	/**
	 * Whether a cluster that earlier batches asked more of than its share offers
	 * only the candidates farthest from those.
	 */
	boolean thins();
}
