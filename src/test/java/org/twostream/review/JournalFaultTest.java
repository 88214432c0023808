
package org.twostream.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Answer;
import org.twostream.core.UserError;

/** Kills, starves and doubles the process that writes. */
class JournalFaultTest {

	@TempDir
	Path folder;
	@TempDir
	Path elsewhere;

	private void killed(final int times, final int longestMillis)
		throws Exception
	{
		final JournalTrial trial = new JournalTrial(folder);
		trial.kill(times, longestMillis, times);
		final JournalTrial.Found found = trial.found();
		assertEquals(0, found.lost(), found.toString());
		assertTrue(found.silent() <= times / 10 + 1, found.toString());
		assertTrue(found.acknowledged() > 100, found.toString());
		// Of each process at most one action was under way, of 24 tiles at most.
		assertTrue(found.unacknowledged() <= 24 * found.processes(), found
			.toString());
		assertTrue(found.problems().size() <= found.processes());
		found.problems().forEach(p -> assertTrue(p.contains("breaks off"), p));
	}

	@Test
	void killedAtAnyInstantNothingAcknowledgedIsLost() throws Exception {
		killed(20, 200);
	}

	@Test
	@Tag("slow")
	void killed200TimesNothingAcknowledgedIsLost() throws Exception {
		killed(200, 500);
	}

	private void two(final String howLong) throws Exception {
		final JournalTrial trial = new JournalTrial(folder);
		final List<JournalTrial.Reviewer> both = List.of(trial.start("Ann",
			howLong), trial.start("Bob", howLong));
		// Reading meanwhile, as windows do, sees whole events and disturbs nobody.
		int before = 0;
		while (both.stream().anyMatch(r -> r.process().isAlive())) {
			final int now = Verdicts.read(folder).events().size();
			assertTrue(now >= before, now + " after " + before);
			before = now;
			TimeUnit.MILLISECONDS.sleep(200);
		}
		for (final JournalTrial.Reviewer r : both)
			r.finish();
		final JournalTrial.Found found = trial.found();
		assertEquals(List.of(), found.problems());
		assertEquals(0, found.lost());
		assertEquals(0, found.unacknowledged());
		assertTrue(found.acknowledged() > 50);
		assertEquals(Set.of("Ann", "Bob"), Verdicts.read(folder).current().stream()
			.map(Verdict::annotator).collect(Collectors.toSet()));
	}

	@Test
	void twoAnnotatorsWriteAtOnce() throws Exception {
		two("3s");
	}

	@Test
	@Tag("slow")
	void twoAnnotatorsWriteAtOnceForAMinute() throws Exception {
		two("60s");
	}

	@Test
	void twoProcessesOfOneAnnotatorWriteAtOnce() throws Exception {
		final JournalTrial trial = new JournalTrial(folder);
		final List<JournalTrial.Reviewer> both = List.of(trial.start("Ann", "150"),
			trial.start("Ann", "150"));
		for (final JournalTrial.Reviewer r : both)
			r.finish();
		final JournalTrial.Found found = trial.found();
		assertEquals(0, found.lost() + found.unacknowledged());
		assertTrue(found.acknowledged() >= 300);
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void aFileThatMayNotGrowRefusesTheAnswerAndKeepsTheOthers() throws Exception {
		final JournalTrial trial = new JournalTrial(folder);
		final List<String> command = new ArrayList<>(List.of("sh", "-c",
			"ulimit -f 8 && exec \"$0\" \"$@\""));
		command.addAll(JournalTrial.java(System.getProperty("java.class.path")));
		command.addAll(List.of(folder.toString(), "Ann", "1000"));
		final JournalTrial.Reviewer reviewer = trial.start(command);
		reviewer.finish();
		assumeTrue(!trial.refusals().isEmpty(), "no file size limits here");
		assertTrue(trial.refusals().get(0).startsWith(
			"refused: The answer was not recorded"), trial.refusals().get(0));
		final JournalTrial.Found found = trial.found();
		assertEquals(0, found.lost() + found.unacknowledged());
		assertTrue(found.acknowledged() > 3);
		assertEquals(List.of(), found.problems(),
			"the part that was written is cut back");
	}

	private static boolean runs(final String... command) {
		try {
			return new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
		}
		catch (final IOException e) {
			return false;
		}
		catch (final InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}

	/**
	 * A disk of 128 kB that gets full, gets space again and becomes read-only.
	 */
	@Test
	@DisabledOnOs(OS.WINDOWS)
	void aFullDiskRefusesTheAnswerAndKeepsTheOthers() throws Exception {
		final String disk = Files.createDirectory(elsewhere.resolve("disk"))
			.toString();
		assumeTrue(runs("mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", disk),
			"no small disk can be mounted here");
		try {
			final Path verdicts = Path.of(disk, "verdicts");
			final List<Verdict> acknowledged = new ArrayList<>();
			final Path ballast = Path.of(disk, "ballast");
			Files.write(ballast, new byte[64 << 10]);
			try (Journal journal = Journal.open(verdicts, "Ann")) {
				final UserError refusal = assertThrows(UserError.class, () -> {
					for (int i = 0; i < 1000; i++)
						acknowledged.add(journal.record(Samples.entry(i, Answer.TRUE)));
				});
				assertTrue(refusal.getMessage().contains("not recorded"), refusal
					.getMessage());
				assertTrue(acknowledged.size() > 20);
				assertEquals(acknowledged, Verdicts.read(verdicts).events());
				assertEquals(List.of(), Verdicts.read(verdicts).problems());
				// A run of tiles that fits only in part is refused as a whole.
				assertThrows(UserError.class, () -> journal.recordAll(
					java.util.stream.IntStream.range(0, 200).mapToObj(i -> Samples.entry(
						i, Answer.FALSE)).toList()));
				assertEquals(acknowledged, Verdicts.read(verdicts).events());
				Files.delete(ballast);
				for (int i = 0; i < 20; i++)
					acknowledged.add(journal.record(Samples.entry(i, Answer.FALSE)));
			}
			assertEquals(acknowledged, Verdicts.read(verdicts).events());
			assertTrue(runs("mount", "-o", "remount,ro", disk));
			assertTrue(assertThrows(UserError.class, () -> Journal.open(verdicts,
				"Ann")).getMessage().contains("that you may write to"));
			assertEquals(acknowledged, Verdicts.read(verdicts).events());
		}
		finally {
			assertTrue(runs("umount", disk));
		}
	}

	/** As a user who is not allowed everything. */
	private List<String> ordinaryUser() throws IOException {
		if (!System.getProperty("user.name").equals("root")) return JournalTrial
			.java(System.getProperty("java.class.path"));
		// Another user can read neither root's libraries nor its folders.
		final List<String> path = new ArrayList<>();
		for (final String part : System.getProperty("java.class.path").split(
			java.io.File.pathSeparator))
			path.add(part.contains("gson") ? Files.copy(Path.of(part), elsewhere
				.resolve("gson.jar"), StandardCopyOption.REPLACE_EXISTING).toString()
				: part);
		for (final Path p : List.of(folder, elsewhere))
			Files.setPosixFilePermissions(p, PosixFilePermissions.fromString(
				"rwxrwxrwx"));
		final List<String> command = new ArrayList<>(List.of("setpriv",
			"--reuid=65534", "--regid=65534", "--clear-groups"));
		command.addAll(JournalTrial.java(String.join(java.io.File.pathSeparator,
			path)));
		return command;
	}

	private static void permit(final Path place, final String permissions)
		throws IOException
	{
		Files.setPosixFilePermissions(place, PosixFilePermissions.fromString(
			permissions));
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void aFolderThatBecomesReadOnlyKeepsWhatIsAcknowledgedAndRefusesTheNextStart()
		throws Exception
	{
		final List<String> command = ordinaryUser();
		final Path verdicts = Files.createDirectory(folder.resolve("verdicts"));
		permit(verdicts, "rwxrwxrwx");
		command.addAll(List.of(verdicts.toString(), "Ann", "3600s", "mixed"));
		final JournalTrial trial = new JournalTrial(verdicts);
		final JournalTrial.Reviewer reviewer = trial.start(command);
		for (int i = 0; i < 100 && reviewer.process().isAlive() && Verdicts.read(
			verdicts).events().size() < 50; i++)
			TimeUnit.MILLISECONDS.sleep(50);
		assumeTrue(reviewer.process().isAlive(),
			"no process of an ordinary user can be started here");
		permit(verdicts, "r-xr-xr-x");
		try {
			TimeUnit.MILLISECONDS.sleep(200);
			reviewer.kill();
			assertEquals(0, trial.found().lost());
			final int events = Verdicts.read(verdicts).events().size();
			assertTrue(events >= 50);
			trial.start(command).finish();
			assertEquals(1, trial.refusals().size());
			assertTrue(trial.refusals().get(0).contains("Cannot make a journal"),
				trial.refusals().get(0));
			assertEquals(events, Verdicts.read(verdicts).events().size());
		}
		finally {
			permit(verdicts, "rwxrwxrwx");
		}
	}

	/**
	 * A line cut by hand, at every byte, of a journal with all kinds of event.
	 */
	@Test
	void aLineThatWasCutCostsOnlyItselfAndIsSaid() throws Exception {
		final Path file;
		final List<Verdict> acknowledged = new ArrayList<>();
		try (Journal journal = Journal.open(folder, "Ann")) {
			acknowledged.addAll(journal.recordAll(List.of(Samples.entry(1,
				Answer.TRUE), Samples.entry(2, Answer.FALSE))));
			acknowledged.add(journal.undo(acknowledged.get(1)));
			acknowledged.add(journal.record(new Journal.Entry(Samples.anchor(3),
				Answer.FALSE, "µ und \"so\"", "001", "", 12)));
			file = journal.path();
		}
		final byte[] whole = Files.readAllBytes(file);
		for (int length = 0; length < whole.length; length++) {
			Files.write(file, Arrays.copyOf(whole, length));
			final int lines = (int) new String(whole, 0, length,
				java.nio.charset.StandardCharsets.ISO_8859_1).chars().filter(
					c -> c == '\n').count();
			final Verdicts read = Verdicts.read(folder);
			// Only a line break may be missing of one more.
			final int n = read.events().size();
			assertTrue(n == lines || n == lines + 1, "cut at " + length);
			assertEquals(acknowledged.subList(0, n), read.events());
			final boolean torn = n == lines && length > 0 && whole[length -
				1] != '\n';
			assertEquals(torn ? 1 : 0, read.problems().size(), "cut at " + length);
			if (torn) assertTrue(read.problems().get(0).contains("line " + (n + 1) +
				" breaks off"), read.problems().get(0));
			// The next start writes beside it.
			if (length % 97 == 0) try (Journal next = Journal.open(folder, "Ann")) {
				next.record(Samples.entry(9, Answer.TRUE));
				assertEquals(n + 1, Verdicts.read(folder).events().size());
				Files.delete(next.path());
				Files.createFile(next.path());
			}
		}
		assertFalse(acknowledged.isEmpty());
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void refusesAFolderNobodyMayWriteTo() {
		final Path proc = Path.of("/proc/self");
		assumeTrue(Files.isDirectory(proc));
		assertThrows(UserError.class, () -> Journal.open(proc, "Ann"));
	}
}
