
package org.twostream.query;

import org.twostream.core.Progress;
import org.twostream.query.cluster.Workers;

/**
 * Both embeddings as one vector, concatenated as they are (Lin et al., ECCVn *
 * 2020, section 4.1): C = N M clusters, representatives by both.
 */
final class LateFusionStrategy extends ClusterStrategy {

	@Override
	public String name() {
		return "late-fusion";
	}

	@Override
	Partition partition(final QueryRequest request, final Workers workers,
		final Progress progress)
	{
		return FlatPartition.of(request.embeddings().concatenated(), request,
			FlatPartition.Column.NEITHER, workers, progress);
	}

	@Override
	String alike() {
		return "of one shape and look";
	}
}
