
package org.twostream.ui.page;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;

import javax.swing.JComponent;

import org.twostream.ui.look.Look;

/** The list of keys, drawn over the window until it is clicked. */
@SuppressWarnings("serial")
final class KeyList extends JComponent {

	private static final int LINE = 26;
	private static final int EDGE = 28;
	private static final int COLUMN = 190;
	private static final int WIDTH = 640;

	private final transient List<PageKeys.Line> lines;

	KeyList(final List<PageKeys.Line> lines) {
		this.lines = lines;
		setName("keylist");
		addMouseListener(new MouseAdapter() {

			@Override
			public void mousePressed(final MouseEvent e) {
				setVisible(false);
			}
		});
	}

	@Override
	protected void paintComponent(final Graphics graphics) {
		final Graphics2D g = (Graphics2D) graphics.create();
		try {
			Look.smooth(g);
			g.setColor(new Color(0, 0, 0, 150));
			g.fillRect(0, 0, getWidth(), getHeight());
			final int height = LINE * (lines.size() + 4) + 2 * EDGE;
			g.translate((getWidth() - WIDTH) / 2, (getHeight() - height) / 2);
			g.setColor(Look.PANEL);
			g.fillRoundRect(0, 0, WIDTH, height, 16, 16);
			g.setColor(Look.TEXT);
			g.setFont(Look.font(Font.BOLD, 17));
			g.drawString("Keys", EDGE, EDGE + 14);
			int y = EDGE + LINE + 16;
			for (final PageKeys.Line line : lines) {
				g.setFont(Look.font(Font.BOLD, 14));
				g.setColor(Look.CURSOR);
				g.drawString(line.keys(), EDGE, y);
				g.setFont(Look.font(Font.PLAIN, 14));
				g.setColor(Look.TEXT);
				g.drawString(line.does(), EDGE + COLUMN, y);
				y += LINE;
			}
			g.setColor(Look.DIM);
			g.drawString("Mouse: a click is Space; drag, or shift-click, for a run;",
				EDGE, y + 8);
			g.drawString("the right button only moves the cursor.", EDGE, y + 8 +
				LINE - 4);
		}
		finally {
			g.dispose();
		}
	}
}
