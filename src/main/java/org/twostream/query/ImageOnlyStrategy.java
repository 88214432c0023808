
package org.twostream.query;

import org.twostream.core.Progress;
import org.twostream.query.cluster.Workers;

/**
 * The image embedding alone: C = N M clusters, representatives by the image.
 */
final class ImageOnlyStrategy extends ClusterStrategy {

	@Override
	public String name() {
		return "image-only";
	}

	@Override
	public Budget budget(final BudgetKeys keys) {
		return keys.imageOnly();
	}

	@Override
	Partition partition(final QueryRequest request, final Workers workers,
		final Progress progress)
	{
		return FlatPartition.of(request.embeddings().image(), request,
			FlatPartition.Column.IMAGE, workers, progress);
	}

	@Override
	String alike() {
		return "of one look";
	}
}
