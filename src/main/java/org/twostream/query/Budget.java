
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

	/** N M, the clusters whose answers are spread. */
	public int clusters() {
		return maskClusters * imageClusters;
	}
}
