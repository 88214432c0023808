
package org.twostream.query;

import java.util.Arrays;

import org.twostream.core.Progress;
import org.twostream.net.Matrix;
import org.twostream.query.cluster.Clustering;
import org.twostream.query.cluster.KMeans;
import org.twostream.query.cluster.Workers;

/** One k-means over all ROIs. */
final class FlatPartition {

	/** Which columns of the tables name the cluster. */
	enum Column {
			MASK, IMAGE, NEITHER
	}

	private FlatPartition() {}

	static Partition of(final Matrix points, final QueryRequest request,
		final Column column, final Workers workers, final Progress progress)
	{
		final Clustering clusters = KMeans.of(request.budget().clusters(), points)
			.fit(points, request.seed().of("clusters"), workers.threads(), progress);
		final int[] none = new int[points.rows()];
		Arrays.fill(none, -1);
		return new Partition(column == Column.MASK ? clusters.labels() : none,
			column == Column.IMAGE ? clusters.labels() : none, clusters.labels(),
			clusters.clusters(), Arrays.stream(clusters.squaredDistances()).map(
				Math::sqrt).toArray(), points);
	}
}
