
package org.twostream.ui.look;

import java.util.List;
import java.util.function.Consumer;

import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;

import org.twostream.review.session.ReviewDesk;
import org.twostream.review.session.ReviewWindowKind;

/**
 * Opens the only other kind of window, or lets choose among several.
 *
 * @param kind of the window that asks
 * @param above what the menu stands on, at its right end
 * @param say told in a sentence why nothing was opened
 */
public record OpenBeside(ReviewDesk desk, String kind, JComponent above,
		Consumer<String> say) {

	/** On the event thread. */
	public void open() {
		final List<ReviewWindowKind> others = desk.kinds().stream().filter(k -> !k
			.name().equals(kind)).toList();
		if (others.isEmpty()) say.accept("No other window can be opened here.");
		else if (others.size() == 1) open(others.get(0));
		else {
			final JPopupMenu menu = new JPopupMenu();
			for (final ReviewWindowKind other : others)
				menu.add(new JMenuItem(other.title())).addActionListener(e -> open(
					other));
			menu.show(above, above.getWidth() - menu.getPreferredSize().width - 12,
				-menu.getPreferredSize().height);
		}
	}

	private void open(final ReviewWindowKind other) {
		try {
			desk.open(other.name());
		}
		catch (final RuntimeException e) {
			say.accept(String.valueOf(e.getMessage()));
		}
	}
}
