
package org.twostream.query;

import java.util.ArrayList;
import java.util.List;

import org.twostream.core.Progress;
import org.twostream.query.cluster.Workers;

/**
 * What the strategies with clusters share: they differ in how all ROIs are
 * partitioned and in which embedding the representatives are found.
 */
abstract class ClusterStrategy implements QueryStrategy {

	/** Clusters all ROIs, the asked ones too. */
	abstract Partition partition(QueryRequest request, Workers workers,
		Progress progress);

	@Override
	public final Suggestion suggest(final QueryRequest request,
		final Progress progress)
	{
		try (Workers workers = new Workers(request.threads())) {
			final Partition partition = partition(request, workers, progress.part(0,
				0.8));
			final Representatives representatives = Representatives.find(partition,
				request, workers, progress.part(0.8, 1));
			return suggestion(request, partition, representatives);
		}
	}

	private Suggestion suggestion(final QueryRequest request,
		final Partition partition, final Representatives representatives)
	{
		final List<Place> places = new ArrayList<>();
		final int[] size = new int[partition.count()];
		final int[] asked = new int[partition.count()];
		final int[] followers = new int[request.embeddings().rois()];
		for (int roi = 0; roi < request.embeddings().rois(); roi++) {
			final int representative = representatives.of()[roi];
			final int cluster = partition.clusters()[roi];
			size[cluster]++;
			if (representative == roi) asked[cluster]++;
			if (representative >= 0) followers[representative]++;
			places.add(new Place(partition.maskClusters()[roi], partition
				.imageClusters()[roi], cluster, representative, partition
					.distances()[roi]));
		}
		return Suggestion.of(name(), request, representatives.chosen(), places, List
			.of(), roi -> {
				final int c = partition.clusters()[roi];
				return "One of " + asked[c] + " asked of " + size[c] + " " + alike() +
					", and nearest to the middle of " + followers[roi] + " of them.";
			});
	}

	/** Ends "one of 5 asked of 112 ...". */
	abstract String alike();
}
