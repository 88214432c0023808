
package org.twostream.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twostream.core.Answer;

class EditHistoryTest {

	@TempDir
	Path folder;

	private EditHistory history(final String annotator) {
		return EditHistory.of(Verdicts.read(folder), annotator);
	}

	private static Set<String> uuids(final Optional<List<Verdict>> events) {
		return events.orElse(List.of()).stream().map(Verdict::uuid).collect(
			Collectors.toSet());
	}

	/** What an undoing takes back, of any number. */
	private static Set<String> undone(final Optional<List<Verdict>> events) {
		return events.orElse(List.of()).stream().map(Verdict::undoes).collect(
			Collectors.toSet());
	}

	/** An editor as in a textbook: two stacks of actions. */
	private static final class Editor {

		private final Deque<List<Verdict>> undo = new ArrayDeque<>();
		private final Deque<List<Verdict>> redo = new ArrayDeque<>();
		private final List<Verdict> answers = new ArrayList<>();
		private final Set<String> off = new HashSet<>();

		void act(final List<Verdict> action) {
			undo.push(action);
			redo.clear();
			answers.addAll(action);
		}

		void undo() {
			redo.push(undo.pop());
			redo.peek().forEach(v -> off.add(v.uuid()));
		}

		void redo() {
			undo.push(redo.pop());
			undo.peek().forEach(v -> off.remove(v.uuid()));
		}

		Map<Anchor.Key, Answer> state() {
			final Map<Anchor.Key, Answer> state = new LinkedHashMap<>();
			for (final Verdict v : answers)
				if (!off.contains(v.uuid())) state.put(v.anchor().key(), v.answer());
			return state;
		}
	}

	/** The clock that a computer has at a start: not always later. */
	private static Clock clock(final SplittableRandom random) {
		final Instant start = Instant.parse("2026-01-02T03:04:05Z").plusSeconds(
			random.nextInt(100));
		return new Clock() {

			private int looks;

			@Override
			public ZoneId getZone() {
				return ZoneOffset.UTC;
			}

			@Override
			public Clock withZone(final ZoneId zone) {
				return this;
			}

			@Override
			public Instant instant() {
				return start.plus(Duration.ofMillis(looks++ / 3));
			}
		};
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void isThatOfAnEditorWithTwoStacksAcrossRestarts(final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final Editor editor = new Editor();
		final EditHistory live = history("Ann");
		int restarts = 0;
		Journal journal = Journal.open(folder, "Ann", clock(random));
		try (Journal bob = Journal.open(folder, "Bob", clock(random))) {
			for (int step = 0; step < 120; step++) {
				bob.record(Samples.entry(random.nextInt(9), Answer.FALSE));
				final int what = random.nextInt(7);
				if (what < 2) {
					final List<Journal.Entry> entries = new ArrayList<>();
					for (int i = random.nextInt(4); i >= 0; i--)
						entries.add(Samples.entry(random.nextInt(9), Answer.values()[random
							.nextInt(3)]));
					final List<Verdict> action = journal.recordAll(entries);
					editor.act(action);
					live.add(action);
				}
				else if (what < 4 && !editor.undo.isEmpty()) {
					live.add(journal.undoAll(history("Ann").toUndo().orElseThrow()));
					editor.undo();
				}
				else if (what < 6 && !editor.redo.isEmpty()) {
					live.add(journal.undoAll(history("Ann").toRedo().orElseThrow()));
					editor.redo();
				}
				else if (what == 6) {
					journal.close();
					journal = Journal.open(folder, "Ann", clock(random));
					restarts++;
				}
				for (final EditHistory h : List.of(live, history("Ann"))) {
					assertEquals(uuids(Optional.ofNullable(editor.undo.peek())), uuids(h
						.toUndo()), "step " + step);
					assertEquals(uuids(Optional.ofNullable(editor.redo.peek())), undone(h
						.toRedo()), "step " + step);
				}
				assertEquals(editor.state(), Verdicts.read(folder).current().stream()
					.filter(v -> v.annotator().equals("Ann")).collect(Collectors.toMap(
						v -> v.anchor().key(), Verdict::answer)), "step " + step);
			}
		}
		journal.close();
		assertTrue(restarts > 5);
	}

	@Test
	void undoingAnUndoingOfAnUndoingIsUndoing() {
		try (Journal journal = Journal.open(folder, "Ann")) {
			final Verdict answer = journal.record(Samples.entry(1, Answer.TRUE));
			final Verdict undo = journal.undo(answer);
			final Verdict redo = journal.undo(undo);
			assertEquals(Set.of(answer.uuid()), uuids(history("Ann").toUndo()));
			final Verdict again = journal.undo(redo);
			assertTrue(history("Ann").toUndo().isEmpty());
			assertEquals(Set.of(again.uuid()), uuids(history("Ann").toRedo()));
			journal.undoAll(history("Ann").toRedo().orElseThrow());
			assertEquals(1, Verdicts.read(folder).current().size());
			assertTrue(history("Ann").toRedo().isEmpty());
		}
	}

	@Test
	void whatTwoWindowsUndidAtOnceComesBackWithOneRedo() {
		try (Journal a = Journal.open(folder, "Ann");
				Journal b = Journal.open(folder, "Ann"))
		{
			final Verdict answer = a.record(Samples.entry(1, Answer.TRUE));
			final Verdict first = a.undo(answer);
			final Verdict second = b.undo(answer);
			final EditHistory history = history("Ann");
			assertEquals(Set.of(first.uuid(), second.uuid()), uuids(history
				.toRedo()));
			history.add(a.undoAll(history.toRedo().orElseThrow()));
			assertEquals(1, Verdicts.read(folder).current().size());
			assertEquals(Set.of(answer.uuid()), uuids(history.toUndo()));
			assertTrue(history.toRedo().isEmpty());
		}
	}

	@Test
	void ofAnActionUndoneInPartTheRestIsLeft() {
		try (Journal journal = Journal.open(folder, "Ann")) {
			final List<Verdict> action = journal.recordAll(List.of(Samples.entry(1,
				Answer.TRUE), Samples.entry(2, Answer.TRUE)));
			journal.undo(action.get(0));
			assertEquals(Set.of(action.get(1).uuid()), uuids(history("Ann")
				.toUndo()));
			assertEquals(Set.of(action.get(0).uuid()), undone(history("Ann")
				.toRedo()));
		}
	}

	@Test
	void othersAnswersAreNotMineToUndo() {
		try (Journal bob = Journal.open(folder, "Bob")) {
			bob.record(Samples.entry(1, Answer.TRUE));
		}
		assertTrue(history("Ann").toUndo().isEmpty());
		assertTrue(history(" Bob ").toUndo().isPresent());
	}
}
