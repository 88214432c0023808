
package org.twostream.review.page;

/** The outline of a mask along the edges of its pixels. */
public final class MaskEdges {

	private MaskEdges() {}

	/** Told of a piece of outline. */
	@FunctionalInterface
	public interface Edge {

		/** From one corner of a pixel to another, in pixels. */
		void line(int x0, int y0, int x1, int y1);
	}

	/**
	 * Goes along all edges between pixels of a value and others, the border of
	 * the picture included; straight pieces as one.
	 *
	 * @param mask x fastest
	 * @param width of the mask
	 * @param value whose pixels are outlined
	 */
	public static void forEach(final byte[] mask, final int width,
		final int value, final Edge edge)
	{
		if (width == 0) return;
		final int height = mask.length / width;
		for (int y = 0; y <= height; y++)
			for (int x = 0, start = -1; x <= width; x++) {
				final boolean here = x < width && is(mask, width, x, y, value) != is(
					mask, width, x, y - 1, value);
				if (here && start < 0) start = x;
				if (!here && start >= 0) {
					edge.line(start, y, x, y);
					start = -1;
				}
			}
		for (int x = 0; x <= width; x++)
			for (int y = 0, start = -1; y <= height; y++) {
				final boolean here = y < height && is(mask, width, x, y, value) != is(
					mask, width, x - 1, y, value);
				if (here && start < 0) start = y;
				if (!here && start >= 0) {
					edge.line(x, start, x, y);
					start = -1;
				}
			}
	}

	private static boolean is(final byte[] mask, final int width, final int x,
		final int y, final int value)
	{
		return x >= 0 && x < width && y >= 0 && y * width < mask.length && mask[x +
			width * y] == value;
	}
}
