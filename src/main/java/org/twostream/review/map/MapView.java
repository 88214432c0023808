
package org.twostream.review.map;

import org.twostream.query.map.EmbeddingMap;

/**
 * Which part of a map is on the screen. Map coordinates have y upwards, pixels
 * downwards.
 *
 * @param x map coordinate in the middle of the screen
 * @param y map coordinate in the middle of the screen
 * @param scale pixels per unit of the map, above 0
 * @param width pixels
 * @param height pixels
 */
public record MapView(double x, double y, double scale, int width, int height) {

	/** Share of the screen that the whole map fills. */
	private static final double FILLED = 0.9;
	/** Of a map whose points all lie in one place. */
	private static final double SMALLEST = 1e-6;

	/** The whole map. */
	public static MapView whole(final EmbeddingMap map, final int width,
		final int height)
	{
		final double[] x = range(map.x());
		final double[] y = range(map.y());
		final double scale = FILLED * Math.min(width / Math.max(SMALLEST, x[1] -
			x[0]), height / Math.max(SMALLEST, y[1] - y[0]));
		return new MapView((x[0] + x[1]) / 2, (y[0] + y[1]) / 2, Math.max(SMALLEST,
			scale), width, height);
	}

	private static double[] range(final float[] values) {
		double low = Double.POSITIVE_INFINITY;
		double high = Double.NEGATIVE_INFINITY;
		for (final float v : values) {
			low = Math.min(low, v);
			high = Math.max(high, v);
		}
		return values.length == 0 ? new double[2] : new double[] { low, high };
	}

	/** Pixels from the left. */
	public double screenX(final double mapX) {
		return width / 2.0 + (mapX - x) * scale;
	}

	/** Pixels from the top. */
	public double screenY(final double mapY) {
		return height / 2.0 - (mapY - y) * scale;
	}

	/** What is at so many pixels from the left. */
	public double mapX(final double screenX) {
		return x + (screenX - width / 2.0) / scale;
	}

	/** What is at so many pixels from the top. */
	public double mapY(final double screenY) {
		return y - (screenY - height / 2.0) / scale;
	}

	/** Closer by a factor; what is under the mouse stays there. */
	public MapView zoomed(final double atX, final double atY,
		final double factor)
	{
		final double fixedX = mapX(atX);
		final double fixedY = mapY(atY);
		return new MapView(fixedX + (x - fixedX) / factor, fixedY + (y - fixedY) /
			factor, scale * factor, width, height);
	}

	/** Moved with the mouse by pixels. */
	public MapView dragged(final double right, final double down) {
		return new MapView(x - right / scale, y + down / scale, scale, width,
			height);
	}

	/** The same middle on another screen. */
	public MapView resized(final int toWidth, final int toHeight) {
		final double factor = Math.min((double) toWidth / Math.max(1, width),
			(double) toHeight / Math.max(1, height));
		return new MapView(x, y, scale * Math.max(SMALLEST, factor), toWidth,
			toHeight);
	}
}
