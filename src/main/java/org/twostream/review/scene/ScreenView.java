
package org.twostream.review.scene;

/**
 * What a screen shows of a volume.
 *
 * @param pose how the volume stands before the screen
 * @param width pixels
 * @param height pixels
 */
public record ScreenView(Pose pose, int width, int height) {

	/** The place at a pixel. */
	public Point at(final double right, final double down) {
		return pose.at(right, down, width, height);
	}

	/**
	 * Where a place is seen.
	 *
	 * @return pixels to the right, down, and behind the screen's plane
	 */
	public Point pixel(final Point place) {
		return pose.pixel(place, width, height);
	}

	/** Whether a pixel, as of {@link #pixel}, is on the screen. */
	public boolean holds(final Point pixel) {
		return pixel.x() >= 0 && pixel.y() >= 0 && pixel.x() < width && pixel
			.y() < height;
	}

	/**
	 * How what this shows lies in another view, seen from the front.
	 *
	 * @return 6 numbers, column by column as {@code java.awt.geom} takes them,
	 *         from pixels of this to pixels of the other
	 */
	public double[] onto(final ScreenView other) {
		final Point origin = other.pixel(at(0, 0));
		final Point right = other.pixel(at(1, 0)).minus(origin);
		final Point down = other.pixel(at(0, 1)).minus(origin);
		return new double[] { right.x(), right.y(), down.x(), down.y(), origin.x(),
			origin.y() };
	}
}
