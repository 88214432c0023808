
package org.twostream.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Box;
import org.twostream.volume.EmVolume;

/**
 * One macro, two ImageJs: with imagej-legacy, as in Fiji, the SciJava commands
 * take over the menu items; in plain ImageJ the bridge runs. Both leave the
 * same bytes.
 */
@Timeout(2000)
class LegacyMacroTest {

	/** Of one process: half a minute, and many times that on a busy machine. */
	private static final int SECONDS = 900;
	private static final List<String> STEPS = List.of("sample", "train",
		"predict", "propose", "encode", "suggest", "review", "apply", "doctor");
	private static final Map<String, String> TINY = Map.of("size",
		"\"192,192,32\"", "initial_sections", "16", "model", "\"tiny\"",
		"iterations", "60", "window", "\"64,64,8\"", "image_latent", "4", "epochs",
		"1", "budget", "4", "steps", "1");

	@TempDir
	Path folder;

	@Test
	void theSameMacrosMakeTheSameTables() throws Exception {
		final List<Path> macros = new ArrayList<>();
		for (final String step : STEPS)
			macros.add(tiny(step));
		final String log = run(LegacyMacros.class, "fiji", macros);
		run(PlainMacros.class, "plain", macros);
		for (final String step : STEPS)
			assertTrue(log.contains("module " + Steps.command(step).getClass()
				.getName()), step + " did not run as a SciJava command: " + log);
		final List<String> tables = tables("fiji");
		assertTrue(tables.size() >= 4, tables + " after " + log);
		assertEquals(tables, tables("plain"));
		for (final String table : tables)
			assertEquals(-1, Files.mismatch(folder.resolve("fiji").resolve(table),
				folder.resolve("plain").resolve(table)), table);
	}

	/** Fiji's running context is found, and 64-bit ids arrive whole. */
	@Test
	void aDatasetIsFoundByItsTitle() throws Exception {
		final String log = run(LegacyDataset.class, "dataset", List.of());
		final String copy = log.lines().filter(l -> l.startsWith("copy ")).map(
			l -> l.substring(5)).findFirst().orElseThrow(() -> new AssertionError(
				log));
		try (EmVolume volume = Leaves.wiring().stores().open(copy)) {
			assertEquals(Box.ofSize(5, 4, 3), volume.info().box());
			assertEquals(LegacyDataset.ID, volume.ids(0, volume.info().box())[0]);
		}
	}

	@Test
	void aMacroEndsAtAStepThatFails() throws Exception {
		final Path after = folder.resolve("after.txt");
		final Path macro = Files.writeString(folder.resolve("failing.ijm"),
			"run(\"Predict Structures...\", \"project=[" + folder.resolve(
				"none.twostream") + "]\");\nFile.saveString(\"on\", \"" + after +
				"\");\n");
		final String log = run(LegacyMacros.class, "failing", List.of(macro));
		assertFalse(Files.exists(after), log);
		assertEquals(1, log.lines().filter(l -> l.startsWith("TwoStream: FAILED: "))
			.count(), log);
	}

	/** The macro of a step with small numbers at its top. */
	private Path tiny(final String step) throws IOException {
		final Path file;
		try (Stream<Path> all = Files.list(Path.of("macros"))) {
			file = all.filter(f -> f.getFileName().toString().matches("\\d+-" + step +
				"\\.ijm")).findFirst().orElseThrow();
		}
		String macro = Files.readString(file);
		for (final Map.Entry<String, String> value : TINY.entrySet())
			macro = macro.replaceAll("(?m)^" + value.getKey() + " = .*;$", value
				.getKey() + " = " + value.getValue() + ";");
		return Files.writeString(folder.resolve(step + ".ijm"), macro);
	}

	private List<String> tables(final String run) throws IOException {
		final Path root = folder.resolve(run);
		try (Stream<Path> files = Files.walk(root)) {
			return files.filter(f -> f.toString().endsWith(".tsv")).map(f -> root
				.relativize(f).toString()).sorted().toList();
		}
	}

	/** What a process with these macros says. */
	private String run(final Class<?> main, final String name,
		final List<Path> macros) throws Exception
	{
		final Path log = folder.resolve(name + ".log");
		final Path project = Files.createDirectories(folder.resolve(name)).resolve(
			"a.twostream");
		final List<String> command = new ArrayList<>(List.of(Path.of(System
			.getProperty("java.home"), "bin", "java").toString(), "-cp", System
				.getProperty("java.class.path"), "-Xmx2g", "-Djava.awt.headless=true",
			"-Djava.util.prefs.userRoot=" + folder.resolve(name + "-prefs"),
			"--add-opens=java.base/java.lang=ALL-UNNAMED", main.getName(), project
				.toString()));
		macros.forEach(m -> command.add(m.toString()));
		final Process process = new ProcessBuilder(command).redirectErrorStream(
			true).redirectOutput(log.toFile()).start();
		try {
			assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS), () -> read(log));
		}
		finally {
			process.destroyForcibly();
		}
		assertEquals(0, process.exitValue(), () -> read(log));
		return read(log);
	}

	private static String read(final Path log) {
		try {
			return Files.readString(log);
		}
		catch (final IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}
}
