
package org.twostream.ui.map;

import java.awt.event.ActionEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

import org.twostream.core.Answer;
import org.twostream.review.map.ReviewMap;

/** What mouse and keys do, in words and in deed. */
final class MapKeys {

	/** A line of the list of keys. */
	record Line(String keys, String does) {
	}

	static final List<Line> LINES = List.of(new Line("Click", "choose a point"),
		new Line("Drag", "choose what it goes round"), new Line("Shift",
			"beside what is chosen"), new Line("Wheel", "closer, further"), new Line(
				"Right drag", "move the map"), new Line("Esc", "choose nothing"),
		new Line("W", "the whole map"), new Line("C", "other colours"), new Line(
			"T, F, U", "answer the current one"), new Line("N, P",
				"next, previous open one"), new Line("Ctrl + Z, Y", "undo, redo"),
		new Line("O", "another window beside"));

	private final Map<String, Runnable> strokes = new LinkedHashMap<>();

	MapKeys(final ReviewMap map, final Runnable openOther, final Runnable close) {
		strokes.put("T", () -> map.answer(Answer.TRUE));
		strokes.put("F", () -> map.answer(Answer.FALSE));
		strokes.put("U", () -> map.answer(Answer.UNSURE));
		strokes.put("N", () -> map.goOn(1));
		strokes.put("P", () -> map.goOn(-1));
		strokes.put("C", () -> map.colour(map.colours().next()));
		strokes.put("W", map::fit);
		strokes.put("ESCAPE", map::chooseAll);
		strokes.put("O", openOther);
		// with the key that menus use on any system
		for (final String menu : List.of("ctrl ", "meta ")) {
			strokes.put(menu + "Z", map::undo);
			strokes.put(menu + "Y", map::redo);
			strokes.put(menu + "W", close);
		}
	}

	/** Lets them work wherever in the window the focus is. */
	@SuppressWarnings("serial")
	void bind(final JComponent root) {
		strokes.forEach((key, action) -> {
			root.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).put(KeyStroke
				.getKeyStroke(key), key);
			root.getActionMap().put(key, new AbstractAction() {

				@Override
				public void actionPerformed(final ActionEvent e) {
					action.run();
				}
			});
		});
	}
}
