
package org.twostream.ui.planes;

import java.util.List;
import java.util.OptionalInt;

import org.twostream.core.Answer;
import org.twostream.review.session.ReviewSession;

/** Answers to the current query, and ways to others. On the event thread. */
final class QueryMoves {

	private final ReviewSession session;
	private final Surface surface;
	private boolean goesOn = true;

	QueryMoves(final ReviewSession session, final Surface surface) {
		this.session = session;
		this.surface = surface;
	}

	void answer(final Answer answer) {
		if (session.items().isEmpty()) return;
		surface.say("");
		final int item = session.current();
		final OptionalInt next = session.nextOpen(item, 1);
		session.answer(List.of(item), answer);
		if (!goesOn) return;
		if (next.isPresent() && next.getAsInt() != item) session.select(next
			.getAsInt());
		else surface.say("That was the last: all queries are answered.");
	}

	void cycle() {
		if (!session.items().isEmpty()) session.cycle(session.current());
	}

	void undo() {
		session.undo();
	}

	void redo() {
		session.redo();
	}

	/** Goes to the next query without an answer, or the one before. */
	void nextOpen(final int step) {
		session.nextOpen(session.current(), step).ifPresentOrElse(session::select,
			() -> surface.say("All queries are answered."));
	}

	/** Goes to the neighbouring query, answered or not. */
	void next(final int step) {
		if (!session.items().isEmpty()) session.select(Math.floorMod(session
			.current() + step, session.items().size()));
	}

	void toggleGoesOn() {
		goesOn = !goesOn;
		surface.say(goesOn ? "An answer goes on to the next query."
			: "An answer stays at the query.");
	}
}
