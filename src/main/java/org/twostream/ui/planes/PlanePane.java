
package org.twostream.ui.planes;

import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.image.BufferedImage;

import javax.swing.JComponent;
import javax.swing.SwingUtilities;

import org.twostream.review.scene.PlaneAxis;

/** Shows a picture of a plane and takes the mouse. */
@SuppressWarnings("serial")
final class PlanePane extends JComponent {

	/** Pixels across a side plane. */
	static final int SIDE = 240;
	/** What moves less between press and release is a click, pixels. */
	private static final int CLICK = 3;

	/** What the mouse does in a plane; places in pixels of the pane. */
	interface Mouse {

		void clicked(PlaneAxis plane, int x, int y, boolean shift);

		void dragged(PlaneAxis plane, int right, int down);

		/** @param notches down or towards the person is above 0 */
		void scrolled(PlaneAxis plane, double notches);

		void zoomed(PlaneAxis plane, int x, int y, double notches);

		void moved(PlaneAxis plane, int x, int y);
	}

	private final PlaneAxis plane;
	private BufferedImage picture;

	PlanePane(final PlaneAxis plane, final Mouse mouse) {
		this.plane = plane;
		this.picture = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
		setName(plane.name());
		setOpaque(true);
		setPreferredSize(plane == PlaneAxis.XY ? new Dimension(840, 640)
			: new Dimension(SIDE, SIDE));
		setMinimumSize(new Dimension(60, 60));
		setCursor(Cursor.getPredefinedCursor(Cursor.CROSSHAIR_CURSOR));
		final Listener listener = new Listener(mouse);
		addMouseListener(listener);
		addMouseMotionListener(listener);
		addMouseWheelListener(listener);
	}

	PlaneAxis plane() {
		return plane;
	}

	void show(final BufferedImage newPicture) {
		picture = newPicture;
		repaint();
	}

	@Override
	protected void paintComponent(final Graphics g) {
		g.setColor(Shades.GROUND);
		g.fillRect(0, 0, getWidth(), getHeight());
		// While the window changes its size, the picture's middle stays the middle.
		g.drawImage(picture, (getWidth() - picture.getWidth()) / 2, (getHeight() -
			picture.getHeight()) / 2, null);
	}

	private final class Listener extends MouseAdapter {

		private final Mouse mouse;
		private int x;
		private int y;
		private boolean drags;

		Listener(final Mouse mouse) {
			this.mouse = mouse;
		}

		@Override
		public void mousePressed(final MouseEvent e) {
			x = e.getX();
			y = e.getY();
			drags = false;
		}

		@Override
		public void mouseDragged(final MouseEvent e) {
			mouse.moved(plane, e.getX(), e.getY());
			if (!drags && Math.hypot(e.getX() - x, e.getY() - y) <= CLICK) return;
			drags = true;
			mouse.dragged(plane, e.getX() - x, e.getY() - y);
			x = e.getX();
			y = e.getY();
		}

		@Override
		public void mouseReleased(final MouseEvent e) {
			if (!drags && SwingUtilities.isLeftMouseButton(e)) mouse.clicked(plane, e
				.getX(), e.getY(), e.isShiftDown());
			drags = false;
		}

		@Override
		public void mouseMoved(final MouseEvent e) {
			mouse.moved(plane, e.getX(), e.getY());
		}

		@Override
		public void mouseWheelMoved(final MouseWheelEvent e) {
			final double notches = e.getPreciseWheelRotation();
			if (e.isControlDown() || e.isMetaDown()) mouse.zoomed(plane, e.getX(), e
				.getY(), notches);
			else mouse.scrolled(plane, notches);
		}
	}
}
