
package org.twostream.review.map;

import org.twostream.query.map.EmbeddingMap;

/**
 * Points as pixels: 100,000 of them at each turn of the wheel, which shapes
 * drawn one by one are too slow for. Colours are ARGB; nothing is transparent.
 */
final class MapRaster {

	/** Share of its own colour that a point keeps while others are chosen. */
	private static final double DIMMED = 0.22;

	private MapRaster() {}

	/** Radius of a point, pixels: the more there are the smaller. */
	static double radius(final int points) {
		return points < 3000 ? 4.2 : points < 20_000 ? 3 : 2;
	}

	/**
	 * @param colours of the points
	 * @param ranks of the points: the higher are drawn over the lower, 0 to 3
	 * @param bright points that keep their colour; all if none does
	 * @return rows of pixels, x fastest
	 */
	static int[] draw(final EmbeddingMap map, final MapView view,
		final int[] colours, final byte[] ranks, final boolean[] bright,
		final int ground)
	{
		final int[] pixels = new int[view.width() * view.height()];
		java.util.Arrays.fill(pixels, ground);
		boolean some = false;
		for (final boolean b : bright)
			some |= b;
		final Dot dot = new Dot(radius(map.size()), view.width(), view.height());
		for (int rank = 0; rank <= 3; rank++)
			for (int i = 0; i < map.size(); i++)
				if (ranks[i] == rank) dot.draw(pixels, view.screenX(map.x()[i]), view
					.screenY(map.y()[i]), some && !bright[i] ? mix(ground, colours[i],
						DIMMED) : colours[i]);
		return pixels;
	}

	/** Between two colours, 0 is the first. */
	static int mix(final int a, final int b, final double share) {
		int mixed = 0xFF;
		for (int shift = 16; shift >= 0; shift -= 8)
			mixed = mixed << 8 | (int) Math.round((1 - share) * (a >> shift & 255) +
				share * (b >> shift & 255));
		return mixed;
	}

	/** A disc with a soft edge. */
	private record Dot(double radius, int width, int height) {

		void draw(final int[] pixels, final double x, final double y,
			final int colour)
		{
			final int reach = (int) Math.ceil(radius + 1);
			// Far away is no whole number any more.
			if (!(x > -reach && y > -reach && x < width + reach && y < height +
				reach)) return;
			final int left = (int) Math.floor(x);
			final int top = (int) Math.floor(y);
			for (int j = Math.max(0, top - reach); j <= Math.min(height - 1, top +
				reach); j++)
				for (int i = Math.max(0, left - reach); i <= Math.min(width - 1, left +
					reach); i++)
				{
					final double u = i + 0.5 - x;
					final double v = j + 0.5 - y;
					final double inside = radius + 0.5 - Math.sqrt(u * u + v * v);
					if (inside <= 0) continue;
					final int p = i + width * j;
					pixels[p] = inside >= 1 ? colour : mix(pixels[p], colour, inside);
				}
		}
	}
}
