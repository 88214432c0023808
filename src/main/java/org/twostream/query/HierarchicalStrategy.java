
package org.twostream.query;

import java.util.Arrays;

import org.twostream.core.Progress;
import org.twostream.net.Matrix;
import org.twostream.query.cluster.Checking;
import org.twostream.query.cluster.Clustering;
import org.twostream.query.cluster.KMeans;
import org.twostream.query.cluster.Workers;

/**
 * The paper's best (Lin et al., ECCV 2020, section 4.1): N clusters of the mask
 * embedding, inside each M clusters of the image embedding, inside each Q
 * representatives by the image. Conditioning the image on the mask keeps the
 * many image dimensions from drowning the few of the mask.
 */
final class HierarchicalStrategy extends ClusterStrategy {

	@Override
	public String name() {
		return "hierarchical";
	}

	@Override
	Partition partition(final QueryRequest request, final Workers workers,
		final Progress progress)
	{
		final Matrix mask = request.embeddings().mask();
		final Matrix image = request.embeddings().image();
		final Clustering outer = KMeans.of(request.budget().maskClusters(), mask)
			.fit(mask, request.seed().of("mask clusters"), workers.threads(), progress
				.part(0, 0.5));
		KMeans.check(image);
		final int[][] members = outer.members();
		final Clustering[] inner = new Clustering[members.length];
		workers.forEach(members.length, n -> {
			final Matrix points = image.select(members[n]);
			inner[n] = KMeans.of(request.budget().imageClusters(), points).oneOf(image
				.rows()).fit(points, request.seed().of("image clusters").of(n), 1,
					new Checking(progress));
		});
		return join(outer, inner, image);
	}

	private static Partition join(final Clustering outer,
		final Clustering[] inner, final Matrix image)
	{
		final int[] imageClusters = new int[image.rows()];
		final int[] clusters = new int[image.rows()];
		final double[] distances = new double[image.rows()];
		final int[][] members = outer.members();
		int first = 0;
		for (int n = 0; n < members.length; n++) {
			for (int i = 0; i < members[n].length; i++) {
				final int roi = members[n][i];
				imageClusters[roi] = inner[n].labels()[i];
				clusters[roi] = first + imageClusters[roi];
				distances[roi] = Math.sqrt(inner[n].squaredDistances()[i]);
			}
			first += inner[n].clusters();
		}
		return new Partition(Arrays.copyOf(outer.labels(), image.rows()),
			imageClusters, clusters, first, distances, image);
	}

	@Override
	String alike() {
		return "of one shape and look";
	}
}
