
package org.twostream.query;

/**
 * How many ROIs to ask, and how they are spread.
 *
 * @param total ROIs to ask
 * @param maskClusters N, clusters of the mask embedding
 * @param imageClusters M, clusters of the image embedding inside each of them
 * @param perCluster Q, ROIs asked inside each of the N M clusters; what total
 *          exceeds N M Q by goes to the largest
 */
public record Budget(int total, int maskClusters, int imageClusters,
		int perCluster) {

	/**
	 * @throws IllegalArgumentException if a number is below 1 or N M Q exceeds
	 *           the total
	 */
	public Budget {
		if (maskClusters < 1 || imageClusters < 1 || perCluster < 1 ||
			(long) maskClusters * imageClusters * perCluster > total)
			throw new IllegalArgumentException("Budget of " + total + " for " +
				maskClusters + " x " + imageClusters + " clusters of " + perCluster);
	}

	/**
	 * The budget of so many ROIs less: fewer per cluster first, then fewer
	 * clusters.
	 *
	 * @param rois at least 0, less than the total
	 */
	public Budget without(final int rois) {
		final int rest = total - rois;
		final int m = Math.min(imageClusters, rest);
		final int n = Math.min(maskClusters, rest / m);
		return new Budget(rest, n, m, Math.min(perCluster, rest / (n * m)));
	}

	/** Such as "64 x 4 clusters x 5 = 1280 of 28700 ROIs, 112 per cluster." */
	public String text(final int rois) {
		return maskClusters + " x " + imageClusters + " clusters x " + perCluster +
			" = " + clusters() * perCluster + " of " + rois + " ROIs, " + Math.max(1,
				rois / clusters()) + " per cluster.";
	}

	/** N M, the clusters whose answers are spread. */
	public int clusters() {
		return maskClusters * imageClusters;
	}
}
