
package org.twostream.ui.page;

import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.OptionalInt;

import javax.swing.SwingUtilities;

import org.twostream.review.page.PageLayout;
import org.twostream.review.page.ReviewPage;

/**
 * A click gives a tile its next answer, a drag does so for a run, a shift-click
 * takes the last tile's answer on to this one, and the right button only looks.
 */
final class TileMouse extends MouseAdapter {

	/** What letting go of the button does. */
	private enum Press {
			NONE, CYCLE, COPY
	}

	private final ReviewPage page;
	private final TilePane pane;
	private Press press = Press.NONE;

	TileMouse(final ReviewPage page, final TilePane pane) {
		this.page = page;
		this.pane = pane;
	}

	private OptionalInt item(final MouseEvent e) {
		final OptionalInt tile = pane.tileLayout().at(e.getX(), e.getY());
		return tile.isPresent() && tile.getAsInt() < page.items().size()
			? OptionalInt.of(page.items().get(tile.getAsInt())) : OptionalInt.empty();
	}

	@Override
	public void mousePressed(final MouseEvent e) {
		pane.requestFocusInWindow();
		press = Press.NONE;
		final OptionalInt item = item(e);
		if (item.isEmpty()) return;
		if (!SwingUtilities.isLeftMouseButton(e) || e.isPopupTrigger()) page.goTo(
			item.getAsInt());
		else if (e.isShiftDown()) {
			page.extendTo(item.getAsInt());
			press = Press.COPY;
		}
		else {
			page.goTo(item.getAsInt());
			press = Press.CYCLE;
		}
	}

	@Override
	public void mouseDragged(final MouseEvent e) {
		if (press == Press.NONE) return;
		final PageLayout layout = pane.tileLayout();
		final int tile = Math.min(page.items().size() - 1, layout.nearest(e.getX(),
			e.getY()));
		if (tile >= 0 && page.items().get(tile) != page.cursor()) page.extendTo(page
			.items().get(tile));
	}

	@Override
	public void mouseReleased(final MouseEvent e) {
		final Press was = press;
		press = Press.NONE;
		if (was == Press.CYCLE) page.actions().cycle();
		else if (was == Press.COPY) page.actions().copy();
	}

	@Override
	public void mouseMoved(final MouseEvent e) {
		page.point(item(e));
	}

	@Override
	public void mouseExited(final MouseEvent e) {
		page.point(OptionalInt.empty());
	}
}
