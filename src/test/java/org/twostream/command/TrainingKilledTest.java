
package org.twostream.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Json;

/** {@code kill -9} in the midst of a training costs no byte of its result. */
@Timeout(300)
class TrainingKilledTest {

	private static final List<String> KEYS = List.of("model=tiny",
		"iterations=60", "window=32,32,4", "batch=1", "accumulate=2", "ema=0.9",
		"patience=20", "optimizer=amsgrad", "clip=1", "threads=1", "device=cpu");

	@TempDir
	Path folder;

	@Test
	void aKilledTrainingEndsAsAnUndisturbedOne() throws Exception {
		final Path whole = project("whole");
		final Path killed = project("killed");
		assertEquals(Shell.FINE, shell(train(whole)));
		final Path state = killed.resolve("base/001.partial/state.safetensors");
		final SplittableRandom random = new SplittableRandom(7);
		for (int kill = 0; kill < 2; kill++) {
			final long before = modified(state);
			final Process process = start(train(killed));
			while (modified(state) == before && process.isAlive())
				Thread.sleep(2);
			Thread.sleep(random.nextInt(150));
			assertTrue(process.isAlive(), () -> "over before it was killed: " +
				said());
			process.destroyForcibly().waitFor();
		}
		assertTrue(Files.exists(state));
		assertEquals(Shell.FINE, shell(train(killed)));
		assertEquals(-1, Files.mismatch(whole.resolve(
			"base/001/weights.safetensors"), killed.resolve(
				"base/001/weights.safetensors")));
		assertEquals(model(whole), model(killed));
		try (var files = Files.list(killed.resolve("base/001"))) {
			assertEquals(List.of("curve.png", "model.json", "preview.png",
				"weights.safetensors"), files.map(f -> f.getFileName().toString())
					.sorted().toList());
		}
	}

	@Test
	void aWindowThatDoesNotFitLeavesNothing() throws Exception {
		final Path project = project("refused");
		final List<String> words = train(project);
		words.set(words.indexOf("window=32,32,4"), "window=30,32,4");
		assertEquals(Shell.REFUSED, shell(words));
		assertFalse(Files.exists(project.resolve("base/001.partial")));
		assertFalse(Files.exists(project.resolve("base/001")));
	}

	private String said() {
		try {
			return Files.readString(folder.resolve("out"));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** What the model's JSON says of its training. */
	private static List<Object> model(final Path project) {
		final Json json = Json.read(project.resolve("base/001/model.json"));
		return List.of(json.objects("curve"), json.object("validation"));
	}

	private static long modified(final Path file) throws IOException {
		return Files.exists(file) ? Files.getLastModifiedTime(file).toMillis() : 0;
	}

	private Path project(final String name) {
		final Path project = folder.resolve(name + ".twostream");
		assertEquals(Shell.FINE, shell(List.of("sample", "project=" + project,
			"size=64,64,16", "initial_sections=16")));
		return project;
	}

	private static List<String> train(final Path project) {
		final List<String> words = new ArrayList<>(List.of("train", "project=" +
			project));
		words.addAll(KEYS);
		return words;
	}

	private static int shell(final List<String> words) {
		final PrintStream nothing = new PrintStream(OutputStream
			.nullOutputStream());
		return new Shell(nothing, nothing, false).run(words.toArray(String[]::new));
	}

	private Process start(final List<String> words) throws IOException {
		final List<String> command = new ArrayList<>(List.of(Path.of(System
			.getProperty("java.home"), "bin", "java").toString(), "-cp", System
				.getProperty("java.class.path"), "-XX:TieredStopAtLevel=1",
			"-Djava.awt.headless=true", Shell.class.getName()));
		command.addAll(words);
		return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(
			folder.resolve("out").toFile()).start();
	}
}
