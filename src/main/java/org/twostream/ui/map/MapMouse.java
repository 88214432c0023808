
package org.twostream.ui.map;

import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.util.Optional;

import javax.swing.SwingUtilities;

import org.twostream.review.map.Lasso;
import org.twostream.review.map.ReviewMap;

/**
 * Left: a click chooses a point, a drag what it goes round, with shift beside
 * what is chosen. Other buttons move the map, the wheel brings it closer.
 */
final class MapMouse extends MouseAdapter {

	private static final double ZOOM = 1.2;
	/** Pixels that a click may slip. */
	private static final int SLIP = 4;

	private final ReviewMap map;
	private final MapPane pane;
	private Optional<Lasso> lasso = Optional.empty();
	private int x;
	private int y;
	private boolean slipped;

	MapMouse(final ReviewMap map, final MapPane pane) {
		this.map = map;
		this.pane = pane;
	}

	/** Takes part in what the mouse does over the pane. */
	void bind() {
		pane.addMouseListener(this);
		pane.addMouseMotionListener(this);
		pane.addMouseWheelListener(this);
	}

	@Override
	public void mousePressed(final MouseEvent e) {
		pane.requestFocusInWindow();
		x = e.getX();
		y = e.getY();
		slipped = false;
		if (!SwingUtilities.isLeftMouseButton(e)) return;
		lasso = Optional.of(new Lasso());
		lasso.get().add(x, y);
	}

	@Override
	public void mouseDragged(final MouseEvent e) {
		slipped |= Math.hypot(e.getX() - x, e.getY() - y) > SLIP;
		if (lasso.isPresent()) {
			lasso.get().add(e.getX(), e.getY());
			if (slipped) pane.show(lasso);
		}
		else {
			map.drag(e.getX() - x, e.getY() - y);
			x = e.getX();
			y = e.getY();
		}
	}

	@Override
	public void mouseReleased(final MouseEvent e) {
		if (lasso.isEmpty() || !SwingUtilities.isLeftMouseButton(e)) return;
		final Lasso line = lasso.get();
		lasso = Optional.empty();
		pane.show(lasso);
		if (slipped) map.choose(line, e.isShiftDown());
		else map.click(e.getX(), e.getY(), e.isShiftDown());
	}

	@Override
	public void mouseMoved(final MouseEvent e) {
		map.point(e.getX(), e.getY());
	}

	@Override
	public void mouseExited(final MouseEvent e) {
		map.pointNowhere();
	}

	@Override
	public void mouseWheelMoved(final MouseWheelEvent e) {
		map.zoom(e.getX(), e.getY(), Math.pow(ZOOM, -e.getPreciseWheelRotation()));
	}
}
