
package org.twostream.ui.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.twostream.core.Answer;
import org.twostream.review.map.ReviewMap;
import org.twostream.review.page.MaskEdges;
import org.twostream.review.session.AnswerColours;
import org.twostream.roi.PatchFrame;
import org.twostream.ui.look.DrawnPane;
import org.twostream.ui.look.Look;

/** The ROI under the mouse, or else the current one, and what the keys do. */
@SuppressWarnings("serial")
final class MapCard extends DrawnPane {

	private static final int WIDTH = 300;
	private static final int EDGE = 20;
	private static final int SIDE = WIDTH - 2 * EDGE;
	private static final int LINE = 20;
	private static final int KEYS = 78;

	private final transient ReviewMap map;
	private final transient List<MapKeys.Line> keys;

	MapCard(final ReviewMap map, final List<MapKeys.Line> keys) {
		super("card", "The ROI that is pointed at or current");
		this.map = map;
		this.keys = keys;
		setPreferredSize(new Dimension(WIDTH, 600));
	}

	@Override
	protected void draw(final Graphics2D g) {
		g.setColor(Look.PANEL);
		g.fillRect(0, 0, getWidth(), getHeight());
		final Optional<Answer> answer = map.answer();
		map.patch().ifPresentOrElse(p -> patch(g, p, answer), () -> {
			g.setColor(Look.RAISED);
			g.fillRect(EDGE, EDGE, SIDE, SIDE);
		});
		answer.ifPresent(a -> Look.sign(g, a, EDGE + SIDE - 26, EDGE + 6, 20));
		int y = EDGE + SIDE + 28;
		for (final String line : map.about()) {
			g.setFont(Look.font(y == EDGE + SIDE + 28 ? Font.BOLD : Font.PLAIN, 14));
			g.setColor(y == EDGE + SIDE + 28 ? Look.TEXT : Look.DIM);
			g.drawString(line, EDGE, y);
			y += LINE;
		}
		keys(g, Math.max(y + LINE, getHeight() - EDGE - LINE * (keys.size() - 1)));
	}

	private void keys(final Graphics2D g, final int top) {
		int y = top;
		for (final MapKeys.Line line : keys) {
			g.setFont(Look.font(Font.BOLD, 12));
			g.setColor(Look.CURSOR);
			g.drawString(line.keys(), EDGE, y);
			g.setFont(Look.font(Font.PLAIN, 12));
			g.setColor(Look.DIM);
			g.drawString(line.does(), EDGE + KEYS, y);
			y += LINE;
		}
	}

	private static void patch(final Graphics2D graphics, final byte[] patch,
		final Optional<Answer> answer)
	{
		final Graphics2D g = (Graphics2D) graphics.create(EDGE, EDGE, SIDE, SIDE);
		final BufferedImage image = new BufferedImage(PatchFrame.SIDE,
			PatchFrame.SIDE, BufferedImage.TYPE_BYTE_GRAY);
		image.getRaster().setDataElements(0, 0, PatchFrame.SIDE, PatchFrame.SIDE,
			Arrays.copyOf(patch, PatchFrame.PIXELS));
		g.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
			RenderingHints.VALUE_INTERPOLATION_BICUBIC);
		final double scale = (double) SIDE / PatchFrame.SIDE;
		g.drawImage(image, AffineTransform.getScaleInstance(scale, scale), null);
		g.setStroke(new BasicStroke(1.8f));
		g.setColor(answer.map(Look::of).orElse(new Color(AnswerColours.OPEN)));
		final byte[] mask = Arrays.copyOfRange(patch, PatchFrame.PIXELS, 2 *
			PatchFrame.PIXELS);
		for (int value = 1; value <= 2; value++)
			MaskEdges.forEach(mask, PatchFrame.SIDE, value, (x0, y0, x1, y1) -> g
				.draw(new Line2D.Double(x0 * scale, y0 * scale, x1 * scale, y1 *
					scale)));
		g.dispose();
	}
}
