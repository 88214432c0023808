
package org.twostream.roi;

import org.twostream.core.VoxelSize;

/**
 * Where a patch lies: a square in one section, turned about its centre.
 *
 * @param x centre, voxels
 * @param y centre, voxels
 * @param z section
 * @param angle degrees by which the section is turned counter-clockwise (as
 *          seen with y down) to get the patch
 * @param sideNm side of the square
 * @param voxelSize nm
 */
public record PatchFrame(double x, double y, long z, double angle,
		double sideNm, VoxelSize voxelSize) {

	/** Pixels along each side of every patch. */
	public static final int SIDE = 112;

	/** Pixels of a patch. */
	public static final int PIXELS = SIDE * SIDE;

	/** Nanometres per pixel. */
	double step() {
		return sideNm / SIDE;
	}

	/** Told of each pixel, or part of one. */
	@FunctionalInterface
	interface Point {

		/** A point of pixel i at these voxel coordinates. */
		void at(int i, double x, double y);
	}

	/**
	 * Goes through the pixels, x fastest.
	 *
	 * @param fine points per pixel along each axis, evenly spread
	 */
	void forEach(final int fine, final Point point) {
		final double radians = StrictMath.toRadians(angle);
		final double cos = StrictMath.cos(radians);
		final double sin = StrictMath.sin(radians);
		final double step = step() / fine;
		final double middle = (SIDE * fine - 1) / 2.0;
		for (int row = 0; row < SIDE * fine; row++)
			for (int column = 0; column < SIDE * fine; column++) {
				final double u = (column - middle) * step;
				final double v = (row - middle) * step;
				point.at(column / fine + SIDE * (row / fine), x + (u * cos - v * sin) /
					voxelSize.x(), y + (u * sin + v * cos) / voxelSize.y());
			}
	}

	/** How far from the centre a point of the patch may lie, nm. */
	double reachNm() {
		return sideNm * Math.sqrt(0.5);
	}
}
