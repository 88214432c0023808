
package org.twostream.query;

import org.twostream.core.Progress;
import org.twostream.query.cluster.Workers;

/**
 * The mask embedding alone: C = N M clusters, representatives by the mask.
 */
final class MaskOnlyStrategy extends ClusterStrategy {

	@Override
	public String name() {
		return "mask-only";
	}

	@Override
	public Budget budget(final BudgetKeys keys) {
		return keys.maskOnly();
	}

	@Override
	Partition partition(final QueryRequest request, final Workers workers,
		final Progress progress)
	{
		return FlatPartition.of(request.embeddings().mask(), request,
			FlatPartition.Column.MASK, workers, progress);
	}

	@Override
	String alike() {
		return "of one shape";
	}
}
