
package org.twostream.ui.bdv;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

import javax.swing.Icon;

import org.twostream.review.page.MaskEdges;
import org.twostream.roi.PatchFrame;

/** An aligned patch with the outline of its mask. */
final class PatchIcon implements Icon {

	private static final int SIDE = PatchFrame.SIDE;

	private final BufferedImage image = new BufferedImage(SIDE, SIDE,
		BufferedImage.TYPE_INT_RGB);
	private final Path2D outline = new Path2D.Float();
	private final int size;
	private final Color colour;
	private final boolean plainToo;

	/**
	 * @param patch as {@link org.twostream.review.session.PatchReader} gives it
	 * @param size pixels of an edge
	 * @param colour of the outline
	 * @param plainToo whether the image alone stands at its left
	 */
	PatchIcon(final byte[] patch, final int size, final Color colour,
		final boolean plainToo)
	{
		this.size = size;
		this.colour = colour;
		this.plainToo = plainToo;
		final byte[] mask = new byte[PatchFrame.PIXELS];
		for (int i = 0; i < PatchFrame.PIXELS; i++) {
			final int v = patch[i] & 255;
			image.setRGB(i % SIDE, i / SIDE, v << 16 | v << 8 | v);
			mask[i] = patch[PatchFrame.PIXELS + i];
		}
		for (int side = 1; side <= 2; side++)
			MaskEdges.forEach(mask, SIDE, side, (x0, y0, x1, y1) -> {
				outline.moveTo(x0, y0);
				outline.lineTo(x1, y1);
			});
	}

	@Override
	public void paintIcon(final Component c, final Graphics graphics, final int x,
		final int y)
	{
		final Graphics2D g = (Graphics2D) graphics.create();
		g.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
			RenderingHints.VALUE_INTERPOLATION_BICUBIC);
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING,
			RenderingHints.VALUE_ANTIALIAS_ON);
		g.translate(x, y);
		if (plainToo) {
			g.drawImage(image, 0, 0, size, size, null);
			g.translate(size, 0);
		}
		g.drawImage(image, 0, 0, size, size, null);
		final double scale = (double) size / SIDE;
		g.scale(scale, scale);
		g.setColor(colour);
		g.setStroke(new BasicStroke((float) (1.5 / scale)));
		g.draw(outline);
		g.dispose();
	}

	@Override
	public int getIconWidth() {
		return plainToo ? 2 * size : size;
	}

	@Override
	public int getIconHeight() {
		return size;
	}
}
