
package org.twostream.ui.page;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

import org.twostream.core.Answer;
import org.twostream.core.Box;
import org.twostream.review.page.MaskEdges;
import org.twostream.review.page.ReviewPage;
import org.twostream.review.page.SecondLook;
import org.twostream.review.page.SectionPicture;
import org.twostream.ui.look.DrawnPane;
import org.twostream.ui.look.Look;

/** Sections through an object that is looked at again. */
@SuppressWarnings("serial")
final class StripPane extends DrawnPane {

	private static final int HEAD = 44;
	private static final int CAPTION = 20;
	private static final int GAP = 10;

	private final transient ReviewPage page;

	StripPane(final ReviewPage page) {
		super("sections", "Sections through the object");
		this.page = page;
	}

	@Override
	protected void draw(final Graphics2D g) {
		page.secondLook().ifPresent(look -> paint(g, look));
	}

	private void paint(final Graphics2D g, final SecondLook look) {
		final Optional<Answer> answer = page.answer(look.item());
		answer.ifPresent(a -> Look.sign(g, a, 2 * GAP, GAP, HEAD - 2 * GAP));
		g.setColor(Look.TEXT);
		g.setFont(Look.font(Font.BOLD, 15));
		g.drawString("Second look, " + (look.index() + 1) + " of " + look.size() +
			"    T true   F false   U unsure   S back", HEAD + GAP, HEAD - GAP - 6);
		page.strip().ifPresent(strip -> paint(g, strip, Look.mask(answer)));
		if (page.strip().isEmpty()) {
			g.setColor(page.stripFailure().isPresent() ? Look.FAILURE : Look.DIM);
			g.setFont(Look.font(Font.PLAIN, 14));
			g.drawString(page.stripFailure().orElse("Reading the sections..."), 2 *
				GAP, HEAD + 2 * CAPTION);
		}
	}

	private void paint(final Graphics2D g, final List<SectionPicture> strip,
		final Color colour)
	{
		int columns = 1;
		for (int c = 1; c <= strip.size(); c++)
			if (side(c, strip.size()) > side(columns, strip.size())) columns = c;
		final int side = side(columns, strip.size());
		final int rows = (strip.size() + columns - 1) / columns;
		final int left = (getWidth() - columns * (side + GAP) + GAP) / 2;
		final int top = HEAD + Math.max(0, (getHeight() - HEAD - rows * (side +
			CAPTION + GAP)) / 2);
		for (int i = 0; i < strip.size(); i++)
			paint(g, strip.get(i), colour, left + i % columns * (side + GAP), top +
				i / columns * (side + CAPTION + GAP), side);
	}

	private int side(final int columns, final int n) {
		final int rows = (n + columns - 1) / columns;
		return Math.max(16, Math.min((getWidth() - GAP) / columns - GAP,
			(getHeight() - HEAD) / rows - CAPTION - GAP));
	}

	private void paint(final Graphics2D all, final SectionPicture picture,
		final Color colour, final int x, final int y, final int side)
	{
		all.setColor(picture.frame().best() ? Look.TEXT : Look.DIM);
		all.setFont(Look.font(picture.frame().best() ? Font.BOLD : Font.PLAIN, 12));
		all.drawString("section " + picture.frame().z() + (picture.frame().best()
			? ", as on the page" : ""), x, y + side + CAPTION - 5);
		final Graphics2D g = (Graphics2D) all.create(x, y, side, side);
		try {
			g.setColor(Look.PANEL);
			g.fillRect(0, 0, side, side);
			final Box window = picture.frame().window();
			final Box inside = picture.frame().inside();
			if (inside.isEmpty()) return;
			g.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
				RenderingHints.VALUE_INTERPOLATION_BILINEAR);
			final AffineTransform place = AffineTransform.getScaleInstance(
				(double) side / window.xSize(), (double) side / window.ySize());
			place.translate(inside.xMin() - window.xMin(), inside.yMin() - window
				.yMin());
			g.drawImage(grey(picture), place, null);
			if (page.masks()) outline(g, picture, place, colour);
		}
		finally {
			g.dispose();
		}
	}

	private static BufferedImage grey(final SectionPicture picture) {
		final int width = (int) picture.frame().inside().xSize();
		final int height = (int) picture.frame().inside().ySize();
		final BufferedImage image = new BufferedImage(width, height,
			BufferedImage.TYPE_BYTE_GRAY);
		image.getRaster().setDataElements(0, 0, width, height, picture.grey());
		return image;
	}

	private static void outline(final Graphics2D g, final SectionPicture picture,
		final AffineTransform place, final Color colour)
	{
		for (int value = 1; value <= 2; value++) {
			final Path2D path = new Path2D.Double();
			MaskEdges.forEach(picture.mask(), (int) picture.frame().inside().xSize(),
				value, (x0, y0, x1, y1) -> {
					path.moveTo(x0, y0);
					path.lineTo(x1, y1);
				});
			path.transform(place);
			g.setColor(new Color(0, 0, 0, 120));
			g.setStroke(new BasicStroke(4));
			g.draw(path);
			g.setColor(colour);
			g.setStroke(value == 1 ? new BasicStroke(2) : new BasicStroke(2,
				BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] { 5, 4 },
				0));
			g.draw(path);
		}
	}
}
