
package org.twostream.review;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an annotator can undo and redo, whichever process and window recorded
 * it: as in any editor, the last action is taken back first, what was taken
 * back last comes back first, and a new answer ends redoing. An action is all
 * events of one {@link Verdict#action}; of one that was taken back in part the
 * rest is left. Not thread-safe.
 */
public final class EditHistory {

	private final String annotator;
	/** Events that concern this annotator, by uuid. */
	private final Map<String, Verdict> events = new HashMap<>();
	/** By uuid of an event, the undoings of it that stand. */
	private final Map<String, Set<String>> against = new HashMap<>();
	/** Answers that stand; the last action is on top. */
	private final ActionStack done = new ActionStack();
	/** Undoings that stand; the last action is on top. */
	private final ActionStack undone = new ActionStack();

	private EditHistory(final String annotator) {
		this.annotator = annotator;
	}

	/**
	 * @param verdicts of all annotators
	 * @param annotator whose history it is
	 */
	public static EditHistory of(final Verdicts verdicts,
		final String annotator)
	{
		final EditHistory history = new EditHistory(annotator.trim());
		history.add(verdicts.events());
		return history;
	}

	/**
	 * Goes on with events that came after all others, such as what a journal has
	 * just recorded. Known ones are passed over, and so is the undoing of an
	 * unknown one.
	 */
	public void add(final List<Verdict> more) {
		for (final Verdict v : more)
			if (!events.containsKey(v.uuid())) {
				if (v.isUndo()) addUndo(v);
				else if (v.annotator().equals(annotator)) addAnswer(v);
			}
	}

	/**
	 * What undo takes back: the answers of the last action that stand, to be
	 * given to {@link Journal#undoAll}. Empty if there is nothing to undo.
	 */
	public Optional<List<Verdict>> toUndo() {
		return done.top();
	}

	/**
	 * What redo takes back: the undoings of the last action that was undone, to
	 * be given to {@link Journal#undoAll}. Each holds the answer that comes back.
	 * Empty if there is nothing to redo.
	 */
	public Optional<List<Verdict>> toRedo() {
		return undone.top();
	}

	private void addAnswer(final Verdict v) {
		events.put(v.uuid(), v);
		done.push(v.action(), v);
		undone.clear();
	}

	private void addUndo(final Verdict undo) {
		final Verdict target = events.get(undo.undoes());
		if (target == null) return;
		events.put(undo.uuid(), undo);
		final boolean redoes = changes(undo) == Change.ON;
		final Set<String> before = against.computeIfAbsent(target.uuid(),
			uuid -> new HashSet<>());
		if (undo.annotator().equals(annotator) && !redoes) undone.push(actionOf(
			before, undo.action()), undo);
		final boolean stood = before.isEmpty();
		before.add(undo.uuid());
		if (stood) settle(target, undo.action());
	}

	/** Whether an event, while it stands, brings its answer back or takes it. */
	private enum Change {
			ON, OFF
	}

	private Change changes(final Verdict undo) {
		int depth = 0;
		Verdict v = undo;
		while (v.isUndo()) {
			v = events.get(v.undoes());
			depth++;
		}
		return depth % 2 == 0 ? Change.ON : Change.OFF;
	}

	/** What was undone twice comes back only when both are taken back. */
	private String actionOf(final Set<String> undoings, final String otherwise) {
		return undoings.stream().flatMap(u -> undone.actionOf(u).stream())
			.findFirst().orElse(otherwise);
	}

	// Each event of the chain that falls lets the one below it stand again, and
	// the other way round.
	private void settle(final Verdict fallen, final String action) {
		final Deque<Verdict> changed = new ArrayDeque<>(List.of(fallen));
		while (!changed.isEmpty()) {
			final Verdict v = changed.pop();
			final boolean stands = against.getOrDefault(v.uuid(), Set.of()).isEmpty();
			if (!v.isUndo()) {
				if (stands) done.push(action, v);
				else done.remove(v);
				continue;
			}
			if (!stands) undone.remove(v);
			final Set<String> below = against.get(v.undoes());
			final boolean was = below.isEmpty();
			if (stands) below.add(v.uuid());
			else below.remove(v.uuid());
			if (was != below.isEmpty()) changed.push(events.get(v.undoes()));
		}
	}
}
