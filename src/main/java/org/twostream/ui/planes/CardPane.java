
package org.twostream.ui.planes;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

import javax.swing.JComponent;

import org.twostream.core.Answer;
import org.twostream.review.session.AnswerColours;

/** The card beside the planes. */
@SuppressWarnings("serial")
final class CardPane extends JComponent {

	private static final int WIDTH = 280;
	private static final int MARGIN = 14;
	private static final int COLUMNS = 3;

	private final List<Rectangle> tiles = new ArrayList<>();
	private Optional<PlanesCard> card = Optional.empty();

	/** @param clicked told the row of a neighbour that was clicked */
	CardPane(final IntConsumer clicked) {
		setName("card");
		setPreferredSize(new Dimension(WIDTH, 600));
		addMouseListener(new MouseAdapter() {

			@Override
			public void mouseClicked(final MouseEvent e) {
				for (int i = 0; i < tiles.size(); i++)
					if (tiles.get(i).contains(e.getPoint()) && card.isPresent()) clicked
						.accept(card.get().neighbours().get(i).neighbour().row());
			}
		});
	}

	void show(final PlanesCard newCard) {
		card = Optional.of(newCard);
		repaint();
	}

	@Override
	protected void paintComponent(final Graphics graphics) {
		final Graphics2D g = (Graphics2D) graphics;
		g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
			RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
			RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		g.setColor(Shades.PANEL);
		g.fillRect(0, 0, getWidth(), getHeight());
		tiles.clear();
		card.ifPresent(c -> paint(g, c));
	}

	private void paint(final Graphics2D g, final PlanesCard c) {
		int y = MARGIN;
		for (int i = 0; i < c.lines().size(); i++)
			y = text(g, c.lines().get(i), y, i == 0 ? Font.BOLD : Font.PLAIN, i == 0
				? Shades.TEXT : Shades.DIM);
		y += 6;
		final int side = getWidth() - 2 * MARGIN;
		if (c.item() >= 0) {
			picture(g, c.patch(), new Rectangle(MARGIN, y, side, side), c.answer());
			y = text(g, c.answer().map(Answer::text).orElse("not answered yet"), y +
				side + 6, Font.BOLD, new Color(AnswerColours.of(c.answer())));
		}
		if (!c.neighbours().isEmpty()) y = neighbours(g, c, y + 8);
		y = text(g, c.journal().words(), Math.max(y + 8, getHeight() - 52),
			Font.PLAIN, Shades.DIM);
		text(g, c.journal().file(), y, Font.PLAIN, Shades.DIM);
	}

	private int neighbours(final Graphics2D g, final PlanesCard c,
		final int top)
	{
		int y = text(g, "Nearest to the centre of its cluster of " + c
			.clusterSize(), top, Font.PLAIN, Shades.DIM) + 4;
		final int edge = (getWidth() - 2 * MARGIN - (COLUMNS - 1) * 8) / COLUMNS;
		for (int i = 0; i < c.neighbours().size(); i++) {
			final PlanesCard.Tile tile = c.neighbours().get(i);
			final Rectangle r = new Rectangle(MARGIN + i % COLUMNS * (edge + 8), y +
				i / COLUMNS * (edge + 8), edge, edge);
			tiles.add(r);
			picture(g, tile.patch(), r, tile.neighbour().answer());
		}
		y += (c.neighbours().size() + COLUMNS - 1) / COLUMNS * (edge + 8);
		return y;
	}

	private static void picture(final Graphics2D g,
		final Optional<BufferedImage> picture, final Rectangle r,
		final Optional<Answer> answer)
	{
		g.setColor(Shades.GROUND);
		g.fill(r);
		picture.ifPresent(p -> g.drawImage(p, r.x, r.y, r.width, r.height, null));
		g.setColor(new Color(AnswerColours.of(answer)));
		for (int i = 0; i < 2; i++)
			g.drawRect(r.x + i, r.y + i, r.width - 1 - 2 * i, r.height - 1 - 2 * i);
	}

	/** Returns where the next line starts; long lines are broken at words. */
	private int text(final Graphics2D g, final String line, final int top,
		final int style, final Color colour)
	{
		g.setFont(Shades.font(style, 13));
		g.setColor(colour);
		final FontMetrics m = g.getFontMetrics();
		int y = top;
		String rest = line;
		while (!rest.isEmpty()) {
			int n = rest.length();
			while (n > 1 && m.stringWidth(rest.substring(0, n)) > getWidth() - 2 *
				MARGIN)
			{
				final int space = rest.lastIndexOf(' ', n - 1);
				n = space > 0 ? space : n - 1;
			}
			g.drawString(rest.substring(0, n), MARGIN, y + m.getAscent());
			y += m.getHeight();
			rest = rest.substring(n).trim();
		}
		return line.isEmpty() ? top + m.getHeight() / 2 : y;
	}
}
