
package org.twostream.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.UserError;

/** Kills, starves and doubles the process that writes. */
class JournalFaultTest {

	@TempDir
	Path folder;
	@TempDir
	Path elsewhere;

	private List<String> command(final String annotator, final int answers) {
		final String java = Path.of(System.getProperty("java.home"), "bin", "java")
			.toString();
		return List.of(java, "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp",
			System.getProperty("java.class.path"), JournalProcess.class.getName(),
			folder.toString(), annotator, String.valueOf(answers));
	}

	private Process start(final String shell, final String annotator,
		final int answers) throws IOException
	{
		final List<String> command = new ArrayList<>(command(annotator, answers));
		if (!shell.isEmpty()) command.addAll(0, List.of("sh", "-c", shell +
			" && exec \"$0\" \"$@\""));
		return new ProcessBuilder(command).redirectErrorStream(true).start();
	}

	private static BufferedReader output(final Process process) {
		return new BufferedReader(new InputStreamReader(process.getInputStream(),
			StandardCharsets.UTF_8));
	}

	private Set<String> recorded() {
		return Verdicts.read(folder).current().stream().map(Verdict::uuid).collect(
			Collectors.toSet());
	}

	@Test
	void killedAtAnyMomentEveryAcknowledgedAnswerIsThere() throws Exception {
		int killed = 0;
		for (int run = 0; run < 4; run++) {
			// To a file: Java closes the pipe of a process that it kills.
			final Path out = elsewhere.resolve("run" + run);
			final Process process = new ProcessBuilder(command("run" + run,
				1_000_000)).redirectOutput(out.toFile()).start();
			while (Files.size(out) < 37 * (20 + 37 * run)) {
				assertTrue(process.isAlive());
				Thread.sleep(1);
			}
			process.destroyForcibly().waitFor(); // SIGKILL
			final String text = Files.readString(out);
			final List<String> acknowledged = text.substring(0, text.lastIndexOf(
				'\n')).lines().toList();
			assertTrue(acknowledged.size() < 1_000_000);
			killed += acknowledged.size();
			assertTrue(recorded().containsAll(acknowledged), "run " + run);
		}
		// Beyond those at most one per run was under way.
		assertTrue(recorded().size() <= killed + 4, recorded().size() + " of " +
			killed);
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void whenSpaceRunsOutTheAnswerIsRefusedAndTheOthersAreKept()
		throws Exception
	{
		// A file size limit of 8 blocks stands for the full disk: the write that
		// crosses it is cut short, as on a real one.
		final Process process = start("ulimit -f 8", "Ann", 1000);
		final List<String> lines;
		try (BufferedReader out = output(process)) {
			lines = out.lines().toList();
		}
		assumeTrue(!lines.isEmpty() && lines.stream().noneMatch(l -> l.contains(
			"ulimit")), "no file size limits here");
		final String last = lines.get(lines.size() - 1);
		assertTrue(last.startsWith("refused: The answer was not recorded"), last);
		final List<String> acknowledged = lines.subList(0, lines.size() - 1);
		assertTrue(acknowledged.size() > 3);
		assertEquals(Set.copyOf(acknowledged), recorded());
		assertTrue(Verdicts.read(folder).problems().isEmpty(),
			"the part that was written is cut back");
	}

	@Test
	void twoProcessesOfOneAnnotatorWriteAtOnce() throws Exception {
		final List<Process> both = List.of(start("", "Ann", 40), start("", "Ann",
			40));
		final List<String> acknowledged = new ArrayList<>();
		for (final Process process : both)
			try (BufferedReader out = output(process)) {
				acknowledged.addAll(out.lines().toList());
			}
		final Verdicts read = Verdicts.read(folder);
		assertEquals(80, read.events().size());
		assertEquals(Set.copyOf(acknowledged), read.events().stream().map(
			Verdict::uuid).collect(Collectors.toSet()));
		assertEquals(40, read.current().size(), "the later answer to each ROI");
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void refusesAReadOnlyFolder() throws Exception {
		final Path locked = Files.createDirectory(folder.resolve("locked"));
		assertTrue(locked.toFile().setWritable(false));
		try {
			// The super-user may write anywhere.
			assumeTrue(!Files.isWritable(locked));
			assertThrows(UserError.class, () -> Journal.open(locked, "Ann"));
		}
		finally {
			assertTrue(locked.toFile().setWritable(true));
		}
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void refusesAFolderNobodyMayWriteTo() {
		final Path proc = Path.of("/proc/self");
		assumeTrue(Files.isDirectory(proc));
		assertThrows(UserError.class, () -> Journal.open(proc, "Ann"));
	}
}
