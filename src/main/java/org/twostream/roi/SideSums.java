
package org.twostream.roi;

/** Centroids of a mask and of its two sides, over any number of sections. */
final class SideSums implements SliceMask.Voxel {

	private final long[] n = new long[2];
	private final double[] xSum = new double[2];
	private final double[] ySum = new double[2];

	@Override
	public void at(final long x, final long y, final int side) {
		n[side - 1]++;
		xSum[side - 1] += x;
		ySum[side - 1] += y;
	}

	long voxels() {
		return n[0] + n[1];
	}

	boolean hasBothSides() {
		return n[0] > 0 && n[1] > 0;
	}

	double x() {
		return (xSum[0] + xSum[1]) / voxels();
	}

	double y() {
		return (ySum[0] + ySum[1]) / voxels();
	}

	/** 0 if a side is missing. */
	double xPreToPost() {
		return hasBothSides() ? xSum[1] / n[1] - xSum[0] / n[0] : 0;
	}

	/** 0 if a side is missing. */
	double yPreToPost() {
		return hasBothSides() ? ySum[1] / n[1] - ySum[0] / n[0] : 0;
	}
}
