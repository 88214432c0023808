
package org.twostream.ui.page;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Optional;

import org.twostream.core.Answer;
import org.twostream.roi.PatchFrame;
import org.twostream.ui.look.Look;

/**
 * Draws patches: at the left the image, at the right the same with the mask
 * over it in the colour of the answer. A post-synaptic side is striped where
 * the pre-synaptic one is plain. Immutable.
 */
final class TileArt {

	private static final float FILL = 0.34f;
	private static final float EDGE = 0.62f;
	private static final int STRIPE = 3;

	private final Resampling resampling;
	private final int divider;

	/**
	 * @param side pixels of each of the two squares
	 * @param divider pixels between them
	 */
	TileArt(final int side, final int divider) {
		resampling = new Resampling(side);
		this.divider = divider;
	}

	/** Pixels of each of the two squares. */
	int side() {
		return resampling.side();
	}

	/** Pixels between them. */
	int divider() {
		return divider;
	}

	/**
	 * @param patch image, then mask: 0 outside, 1 inside or pre-synaptic, 2
	 *          post-synaptic
	 * @param answer gives the colour
	 * @param masks false for the image at both sides
	 * @return two squares and the divider wide
	 */
	BufferedImage render(final byte[] patch, final Optional<Answer> answer,
		final boolean masks)
	{
		final int side = side();
		final int width = 2 * side + divider;
		final BufferedImage out = new BufferedImage(width, side,
			BufferedImage.TYPE_INT_RGB);
		final int[] pixels = ((DataBufferInt) out.getRaster().getDataBuffer())
			.getData();
		final float[] grey = resampling.apply(patch, 0, b -> b & 255);
		for (int y = 0; y < side; y++)
			for (int x = 0; x < side; x++) {
				final int v = Math.round(grey[x + side * y]);
				pixels[x + width * y] = v << 16 | v << 8 | v;
				pixels[x + side + divider + width * y] = pixels[x + width * y];
			}
		if (masks) for (int value = 1; value <= 2; value++)
			if (has(patch, value)) over(pixels, value, patch, Look.mask(answer));
		return out;
	}

	private static boolean has(final byte[] patch, final int value) {
		for (int i = PatchFrame.PIXELS; i < patch.length; i++)
			if (patch[i] == value) return true;
		return false;
	}

	private void over(final int[] pixels, final int value, final byte[] patch,
		final Color colour)
	{
		final int side = side();
		final float[] share = resampling.apply(patch, PatchFrame.PIXELS,
			b -> b == value ? 1 : 0);
		for (int y = 0; y < side; y++)
			for (int x = 0; x < side; x++) {
				final float c = share[x + side * y];
				if (c <= 0) continue;
				final boolean gap = value == 2 && (x + y) / STRIPE % 2 == 0;
				final float alpha = c * (gap ? 0 : FILL) + EDGE * 4 * c * (1 - c);
				final int i = x + side + divider + (2 * side + divider) * y;
				pixels[i] = mix(pixels[i], colour, Math.min(0.95f, alpha));
			}
	}

	private static int mix(final int grey, final Color colour,
		final float alpha)
	{
		final float v = (1 - alpha) * (grey & 255);
		return Math.round(v + alpha * colour.getRed()) << 16 | Math.round(v +
			alpha * colour.getGreen()) << 8 | Math.round(v + alpha * colour
				.getBlue());
	}
}
