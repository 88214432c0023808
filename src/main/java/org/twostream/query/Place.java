
package org.twostream.query;

/**
 * Where one ROI, asked or not, stands in the clusters of a batch.
 *
 * @param maskCluster from 0, or -1 if the strategy makes none
 * @param imageCluster from 0 inside the mask cluster, or -1
 * @param cluster whose answers it takes when it is not asked itself, from 0
 *          over all clusters, or -1 if the strategy makes none
 * @param representative row of the query of this batch that stands nearest to
 *          it in its cluster, itself if it is asked, or -1 if none of the
 *          cluster is asked
 * @param distance Euclidean, to the centre of its cluster in the embedding that
 *          made the cluster, or NaN if the strategy makes none
 */
public record Place(int maskCluster, int imageCluster, int cluster,
		int representative, double distance) {

	/** The mask cluster, or that of the only stream, -1 if there is none. */
	public int outermost() {
		return maskCluster >= 0 ? maskCluster : cluster;
	}

	/** Of a strategy without clusters. */
	public static Place none(final int representative) {
		return new Place(-1, -1, -1, representative, Double.NaN);
	}
}
