
package org.twostream.review.scene;

/**
 * A plane on a screen. Pixels count from the upper left corner of the view,
 * whose centre is at (width / 2, height / 2).
 *
 * @param axis how the plane lies
 * @param centre what is in the middle of the screen
 * @param angle degrees by which the plane is turned counter-clockwise, as
 *          {@link org.twostream.roi.Roi#angle()}
 * @param nmPerPixel of the screen
 * @param width pixels
 * @param height pixels
 */
public record PlaneView(PlaneAxis axis, Point centre, double angle,
		double nmPerPixel, int width, int height) {

	/** What is at a pixel. */
	public Point at(final double right, final double down) {
		final double u = (right - width / 2.0) * nmPerPixel;
		final double v = (down - height / 2.0) * nmPerPixel;
		final double cos = Math.cos(Math.toRadians(angle));
		final double sin = Math.sin(Math.toRadians(angle));
		return centre.with(axis.right(), centre.along(axis.right()) + u * cos - v *
			sin).with(axis.down(), centre.along(axis.down()) + u * sin + v * cos);
	}

	/**
	 * From voxels to pixels.
	 *
	 * @return a, b, c, d, e, f: (right, down) in voxels is at pixel (a right + c
	 *         down + e, b right + d down + f), the order of
	 *         {@code java.awt.geom.AffineTransform}
	 */
	public double[] fromVoxels(final VoxelGrid grid) {
		final double cos = Math.cos(Math.toRadians(angle)) / nmPerPixel;
		final double sin = Math.sin(Math.toRadians(angle)) / nmPerPixel;
		final double x = grid.edge(axis.right());
		final double y = grid.edge(axis.down());
		final double u = centre.along(axis.right());
		final double v = centre.along(axis.down());
		return new double[] { cos * x, -sin * x, sin * y, cos * y, width / 2.0 -
			cos * u - sin * v, height / 2.0 + sin * u - cos * v };
	}

	/** From pixels to voxels; as {@link #fromVoxels}. */
	public double[] toVoxels(final VoxelGrid grid) {
		final double x = grid.edge(axis.right());
		final double y = grid.edge(axis.down());
		final Point origin = at(0, 0);
		final double cos = Math.cos(Math.toRadians(angle)) * nmPerPixel;
		final double sin = Math.sin(Math.toRadians(angle)) * nmPerPixel;
		return new double[] { cos / x, sin / y, -sin / x, cos / y, origin.along(axis
			.right()) / x, origin.along(axis.down()) / y };
	}

	/** The voxels in sight, with a margin of two, as far as there are any. */
	public PlaneRegion region(final VoxelGrid grid) {
		final long[] range = { Long.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE,
			Long.MIN_VALUE };
		for (int corner = 0; corner < 4; corner++) {
			final Point p = at(corner % 2 * width, corner / 2 * height);
			final long u = Math.round(p.along(axis.right()) / grid.edge(axis
				.right()));
			final long v = Math.round(p.along(axis.down()) / grid.edge(axis.down()));
			range[0] = Math.min(range[0], u - 2);
			range[1] = Math.min(range[1], v - 2);
			range[2] = Math.max(range[2], u + 3);
			range[3] = Math.max(range[3], v + 3);
		}
		final long right = grid.length(axis.right());
		final long down = grid.length(axis.down());
		return new PlaneRegion(axis, grid.nearest(axis.normal(), centre.along(axis
			.normal())), clamp(range[0], right), clamp(range[1], down), clamp(
				range[2], right), clamp(range[3], down));
	}

	private static long clamp(final long v, final long max) {
		return Math.max(0, Math.min(max, v));
	}

	/** Whether any of a rectangle of voxels may be in sight. */
	boolean mayShow(final VoxelGrid grid, final PlaneRegion part) {
		final double[] m = fromVoxels(grid);
		double left = Double.MAX_VALUE;
		double top = Double.MAX_VALUE;
		double right = -Double.MAX_VALUE;
		double bottom = -Double.MAX_VALUE;
		for (int corner = 0; corner < 4; corner++) {
			final double u = corner % 2 == 0 ? part.rightMin() - 1 : part.rightMax();
			final double v = corner / 2 == 0 ? part.downMin() - 1 : part.downMax();
			final double px = m[0] * u + m[2] * v + m[4];
			final double py = m[1] * u + m[3] * v + m[5];
			left = Math.min(left, px);
			right = Math.max(right, px);
			top = Math.min(top, py);
			bottom = Math.max(bottom, py);
		}
		return right >= 0 && left <= width && bottom >= 0 && top <= height;
	}
}
