
package org.twostream.ui.planes;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;

import javax.swing.JComponent;
import javax.swing.JFrame;

/** The list of keys, over the planes; keys go on working under it. */
@SuppressWarnings("serial")
final class KeyList extends JComponent {

	private static final int LINE = 22;
	private static final int KEYS = 180;
	private static final int WIDTH = 620;

	private final List<String[]> lines = new ArrayList<>();

	KeyList(final PlanesKeys keys, final Runnable close) {
		lines.add(new String[] { "Click",
			"next answer of an object: False, Unsure, True" });
		lines.add(new String[] { "Shift + click",
			"go to an object without answering" });
		lines.add(new String[] { "Drag", "move the planes" });
		lines.add(new String[] { "Wheel", "section by section, in any plane" });
		lines.add(new String[] { "Ctrl + wheel", "closer, further" });
		for (final PlanesKeys.Key key : keys.list())
			if (!key.keys().isEmpty()) lines.add(new String[] { key.keys(), key
				.does() });
		addMouseListener(new MouseAdapter() {

			@Override
			public void mousePressed(final MouseEvent e) {
				close.run();
			}
		});
	}

	/** Shows it, or hides it again. */
	void toggle(final JFrame frame) {
		if (frame.getGlassPane() != this) frame.setGlassPane(this);
		setVisible(!isVisible() || frame.getGlassPane() != this);
	}

	@Override
	protected void paintComponent(final Graphics graphics) {
		final Graphics2D g = (Graphics2D) graphics;
		g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
			RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		final int height = (lines.size() + 1) * LINE;
		final int left = Math.max(0, (getWidth() - WIDTH) / 2);
		final int top = Math.max(0, (getHeight() - height) / 2);
		g.setColor(new Color(0x1F, 0x24, 0x2A, 235));
		g.fillRoundRect(left, top, WIDTH, height, 16, 16);
		int y = top + LINE + LINE / 4;
		for (final String[] line : lines) {
			g.setFont(Shades.font(Font.BOLD, 13));
			g.setColor(Shades.TEXT);
			g.drawString(line[0], left + 20, y);
			g.setFont(Shades.font(Font.PLAIN, 13));
			g.setColor(Shades.DIM);
			g.drawString(line[1], left + 20 + KEYS, y);
			y += LINE;
		}
	}
}
