
package org.twostream.measure.report;

import java.awt.image.BufferedImage;
import java.util.Optional;

import org.twostream.core.Answer;

/**
 * A square picture of one ROI for a {@link Montage}.
 *
 * @param side pixels
 * @param image side * side grey values, x fastest, 0..255
 * @param mask as image, non-zero is the ROI; its outline is drawn; may be empty
 * @param answer colour of the frame; empty for no frame
 * @param caption one short line below, may be ""
 */
public record Patch(int side, byte[] image, byte[] mask,
		Optional<Answer> answer, String caption) {

	/**
	 * @throws IllegalArgumentException if an array has not side * side values
	 */
	public Patch {
		if (image.length != side * side || mask.length != 0 && mask.length != side *
			side) throw new IllegalArgumentException("Patch of " + image.length +
				" and " + mask.length + " values, not of side " + side);
	}

	/** The grey values with the outline of the mask over them. */
	BufferedImage render() {
		final BufferedImage out = new BufferedImage(side, side,
			BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < side; y++)
			for (int x = 0; x < side; x++) {
				final int v = image[x + side * y] & 0xFF;
				out.setRGB(x, y, edge(x, y) ? Palette.YELLOW.getRGB() : v << 16 |
					v << 8 | v);
			}
		return out;
	}

	private boolean edge(final int x, final int y) {
		if (!inside(x, y)) return false;
		return !inside(x - 1, y) || !inside(x + 1, y) || !inside(x, y - 1) ||
			!inside(x, y + 1);
	}

	private boolean inside(final int x, final int y) {
		return mask.length > 0 && x >= 0 && y >= 0 && x < side && y < side &&
			mask[x + side * y] != 0;
	}
}
