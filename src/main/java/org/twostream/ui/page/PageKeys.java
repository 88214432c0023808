
package org.twostream.ui.page;

import java.awt.event.ActionEvent;
import java.util.ArrayList;
import java.util.List;

import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

import org.twostream.core.Answer;
import org.twostream.review.page.PageActions;
import org.twostream.review.page.ReviewPage;

/** What every key does. */
final class PageKeys {

	/**
	 * A line of the list of keys.
	 *
	 * @param keys as people read them
	 * @param does what they do
	 * @param strokes as {@link KeyStroke#getKeyStroke(String)} reads them, each
	 *          with its action
	 */
	record Line(String keys, String does, List<Stroke> strokes) {
	}

	/** A key and its action. */
	record Stroke(String key, Runnable action) {
	}

	private final List<Line> lines = new ArrayList<>();

	PageKeys(final ReviewPage page, final Runnable openOther,
		final Runnable showKeys, final Runnable escape)
	{
		final PageActions a = page.actions();
		add("arrows", "move the cursor", arrows(page, ""));
		add("Shift + arrows", "extend the run from the cursor", arrows(page,
			"shift "));
		add("T, F, U", "answer True, False, Unsure", List.of(new Stroke("T", () -> a
			.give(Answer.TRUE)), new Stroke("F", () -> a.give(Answer.FALSE)),
			new Stroke("U", () -> a.give(Answer.UNSURE))));
		add("Space", "next answer: False, Unsure, True", "SPACE", a::cycle);
		add("Enter", "Done: the rest of the page is True; go on", "ENTER", a::done);
		add("Page Up, Page Down", "a page back, forward", List.of(new Stroke(
			"PAGE_UP", () -> page.turn(-1)), new Stroke("PAGE_DOWN", () -> page.turn(
				1))));
		add("Home, End", "first, last page", List.of(new Stroke("HOME", () -> page
			.show(0)), new Stroke("END", () -> page.show(page.count() - 1))));
		add("Ctrl + Z", "undo, also what was answered in an earlier start", both(
			"Z", a::undo));
		add("Ctrl + Y", "redo", both("Y", a::redo));
		add("S", "second look: the sections through the object", "S",
			a::toggleSecondLook);
		add("M", "masks on or off", "M", page::toggleMasks);
		add("R", "by cluster, or random order", "R", page::toggleRandom);
		add("+, -", "more, fewer tiles", List.of(new Stroke("typed +", page::finer),
			new Stroke("typed -", page::coarser)));
		add("O", "open another window beside this one", "O", openOther);
		add("?", "this list", List.of(new Stroke("typed ?", showKeys), new Stroke(
			"F1", showKeys)));
		add("Esc", "back from the second look, this list, or what the map chose",
			"ESCAPE", escape);
	}

	private void add(final String keys, final String does, final String key,
		final Runnable action)
	{
		add(keys, does, List.of(new Stroke(key, action)));
	}

	private void add(final String keys, final String does,
		final List<Stroke> strokes)
	{
		lines.add(new Line(keys, does, strokes));
	}

	private static List<Stroke> arrows(final ReviewPage page,
		final String modifier)
	{
		final boolean extend = !modifier.isEmpty();
		return List.of(new Stroke(modifier + "LEFT", () -> page.arrow(-1, 0,
			extend)), new Stroke(modifier + "RIGHT", () -> page.arrow(1, 0, extend)),
			new Stroke(modifier + "UP", () -> page.arrow(0, -1, extend)), new Stroke(
				modifier + "DOWN", () -> page.arrow(0, 1, extend)));
	}

	/** With the key that menus use on any system. */
	private static List<Stroke> both(final String key, final Runnable action) {
		return List.of(new Stroke("ctrl " + key, action), new Stroke("meta " + key,
			action));
	}

	/** All keys, in the order of the list. */
	List<Line> lines() {
		return List.copyOf(lines);
	}

	/** Lets them work wherever in the window the focus is. */
	@SuppressWarnings("serial")
	void bind(final JComponent root) {
		for (final Line line : lines)
			for (final Stroke stroke : line.strokes()) {
				root.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).put(KeyStroke
					.getKeyStroke(stroke.key()), stroke.key());
				root.getActionMap().put(stroke.key(), new AbstractAction() {

					@Override
					public void actionPerformed(final ActionEvent e) {
						stroke.action().run();
					}
				});
			}
	}
}
