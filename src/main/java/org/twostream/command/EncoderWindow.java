
package org.twostream.command;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

import org.twostream.embed.Reconstructions;
import org.twostream.embed.VaeCurve;
import org.twostream.embed.VaeView;
import org.twostream.measure.report.VaeFigures;

/**
 * A window with the curves of an encoder's training and, below them, patches
 * beside their reconstructions; it stays when training ends.
 */
final class EncoderWindow implements VaeView {

	private static final int WIDTH = 1040;
	private static final int CHART = 336;

	private final String stream;
	private final LivePicture picture;

	private EncoderWindow(final String stream) {
		this.stream = stream;
		picture = new LivePicture("TwoStream " + stream + " encoder");
	}

	/** A window where somebody can see it, else nothing. */
	static VaeView ifWatched(final String stream) {
		return LivePicture.watched() ? new EncoderWindow(stream) : VaeView.NONE;
	}

	@Override
	public void point(final VaeCurve curve, final Reconstructions shown) {
		if (picture.wanted()) picture.show(draw(stream, curve, shown));
	}

	static BufferedImage draw(final String stream, final VaeCurve curve,
		final Reconstructions shown)
	{
		final BufferedImage patches = VaeFigures.reconstructions(stream, shown,
			stream.equals("image")).image();
		final int height = WIDTH * patches.getHeight() / patches.getWidth();
		final BufferedImage all = new BufferedImage(WIDTH, CHART + height,
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = all.createGraphics();
		try {
			g.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
				RenderingHints.VALUE_INTERPOLATION_BILINEAR);
			g.setColor(Color.WHITE);
			g.fillRect(0, 0, WIDTH, CHART);
			final String title = "The " + stream + " encoder";
			g.drawImage(VaeFigures.l1(stream, title, curve).image(), 0, 0, WIDTH / 2,
				CHART, null);
			g.drawImage(VaeFigures.kl(stream, title, curve).image(), WIDTH / 2, 0,
				WIDTH / 2, CHART, null);
			g.drawImage(patches, 0, CHART, WIDTH, height, null);
		}
		finally {
			g.dispose();
		}
		return all;
	}
}
