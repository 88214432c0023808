
package org.twostream.ui.look;

import java.awt.Color;
import java.awt.Cursor;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;

import javax.swing.BorderFactory;
import javax.swing.JButton;

/** A button on the dark foot. A click leaves the keys with the tiles. */
@SuppressWarnings("serial")
public final class FlatButton extends JButton {

	private Color fill = Look.RAISED;

	public FlatButton(final String name, final String text, final String tip,
		final Runnable action)
	{
		super(text);
		setName(name);
		setToolTipText(tip);
		setRequestFocusEnabled(false);
		setContentAreaFilled(false);
		setFocusPainted(false);
		setOpaque(false);
		setForeground(Look.TEXT);
		setFont(Look.font(Font.PLAIN, 13));
		setBorder(BorderFactory.createEmptyBorder(7, 12, 7, 12));
		setCursor(Cursor.getPredefinedCursor(Cursor.HAND_CURSOR));
		addActionListener(e -> action.run());
	}

	/** The same as the one that is pressed most. */
	public FlatButton leading(final Color colour) {
		fill = colour;
		setFont(Look.font(Font.BOLD, 15));
		setForeground(Color.WHITE);
		setBorder(BorderFactory.createEmptyBorder(11, 20, 11, 20));
		return this;
	}

	@Override
	protected void paintComponent(final Graphics graphics) {
		final Graphics2D g = (Graphics2D) graphics.create();
		Look.smooth(g);
		g.setColor(getModel().isRollover() || getModel().isPressed() ? fill
			.brighter() : fill);
		g.fillRoundRect(0, 0, getWidth(), getHeight(), 8, 8);
		if (isFocusOwner()) {
			g.setColor(Look.CURSOR);
			g.drawRoundRect(1, 1, getWidth() - 3, getHeight() - 3, 8, 8);
		}
		g.dispose();
		super.paintComponent(graphics);
	}
}
