
package org.twostream.query;

import org.twostream.core.Progress;
import org.twostream.query.cluster.Workers;

/**
 * The clusters of {@link HierarchicalStrategy}, with the budget spent where
 * errors are to be expected: clusters get queries by their size and by how
 * mixed they seem ({@link ErrorSpending}), and inside them those are asked that
 * are typical of their group and that the classifier trained on the answers so
 * far is unsure of. Before there are answers enough for one it differs from the
 * hierarchical strategy only by giving large clusters more.
 */
final class AdaptiveStrategy extends ClusterStrategy {

	private final HierarchicalStrategy clusters = new HierarchicalStrategy();

	@Override
	public String name() {
		return "adaptive";
	}

	@Override
	Partition partition(final QueryRequest request, final Workers workers,
		final Progress progress)
	{
		return clusters.partition(request, workers, progress);
	}

	@Override
	Spending spending(final Partition partition, final QueryRequest request,
		final Workers workers)
	{
		return new ErrorSpending(new RequestPool(request, workers));
	}

	@Override
	String alike() {
		return clusters.alike();
	}

	@Override
	String distinct() {
		return "typical, but not clear, among";
	}
}
