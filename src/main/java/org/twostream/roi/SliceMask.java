
package org.twostream.roi;

import org.twostream.core.Box;

/**
 * The mask of one ROI in one section, with the sums that alignment needs.
 * Voxels are 0 outside, 1 inside (or pre-synaptic), 2 post-synaptic.
 */
final class SliceMask {

	private final Box box;
	private final byte[] voxels;
	private final double x;
	private final double y;
	private final double[] covariance = new double[3];
	private final boolean bothSides;
	private double xPreToPost;
	private double yPreToPost;

	/**
	 * @param box one section
	 * @param voxels of the box, at least one not 0
	 * @throws IllegalArgumentException if all are 0
	 */
	SliceMask(final Box box, final byte[] voxels) {
		this.box = box;
		this.voxels = voxels;
		final SideSums sums = new SideSums();
		forEach(sums);
		if (sums.voxels() == 0) throw new IllegalArgumentException(
			"No voxel of the mask in " + box);
		x = sums.x();
		y = sums.y();
		forEach((vx, vy, side) -> {
			covariance[0] += (vx - x) * (vx - x);
			covariance[1] += (vx - x) * (vy - y);
			covariance[2] += (vy - y) * (vy - y);
		});
		for (int i = 0; i < 3; i++)
			covariance[i] /= sums.voxels();
		bothSides = sums.hasBothSides();
		setAcross(sums);
	}

	/** Takes the way between the sides from elsewhere. */
	void setAcross(final SideSums sums) {
		xPreToPost = sums.xPreToPost();
		yPreToPost = sums.yPreToPost();
	}

	/** Told of each voxel of a mask. */
	@FunctionalInterface
	interface Voxel {

		void at(long x, long y, int side);
	}

	void forEach(final Voxel voxel) {
		int i = 0;
		for (long vy = box.yMin(); vy < box.yMax(); vy++)
			for (long vx = box.xMin(); vx < box.xMax(); vx++, i++)
				if (voxels[i] != 0) voxel.at(vx, vy, voxels[i]);
	}

	boolean hasBothSides() {
		return bothSides;
	}

	/** Centroid, voxels of the volume. */
	double x() {
		return x;
	}

	/** Centroid, voxels of the volume. */
	double y() {
		return y;
	}

	/** Variance of x, covariance of x and y, variance of y; voxels. */
	double[] covariance() {
		return covariance.clone();
	}

	/** From the centroid of side 1 to that of side 2; 0 if one is missing. */
	double xPreToPost() {
		return xPreToPost;
	}

	/** As {@link #xPreToPost}. */
	double yPreToPost() {
		return yPreToPost;
	}

	/** Value nearest to a point, 0 outside the box. */
	byte at(final double px, final double py) {
		final long vx = (long) Math.floor(px + 0.5);
		final long vy = (long) Math.floor(py + 0.5);
		if (!box.contains(vx, vy, box.zMin())) return 0;
		return voxels[(int) (vx - box.xMin() + box.xSize() * (vy - box.yMin()))];
	}
}
