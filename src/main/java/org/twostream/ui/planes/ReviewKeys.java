
package org.twostream.ui.planes;

import java.util.ArrayList;
import java.util.List;

import org.twostream.core.Answer;
import org.twostream.review.session.ReviewDesk;
import org.twostream.review.session.ReviewWindowKind;
import org.twostream.ui.planes.PlanesKeys.Key;

/** The list of keys. What is added here works and is listed. */
final class ReviewKeys {

	private ReviewKeys() {}

	static PlanesKeys of(final PlanesControl c, final Surface surface,
		final ReviewDesk desk, final String kind)
	{
		final List<Key> keys = new ArrayList<>();
		final QueryMoves q = new QueryMoves(desk.session(), surface);
		answers(keys, c, q);
		queries(keys, c, q);
		places(keys, c, surface);
		looks(keys, c);
		keys.add(Key.of("O", "open another window beside this one", "O",
			() -> others(surface, desk, kind)));
		keys.add(Key.of("?", "this list", "typed ?, F1", surface::toggleKeys));
		keys.add(Key.of("Ctrl + W", "close this window", "ctrl W, meta W",
			surface::leave));
		return new PlanesKeys(keys);
	}

	private static void answers(final List<Key> keys, final PlanesControl c,
		final QueryMoves q)
	{
		keys.add(Key.of("T", "answer True", "T", () -> q.answer(Answer.TRUE)));
		keys.add(Key.of("F", "answer False", "F", () -> q.answer(Answer.FALSE)));
		keys.add(Key.of("U", "answer Unsure", "U", () -> q.answer(Answer.UNSURE)));
		keys.add(Key.of("Space", "next answer: False, Unsure, True", "SPACE",
			q::cycle));
		keys.add(Key.of("X", "mark a missed object at the mouse", "X",
			c::markMissed));
		keys.add(Key.of("A", "go on after an answer, or stay", "A",
			q::toggleGoesOn));
		keys.add(Key.of("Ctrl + Z", "undo, also of an earlier start",
			"ctrl Z, meta Z", () -> q.undo()));
		keys.add(Key.of("Ctrl + Y", "redo", "ctrl Y, meta Y", () -> q.redo()));
	}

	private static void queries(final List<Key> keys, final PlanesControl c,
		final QueryMoves q)
	{
		keys.add(Key.of("N, P", "next, previous query without an answer", "N",
			() -> q.nextOpen(1)));
		keys.add(new Key("", "", List.of("P"), () -> q.nextOpen(-1)));
		keys.add(Key.of("Right, Left", "next, previous query", "RIGHT", () -> q
			.next(1)));
		keys.add(new Key("", "", List.of("LEFT"), () -> q.next(-1)));
		keys.add(Key.of("B", "back to the query, as it is seen best", "B",
			c::back));
	}

	private static void places(final List<Key> keys, final PlanesControl c,
		final Surface surface)
	{
		// Typed: else the letter itself may still go into the field that opens.
		keys.add(Key.of("G", "go to an ROI by its id, or to x,y,z",
			"typed g, typed G", surface::ask));
		keys.add(Key.of("C", "centre the planes at the mouse", "C",
			c::centreAtMouse));
		keys.add(Key.of("Up, Down", "a section back, on", "UP", () -> c.scroll(
			-1)));
		keys.add(new Key("", "", List.of("DOWN"), () -> c.scroll(1)));
		keys.add(Key.of("Page Up, Page Down", "ten sections back, on", "PAGE_UP",
			() -> c.scroll(-10)));
		keys.add(new Key("", "", List.of("PAGE_DOWN"), () -> c.scroll(10)));
		keys.add(Key.of("+, -", "closer, further", "typed +, typed =", () -> c.zoom(
			1)));
		keys.add(new Key("", "", List.of("typed -"), () -> c.zoom(-1)));
	}

	private static void looks(final List<Key> keys, final PlanesControl c) {
		keys.add(Key.of("R", "objects upright, or sections as stored", "R",
			c::toggleUpright));
		keys.add(Key.of("V", "probability on or off", "V", () -> c.change(c
			.settings().toggleProbability())));
		keys.add(Key.of("[, ]", "probability fainter, stronger", "typed [", () -> c
			.change(c.settings().moreOpaque(-1))));
		keys.add(new Key("", "", List.of("typed ]"), () -> c.change(c.settings()
			.moreOpaque(1))));
		keys.add(Key.of("L", "outlines on or off", "L", () -> c.change(c.settings()
			.toggleOutlines())));
		keys.add(Key.of("I", "interpolation on or off", "I", () -> c.change(c
			.settings().toggleSmooth())));
	}

	private static void others(final Surface surface, final ReviewDesk desk,
		final String kind)
	{
		final List<ReviewWindowKind> others = desk.kinds().stream().filter(k -> !k
			.name().equals(kind)).toList();
		if (others.isEmpty()) surface.say("No other window can be opened here.");
		else if (others.size() == 1) desk.open(others.get(0).name());
		else surface.choose(others);
	}
}
