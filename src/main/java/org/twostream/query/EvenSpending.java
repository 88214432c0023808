
package org.twostream.query;

import java.util.Arrays;

/** Q queries per cluster, nearest to the middle of their group. */
final class EvenSpending implements Spending {

	@Override
	public int[] quotas(final Partition partition, final int[][] candidates,
		final QueryRequest request)
	{
		return Quotas.share(Arrays.stream(candidates).mapToInt(c -> c.length)
			.toArray(), request.budget().perCluster(), request.total());
	}

	@Override
	public double merit(final int roi, final double squaredDistance,
		final double mean)
	{
		return -squaredDistance;
	}

	@Override
	public boolean thins() {
		return true;
	}
}
