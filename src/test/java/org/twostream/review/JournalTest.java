
package org.twostream.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Answer;
import org.twostream.core.UserError;

class JournalTest {

	@TempDir
	Path folder;

	@Test
	void readsBackExactlyWhatWasRecorded() {
		final List<Verdict> recorded = new ArrayList<>();
		try (Journal journal = Journal.open(folder, "Zoë Lin")) {
			recorded.add(journal.record(new Journal.Entry(Samples.anchor(3),
				Answer.FALSE, "ein \"Riss\"\n\tim Schnitt, µ", "007", "encoders/002",
				4321)));
			recorded.add(journal.record(Samples.entry(4, Answer.UNSURE)));
			recorded.add(journal.undo(recorded.get(0)));
		}
		final Verdicts read = Verdicts.read(folder);
		assertEquals(recorded, read.events());
		assertTrue(read.problems().isEmpty());
		assertEquals("Zoë Lin", read.events().get(0).annotator());
	}

	@Test
	void isOneFilePerAnnotatorAndStart() throws Exception {
		final Clock clock = Clock.fixed(Instant.parse("2026-03-04T05:06:07.089Z"),
			ZoneOffset.UTC);
		try (Journal a = Journal.open(folder, "Ann/../x", clock);
				Journal b = Journal.open(folder, "Ann/../x", clock))
		{
			assertEquals("Ann_.._x-20260304T050607089Z.jsonl", a.path().getFileName()
				.toString());
			assertEquals("Ann_.._x-20260304T050607089Z-2.jsonl", b.path()
				.getFileName().toString());
			a.record(Samples.entry(1, Answer.TRUE));
			b.record(Samples.entry(2, Answer.TRUE));
		}
		assertEquals(2, Verdicts.read(folder).current().size());
	}

	@Test
	void leavesNoEmptyFile() throws Exception {
		Journal.open(folder, "Ann").close();
		try (var files = Files.list(folder)) {
			assertEquals(0, files.count());
		}
	}

	@Test
	void eachLineIsOnDiskBeforeTheCallReturns() throws Exception {
		try (Journal journal = Journal.open(folder, "Ann")) {
			for (int i = 0; i < 5; i++) {
				journal.record(Samples.entry(i, Answer.TRUE));
				assertEquals(i + 1, Files.readAllLines(journal.path()).size());
			}
		}
	}

	@Test
	void anInterruptedThreadDoesNotCloseTheJournal() {
		try (Journal journal = Journal.open(folder, "Ann")) {
			Thread.currentThread().interrupt();
			journal.record(Samples.entry(1, Answer.TRUE));
			assertTrue(Thread.interrupted());
			journal.record(Samples.entry(2, Answer.TRUE));
		}
		assertEquals(2, Verdicts.read(folder).events().size());
	}

	@Test
	void timeNeverRunsBackInOneFile() {
		final Instant[] times = { Instant.parse("2026-01-01T12:00:00Z"), Instant
			.parse("2026-01-01T12:00:01Z"), Instant.parse("2026-01-01T11:00:00Z"),
			Instant.parse("2026-01-01T12:00:02Z") };
		final Clock clock = new Clock() {

			private int next;

			@Override
			public java.time.ZoneId getZone() {
				return ZoneOffset.UTC;
			}

			@Override
			public Clock withZone(final java.time.ZoneId zone) {
				return this;
			}

			@Override
			public Instant instant() {
				return times[next++];
			}
		};
		try (Journal journal = Journal.open(folder, "Ann", clock)) {
			journal.record(Samples.entry(1, Answer.TRUE));
			journal.record(Samples.entry(1, Answer.FALSE));
			journal.record(Samples.entry(1, Answer.UNSURE));
		}
		assertEquals(Answer.UNSURE, Verdicts.read(folder).current().get(0)
			.answer());
	}

	@Test
	void aLineThatBreaksOffCostsOnlyItself() throws Exception {
		final Path file;
		try (Journal journal = Journal.open(folder, "Ann")) {
			for (int i = 0; i < 3; i++)
				journal.record(Samples.entry(i, Answer.TRUE));
			file = journal.path();
		}
		final byte[] whole = Files.readAllBytes(file);
		final int lastLine = new String(whole,
			java.nio.charset.StandardCharsets.UTF_8).lastIndexOf('\n', whole.length -
				2) + 1;
		for (int length = lastLine; length < whole.length - 1; length++) {
			Files.write(file, java.util.Arrays.copyOf(whole, length));
			final Verdicts read = Verdicts.read(folder);
			assertEquals(2, read.current().size(), "cut at " + length);
			assertEquals(length == lastLine ? 0 : 1, read.problems().size());
		}
		// Only the line break is missing: nothing of the event is.
		Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 1));
		assertEquals(3, Verdicts.read(folder).current().size());
	}

	@Test
	void aDamagedLineInTheMiddleCostsOnlyItself() throws Exception {
		try (Journal journal = Journal.open(folder, "Ann")) {
			for (int i = 0; i < 3; i++)
				journal.record(Samples.entry(i, Answer.TRUE));
			final List<String> lines = new ArrayList<>(Files.readAllLines(journal
				.path()));
			for (final String damage : new String[] { "\0\0\0\0", "{\"uuid\":", "[]",
				lines.get(1).replace("True", "Maybe"), lines.get(1).replace("20", "xx"),
				lines.get(1).replaceFirst("\"box_px\":\\[[^]]*]", "\"box_px\":[1,2]"),
				lines.get(1).replaceFirst("\"box_px\":\\[[^]]*]",
					"\"box_px\":[9,9,9,1,1,1]"), lines.get(1).replaceFirst(
						"\"box_px\":\\[[^]]*]", "\"box_px\":\"x\""), lines.get(1)
							.replaceFirst("\"box_px\":\\[[^]]*]", "\"box_px\":[{}]") })
			{
				final List<String> changed = new ArrayList<>(lines);
				changed.set(1, damage);
				Files.write(journal.path(), changed);
				final Verdicts read = Verdicts.read(folder);
				assertEquals(2, read.current().size(), damage);
				assertEquals(1, read.problems().size(), damage);
				assertTrue(read.problems().get(0).contains("line 2"), read.problems()
					.get(0));
			}
		}
	}

	@Test
	void aCopiedJournalCountsOnce() throws Exception {
		try (Journal journal = Journal.open(folder, "Ann")) {
			final Verdict v = journal.record(Samples.entry(1, Answer.TRUE));
			journal.undo(v);
			Files.copy(journal.path(), folder.resolve("copy of " + journal.path()
				.getFileName()));
		}
		assertEquals(2, Verdicts.read(folder).events().size());
		assertTrue(Verdicts.read(folder).current().isEmpty());
	}

	@Test
	void nothingIsLostWhenAnEventCannotBeWritten() throws Exception {
		try (Journal journal = Journal.open(folder, "Ann")) {
			journal.record(Samples.entry(1, Answer.TRUE));
			// Half an event, as a write that failed and could not be cut back
			Files.writeString(journal.path(), "{\"uuid\":\"half an eve".repeat(60),
				StandardOpenOption.APPEND);
			journal.record(Samples.entry(2, Answer.FALSE));
		}
		final Verdicts read = Verdicts.read(folder);
		assertEquals(List.of(Answer.TRUE, Answer.FALSE), read.current().stream()
			.map(Verdict::answer).toList());
	}

	@Test
	void refusesAnEmptyName() {
		assertThrows(UserError.class, () -> Journal.open(folder, "  "));
	}

	@Test
	void refusesAFolderThatIsAFile() throws Exception {
		final Path file = Files.writeString(folder.resolve("verdicts"), "");
		assertThrows(UserError.class, () -> Journal.open(file, "Ann"));
		assertFalse(Files.isDirectory(file));
	}

	@Test
	void aMissingFolderHoldsNoVerdicts() {
		assertTrue(Verdicts.read(folder.resolve("none")).events().isEmpty());
	}
}
