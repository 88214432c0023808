
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

	/** Told of each row of points. */
	@FunctionalInterface
	interface Row {

		/**
		 * @param row from 0
		 * @param x of its points, voxels of the volume; used again for the next row
		 * @param y as x
		 */
		void at(int row, double[] x, double[] y);
	}

	/**
	 * Goes through rows of points.
	 *
	 * @param fine rows per pixel, and points per pixel in a row, evenly spread
	 */
	void forEachRow(final int fine, final Row target) {
		final double radians = StrictMath.toRadians(angle);
		final double cos = StrictMath.cos(radians);
		final double sin = StrictMath.sin(radians);
		final double step = step() / fine;
		final int n = SIDE * fine;
		final double middle = (n - 1) / 2.0;
		final double[] uCos = new double[n];
		final double[] uSin = new double[n];
		for (int column = 0; column < n; column++) {
			uCos[column] = (column - middle) * step * cos;
			uSin[column] = (column - middle) * step * sin;
		}
		final double xVoxel = voxelSize.x();
		final double yVoxel = voxelSize.y();
		final double[] xs = new double[n];
		final double[] ys = new double[n];
		for (int row = 0; row < n; row++) {
			final double vSin = (row - middle) * step * sin;
			final double vCos = (row - middle) * step * cos;
			for (int column = 0; column < n; column++) {
				xs[column] = x + (uCos[column] - vSin) / xVoxel;
				ys[column] = y + (uSin[column] + vCos) / yVoxel;
			}
			target.at(row, xs, ys);
		}
	}

	/** How far from the centre a point of the patch may lie, nm. */
	double reachNm() {
		return sideNm * Math.sqrt(0.5);
	}
}
