
package org.twostream.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Answer;

class VerdictsTest {

	@TempDir
	Path folder;

	private final Clock clock = Samples.ticking();

	private List<Answer> current() {
		return Verdicts.read(folder).current().stream().map(Verdict::answer)
			.toList();
	}

	@Test
	void undoAndRedoAreEventsAndOutliveTheProcess() {
		final Verdict first;
		final Verdict undo;
		try (Journal journal = Journal.open(folder, "Ann", clock)) {
			first = journal.record(Samples.entry(1, Answer.FALSE));
			undo = journal.undo(first);
			assertEquals(List.of(), current());
		}
		try (Journal journal = Journal.open(folder, "Ann", clock)) {
			final Verdict redo = journal.undo(undo);
			assertEquals(List.of(Answer.FALSE), current());
			journal.undo(redo);
			assertEquals(List.of(), current());
		}
		assertEquals(4, Verdicts.read(folder).events().size());
	}

	@Test
	void undoingTheLastAnswerBringsBackTheOneBefore() {
		try (Journal journal = Journal.open(folder, "Ann", clock)) {
			journal.record(Samples.entry(1, Answer.TRUE));
			final Verdict second = journal.record(Samples.entry(1, Answer.FALSE));
			assertEquals(List.of(Answer.FALSE), current());
			journal.undo(second);
			assertEquals(List.of(Answer.TRUE), current());
		}
	}

	@Test
	void lastOfIsWhatUndoTakesBackNext() {
		try (Journal ann = Journal.open(folder, "Ann", clock);
				Journal bob = Journal.open(folder, "Bob", clock))
		{
			final Verdict a = ann.record(Samples.entry(1, Answer.TRUE));
			final Verdict b = ann.record(Samples.entry(2, Answer.TRUE));
			bob.record(Samples.entry(3, Answer.TRUE));
			assertEquals(b, Verdicts.read(folder).lastOf("Ann").orElseThrow());
			ann.undo(b);
			assertEquals(a, Verdicts.read(folder).lastOf("Ann").orElseThrow());
			ann.undo(a);
			assertTrue(Verdicts.read(folder).lastOf("Ann").isEmpty());
		}
	}

	@Test
	void annotatorsDoNotReplaceEachOther() {
		try (Journal ann = Journal.open(folder, "Ann", clock);
				Journal bob = Journal.open(folder, "Bob", clock))
		{
			ann.record(Samples.entry(1, Answer.TRUE));
			bob.record(Samples.entry(1, Answer.FALSE));
		}
		assertEquals(2, current().size());
	}

	@Test
	void theStateAtAMomentIsThatOfTheEventsBefore() {
		final Verdict second;
		try (Journal journal = Journal.open(folder, "Ann", clock)) {
			journal.record(Samples.entry(1, Answer.TRUE));
			second = journal.record(Samples.entry(1, Answer.FALSE));
			journal.undo(second);
		}
		final Verdicts all = Verdicts.read(folder);
		assertEquals(Answer.TRUE, all.at(second.time().minusMillis(1)).current()
			.get(0).answer());
		assertEquals(Answer.FALSE, all.at(second.time()).current().get(0).answer());
		assertEquals(Answer.TRUE, all.current().get(0).answer());
	}

	@Test
	void batchesCanBeLookedAtAlone() {
		try (Journal journal = Journal.open(folder, "Ann", clock)) {
			journal.record(Samples.entry(1, Answer.TRUE));
			journal.record(new Journal.Entry(Samples.anchor(2), Answer.FALSE, "",
				"002", "", -1));
		}
		assertEquals(Answer.FALSE, Verdicts.read(folder).ofBatch("002").current()
			.get(0).answer());
	}

	/** Against a model that keeps a stack of states. */
	@Test
	void anyMixtureOfAnswersUndosAndRedosIsAsIfTheUndoneNeverWas() {
		final SplittableRandom random = new SplittableRandom(11);
		try (Journal journal = Journal.open(folder, "Ann", clock)) {
			final Map<String, Verdict> answers = new LinkedHashMap<>();
			final Map<String, Verdict> lastUndo = new LinkedHashMap<>();
			final Set<String> undone = new HashSet<>();
			for (int step = 0; step < 150; step++) {
				final int what = random.nextInt(3);
				if (what == 0 || answers.isEmpty()) {
					final Verdict v = journal.record(Samples.entry(random.nextInt(6),
						Answer.values()[random.nextInt(3)]));
					answers.put(v.uuid(), v);
				}
				else {
					final List<Verdict> all = List.copyOf(answers.values());
					final Verdict v = all.get(random.nextInt(all.size()));
					if (undone.contains(v.uuid())) {
						journal.undo(lastUndo.get(v.uuid()));
						undone.remove(v.uuid());
					}
					else {
						lastUndo.put(v.uuid(), journal.undo(v));
						undone.add(v.uuid());
					}
				}
			}
			final Map<Anchor.Key, Answer> expected = new LinkedHashMap<>();
			answers.values().stream().filter(v -> !undone.contains(v.uuid())).forEach(
				v -> expected.put(v.anchor().key(), v.answer()));
			final Map<Anchor.Key, Answer> actual = new LinkedHashMap<>();
			Verdicts.read(folder).current().forEach(v -> actual.put(v.anchor().key(),
				v.answer()));
			assertEquals(expected, actual);
		}
	}

	/** Reading on is reading anew, whatever happens to the files. */
	@Test
	void readingOnIsReadingAnew() throws Exception {
		final SplittableRandom random = new SplittableRandom(5);
		final JournalFolder on = new JournalFolder(folder);
		final List<Journal> journals = new ArrayList<>();
		try {
			for (int step = 0; step < 200; step++) {
				final int what = random.nextInt(12);
				if (journals.isEmpty() || what == 0) journals.add(Journal.open(folder,
					"Ann" + random.nextInt(2), clock));
				final Path file = journals.get(random.nextInt(journals.size())).path();
				final byte[] bytes = Files.exists(file) ? Files.readAllBytes(file)
					: new byte[0];
				if (what == 1) Files.write(file, Arrays.copyOf(bytes, random.nextInt(
					bytes.length + 1)));
				else if (what == 2) Files.deleteIfExists(file);
				else if (what == 3) Files.writeString(file, "damaged\n",
					StandardOpenOption.APPEND, StandardOpenOption.CREATE);
				else if (what == 4) Files.writeString(file, "{\"uuid\": \"Zo\u00eb",
					StandardOpenOption.APPEND, StandardOpenOption.CREATE);
				else Files.writeString(file, line(random.nextInt(9)) + (what == 5 ? ""
					: "\n"), StandardOpenOption.APPEND, StandardOpenOption.CREATE);
				assertEquals(Verdicts.read(folder), on.read(), "step " + step);
			}
		}
		finally {
			journals.forEach(Journal::close);
		}
	}

	private static String line(final int i) {
		final Verdict v = Samples.verdict(Samples.anchor(i), "Zo\u00eb",
			Answer.TRUE);
		return new Verdict(java.util.UUID.randomUUID().toString(), v.anchor(), v
			.answer(), "", v.annotator(), v.time().plusSeconds(i), "", "", -1, "", v
				.purpose(), "", v.find()).line();
	}
}
