
package org.twostream.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The shell as a process of its own: exit codes, streams and Ctrl-C. */
@Timeout(120)
class ShellProcessTest {

	@TempDir
	Path folder;

	@Test
	void resultsAndRefusalsGoToTheirStreamsWithTheirCodes() throws Exception {
		final Process version = start("version");
		assertEquals(0, version.waitFor());
		assertTrue(text("out").startsWith("TwoStream "));
		assertEquals("", text("err"));
		final Process refused = start("predct");
		assertEquals(2, refused.waitFor());
		assertEquals("", text("out"));
		assertEquals(List.of(
			"TwoStream: FAILED: There is no step predct; did you mean predict?"),
			text("err").lines().toList());
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void controlCWaitsForTheStepAndExitsWith130() throws Exception {
		final Path project = folder.resolve("a.twostream");
		final Process process = start("sample", "project=" + project,
			"size=4096,4096,4096");
		try {
			while (!Files.exists(project.resolve("sample")))
				Thread.sleep(20);
			Thread.sleep(500);
			new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start()
				.waitFor();
			assertTrue(process.waitFor(60, TimeUnit.SECONDS),
				"still runs; was the test started with SIGINT ignored?");
		}
		finally {
			process.destroyForcibly();
		}
		assertEquals(130, process.exitValue());
		assertFalse(Files.exists(project.resolve("project.json")));
		assertTrue(text("err").contains(
			"TwoStream: FAILED: Cancelled; run the same step again to go on from here."),
			text("err"));
		assertEquals("", text("out"));
	}

	private Process start(final String... words) throws IOException {
		final List<String> command = new ArrayList<>(List.of(Path.of(System
			.getProperty("java.home"), "bin", "java").toString(), "-cp", System
				.getProperty("java.class.path"), "-Djava.awt.headless=true", Shell.class
					.getName()));
		command.addAll(List.of(words));
		return new ProcessBuilder(command).redirectOutput(folder.resolve("out")
			.toFile()).redirectError(folder.resolve("err").toFile()).start();
	}

	private String text(final String stream) throws IOException {
		return Files.readString(folder.resolve(stream));
	}
}
