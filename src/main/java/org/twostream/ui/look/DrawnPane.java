
package org.twostream.ui.look;

import java.awt.Graphics;
import java.awt.Graphics2D;

import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;

/** A dark pane that draws itself and takes the focus. */
@SuppressWarnings("serial")
public abstract class DrawnPane extends JComponent {

	/** @param name for programs; the accessible one is a sentence */
	protected DrawnPane(final String name, final String accessible) {
		setName(name);
		setFocusable(true);
		setOpaque(true);
		getAccessibleContext().setAccessibleName(accessible);
	}

	@Override
	public final AccessibleContext getAccessibleContext() {
		if (accessibleContext == null) accessibleContext =
			new AccessibleJComponent()
			{

				@Override
				public AccessibleRole getAccessibleRole() {
					return AccessibleRole.CANVAS;
				}
			};
		return accessibleContext;
	}

	/** Draws on the ground colour. */
	protected abstract void draw(Graphics2D g);

	@Override
	protected final void paintComponent(final Graphics graphics) {
		final Graphics2D g = (Graphics2D) graphics.create();
		try {
			Look.smooth(g);
			g.setColor(Look.GROUND);
			g.fillRect(0, 0, getWidth(), getHeight());
			draw(g);
		}
		finally {
			g.dispose();
		}
	}
}
