
package org.twostream.roi;

import org.twostream.core.Box;

/** Centroids of a mask and of its two sides, over any number of sections. */
final class SideSums {

	private final long[] n = new long[2];
	private final double[] xSum = new double[2];
	private final double[] ySum = new double[2];

	/**
	 * Adds a section.
	 *
	 * @param voxels of the box: 0 outside, 1 or 2
	 */
	void add(final Box section, final byte[] voxels) {
		int i = 0;
		for (long y = section.yMin(); y < section.yMax(); y++)
			for (long x = section.xMin(); x < section.xMax(); x++) {
				final int side = voxels[i++] - 1;
				if (side < 0) continue;
				n[side]++;
				xSum[side] += x;
				ySum[side] += y;
			}
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
