
package org.twostream.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a project's log says, and what doctor shows of it. */
class RunLogTest {

	@TempDir
	Path folder;

	@Test
	void everyRunLeavesItsStartAndItsEnd() throws Exception {
		final Path project = folder.resolve("a.twostream");
		shell("sample", "project=" + project, "size=32,32,16",
			"initial_sections=0");
		shell("suggest", "project=" + project, "budget=3");
		final List<String> lines = Files.readAllLines(project.resolve("log.txt"));
		assertTrue(lines.get(0).matches(
			"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ " +
				"sample made .*a\\.twostream"), lines.get(0));
		assertEquals("suggest starts: project=" + project + " budget=3", lines.get(
			1).substring(21));
		assertTrue(lines.get(2).contains("suggest FAILED: "), lines.get(2));
		assertEquals(3, lines.size());
		final String report = shell("doctor", "project=" + project);
		for (final String line : lines)
			assertTrue(report.contains(line), report);
		assertEquals(3, Files.readAllLines(project.resolve("log.txt")).size());
	}

	@Test
	void doctorShowsTheLastLines() {
		final RunLog log = new RunLog(folder);
		for (int i = 0; i < 7; i++)
			log.add("line " + i + "\nof two");
		assertEquals(List.of("line 5 of two", "line 6 of two"), log.last(2).stream()
			.map(l -> l.substring(21)).toList());
		assertEquals(List.of(), new RunLog(folder.resolve("none")).last(2));
	}

	private static String shell(final String... words) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		new Shell(new PrintStream(out, true, StandardCharsets.UTF_8),
			new PrintStream(new ByteArrayOutputStream()), false).run(words);
		return out.toString(StandardCharsets.UTF_8);
	}
}
