
package org.twostream.ui.page;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.twostream.core.Answer;
import org.twostream.review.page.PageLayout;
import org.twostream.review.page.ReviewPage;
import org.twostream.review.page.TileBounds;
import org.twostream.ui.look.DrawnPane;
import org.twostream.ui.look.Look;

/** The tiles of a page. */
@SuppressWarnings("serial")
final class TilePane extends DrawnPane {

	private final transient ReviewPage page;
	private final transient TileImages images;
	private int shown;

	TilePane(final ReviewPage page) {
		super("tiles", "Tiles to answer");
		this.page = page;
		images = new TileImages(page);
		setPreferredSize(new Dimension(1500, 800));
	}

	PageLayout tileLayout() {
		return new PageLayout(getWidth(), getHeight(), page.grid());
	}

	/** Tiles with a picture when all was drawn last. */
	int shown() {
		return shown;
	}

	/** Draws some tiles again, where they are on the page. */
	void redraw(final Collection<Integer> items) {
		final List<Integer> here = page.items();
		if (items.size() > here.size() / 2) repaint();
		else for (final int item : items)
			if (here.contains(item)) {
				final TileBounds b = tileLayout().tile(here.indexOf(item));
				repaint(b.x() - 3, b.y() - 3, b.width() + 6, b.height() + 6);
			}
	}

	/** These may be on the page next. */
	void prepare(final List<Integer> items) {
		images.prepare(items);
	}

	/** Prepares nothing more. */
	void close() {
		images.close();
	}

	/** Another page, or the cursor elsewhere. */
	void pageChanged() {
		images.turned();
		if (!page.items().isEmpty()) getAccessibleContext()
			.setAccessibleDescription("Tile " + (page.items().indexOf(page.cursor()) +
				1) + " of " + page.items().size() + ": " + page.about(page.cursor()));
		repaint();
	}

	@Override
	protected void draw(final Graphics2D g) {
		final PageLayout layout = tileLayout();
		final double scale = g.getTransform().getScaleX();
		images.size((int) Math.round(layout.side() * scale), (int) Math.ceil(
			PageLayout.DIVIDER * scale));
		final List<Integer> items = page.items();
		final List<Integer> run = page.run();
		int n = 0;
		for (int i = 0; i < items.size(); i++) {
			final TileBounds b = layout.tile(i);
			if (g.hitClip(b.x() - 3, b.y() - 3, b.width() + 6, b.height() + 6) &&
				paintTile(g, items.get(i), b)) n++;
			if (run.size() > 1 && run.contains(items.get(i))) ring(g, b, Look.RUN);
			if (items.get(i) == page.cursor()) ring(g, b, Look.CURSOR);
		}
		if (g.getClipBounds() == null || g.getClipBounds().contains(0, 0,
			getWidth(), getHeight())) shown = n;
		if (items.isEmpty()) {
			g.setColor(Look.TEXT);
			g.setFont(Look.font(Font.PLAIN, 15));
			g.drawString(page.about(), 24, 40);
		}
	}

	/** Returns whether there was a picture. */
	private boolean paintTile(final Graphics2D g, final int item,
		final TileBounds b)
	{
		final Optional<Answer> answer = page.answer(item);
		g.setColor(Look.frame(answer));
		final int frame = answer.isPresent() ? 0 : PageLayout.FRAME - 1;
		g.fillRect(b.x() + frame, b.y() + frame, b.width() - 2 * frame, b.height() -
			2 * frame);
		final Optional<byte[]> patch = page.patch(item);
		if (patch.isPresent()) paintImage(g, images.of(item, patch.get(), answer),
			b);
		else paintMissing(g, b, page.patchFailure(item).isPresent());
		answer.ifPresent(a -> Look.sign(g, a, b.x(), b.y(), Math.max(11, Math.min(
			26, b.height() / 5))));
		return patch.isPresent();
	}

	// Pixel by pixel of the screen, whatever its scale.
	private static void paintImage(final Graphics2D g, final BufferedImage image,
		final TileBounds b)
	{
		final AffineTransform screen = g.getTransform();
		final int x = (int) Math.round(screen.getTranslateX() + screen.getScaleX() *
			(b.x() + PageLayout.FRAME));
		final int y = (int) Math.round(screen.getTranslateY() + screen.getScaleY() *
			(b.y() + PageLayout.FRAME));
		g.setTransform(new AffineTransform());
		g.drawImage(image, x, y, null);
		g.setTransform(screen);
	}

	private static void paintMissing(final Graphics2D g, final TileBounds b,
		final boolean failed)
	{
		g.setColor(Look.PANEL);
		g.fillRect(b.x() + PageLayout.FRAME, b.y() + PageLayout.FRAME, b.width() -
			2 * PageLayout.FRAME, b.height() - 2 * PageLayout.FRAME);
		if (!failed) return;
		g.setColor(Look.FAILURE);
		g.setFont(Look.font(Font.PLAIN, 12));
		g.drawString("cannot be read", b.x() + 10, b.y() + b.height() / 2 + 4);
	}

	private static void ring(final Graphics2D g, final TileBounds b,
		final Color colour)
	{
		g.setColor(colour);
		g.setStroke(new BasicStroke(2));
		g.drawRect(b.x() - 2, b.y() - 2, b.width() + 3, b.height() + 3);
	}
}
