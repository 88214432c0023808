
package org.twostream.query;

import org.twostream.net.Matrix;

/**
 * All ROIs in the clusters whose answers are spread, before any is chosen.
 *
 * @param maskClusters per ROI, or -1
 * @param imageClusters per ROI, from 0 inside its mask cluster, or -1
 * @param clusters per ROI, from 0 over all
 * @param count number of clusters, each with a member
 * @param distances per ROI, Euclidean, to the centre of its cluster
 * @param space the embedding in which representatives are looked for
 */
record Partition(int[] maskClusters, int[] imageClusters, int[] clusters,
		int count, double[] distances, Matrix space) {
}
