
package org.twostream.review.scene;

/**
 * How a volume stands before a screen: a similarity from nm to pixels. Pixels
 * have a third coordinate, the distance behind the screen's plane.
 *
 * @param centre what is in the middle of the screen
 * @param turn rotation from nm to pixels
 * @param nmPerPixel of the screen
 */
public record Pose(Point centre, Turn turn, double nmPerPixel) {

	/**
	 * Upright as an ROI's patch.
	 *
	 * @param angle degrees, as {@link org.twostream.roi.Roi#angle()}
	 */
	public static Pose of(final Point centre, final double angle,
		final double nmPerPixel)
	{
		return new Pose(centre, Turn.aboutZ(-angle), nmPerPixel);
	}

	/**
	 * Out of an affine transform, such as that of BigDataViewer in nm.
	 *
	 * @param affine 12 numbers, 3 rows of 4, from nm to pixels; a similarity
	 * @param width pixels of the screen
	 * @param height pixels of the screen
	 */
	public static Pose of(final double[] affine, final int width,
		final int height)
	{
		final double scale = Math.sqrt(affine[0] * affine[0] + affine[4] *
			affine[4] + affine[8] * affine[8]);
		final double[][] m = new double[3][3];
		for (int r = 0; r < 3; r++)
			for (int c = 0; c < 3; c++)
				m[r][c] = affine[4 * r + c] / scale;
		final Turn turn = Turn.of(m);
		final Point middle = new Point(width / 2.0 - affine[3], height / 2.0 -
			affine[7], -affine[11]);
		return new Pose(turn.back(middle).times(1 / scale), turn, 1 / scale);
	}

	/**
	 * From nm to pixels.
	 *
	 * @return 12 numbers, 3 rows of 4, as {@code AffineTransform3D.set} of
	 *         ImgLib2 takes them
	 */
	public double[] affine(final int width, final int height) {
		final double[][] m = turn.matrix();
		final Point c = turn.apply(centre);
		final double[] affine = new double[12];
		final double[] middle = { width / 2.0, height / 2.0, 0 };
		for (int r = 0; r < 3; r++) {
			for (int k = 0; k < 3; k++)
				affine[4 * r + k] = m[r][k] / nmPerPixel;
			affine[4 * r + 3] = middle[r] - c.along(r) / nmPerPixel;
		}
		return affine;
	}

	/** What is at a pixel of a screen of this size. */
	public Point at(final double right, final double down, final int width,
		final int height)
	{
		return centre.plus(turn.back(new Point(right - width / 2.0, down - height /
			2.0, 0)).times(nmPerPixel));
	}

	/** The pixel where a place is seen. */
	public Point pixel(final Point place, final int width, final int height) {
		return turn.apply(place.minus(centre)).times(1 / nmPerPixel).plus(new Point(
			width / 2.0, height / 2.0, 0));
	}
}
