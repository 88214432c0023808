
package org.twostream.ui.planes;

import java.awt.event.ActionEvent;
import java.util.List;

import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** Keys of a window, with what the list of keys says of them. Immutable. */
final class PlanesKeys {

	/**
	 * An action and the keys for it.
	 *
	 * @param keys as people read them
	 * @param does what it does, for the list
	 * @param strokes as {@link KeyStroke#getKeyStroke(String)} reads them
	 */
	record Key(String keys, String does, List<String> strokes, Runnable action) {

		/** With strokes parted by commas. */
		static Key of(final String keys, final String does, final String strokes,
			final Runnable action)
		{
			return new Key(keys, does, List.of(strokes.split(",\\s*")), action);
		}
	}

	private final List<Key> keys;

	PlanesKeys(final List<Key> keys) {
		this.keys = List.copyOf(keys);
	}

	/** In the order of the list. */
	List<Key> list() {
		return keys;
	}

	/** Lets them work wherever the focus is inside of a component. */
	@SuppressWarnings("serial")
	void bind(final JComponent root) {
		for (final Key key : keys)
			for (final String stroke : key.strokes()) {
				root.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(
					KeyStroke.getKeyStroke(stroke), stroke);
				root.getActionMap().put(stroke, new AbstractAction() {

					@Override
					public void actionPerformed(final ActionEvent e) {
						key.action().run();
					}
				});
			}
	}
}
