
package org.twostream.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.twostream.core.Box;
import org.twostream.core.VoxelSize;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeWriter;
import org.twostream.volume.chunked.ChunkedSpec;
import org.twostream.volume.chunked.ChunkedWriter;

import ij.IJ;

/**
 * Cancel in Fiji and Escape in ImageJ, in the midst of steps that would take
 * minutes: they end soon, leave nothing half, and the step can be run again.
 */
@Timeout(120)
class CancelTest {

	private static final int EDGE = 768;
	private static final int SECTIONS = 48;
	/** A cancelled step is over after two seconds on a machine that is free. */
	private static final Duration SOON = Duration.ofSeconds(8);

	@TempDir
	static Path folder;

	private static Context context;
	private static Path project;
	private static Path base;

	@BeforeAll
	static void prepare() throws IOException {
		context = new Context();
		final byte[] noise = new byte[EDGE * EDGE];
		new Random(3).nextBytes(noise);
		final byte[] objects = new byte[EDGE * EDGE];
		for (int i = 0; i < objects.length; i++)
			if (i % EDGE % 24 < 12 && i / EDGE % 24 < 12) objects[i] = (byte) 230;
		write("raw.zarr", 0, noise, z -> true);
		write("prediction.zarr", 1, objects, z -> z % 8 < 5);
		final Path small = folder.resolve("small.twostream");
		shell("sample", "project=" + small, "size=64,64,16", "initial_sections=16");
		shell("train", "project=" + small, "model=tiny", "iterations=1",
			"window=64,64,8");
		base = small.resolve("base/001");
		project = folder.resolve("big.twostream");
		shell("propose", "project=" + project, "raw=" + folder.resolve("raw.zarr"),
			"voxel_nm=8,8,30", "target=mitochondria", "prediction=" + folder.resolve(
				"prediction.zarr"), "min_voxels=100");
	}

	@AfterAll
	static void stop() {
		context.dispose();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"train|base|raw=SMALL/sample/initial_raw.zarr labels=SMALL/sample/initial_labels.zarr iterations=100000 model=light window=64,64,8",
		"predict|prediction|base=BASE tta=16",
		"propose|rois|prediction=FOLDER/prediction.zarr threshold=0.7 min_voxels=90",
		"encode|encoders|epochs=1000" })
	void cancelInFijiEndsTheStep(final String step, final String kind,
		final String keys) throws Exception
	{
		final int before = finished(kind);
		final Module module = context.service(ModuleService.class).createModule(
			context.service(CommandService.class).getCommand(Steps.command(step)
				.getClass()));
		keys(keys).forEach((key, value) -> module.setInput(key, Step.of(Steps
			.command(step).getClass()).key(key).value(value)));
		module.getInfo().inputs().forEach(i -> module.resolveInput(i.getName()));
		final Future<Module> running = context.service(ModuleService.class).run(
			module, true);
		awaitWork(kind, running);
		((Cancelable) module).cancel("enough");
		running.get(SOON.toSeconds(), TimeUnit.SECONDS);
		assertTrue(((Cancelable) module).isCanceled());
		assertEquals(before, finished(kind));
	}

	@Test
	void escapeInImageJEndsTheStepAndItsMacro() throws Exception {
		MacroRunner.installMenu();
		final int before = finished("prediction");
		final CompletableFuture<String> macro = CompletableFuture.supplyAsync(
			() -> MacroRunner.run("run('Predict Structures...', 'project=[" +
				project + "] base=[" + base +
				"] tta=8'); File.saveString('went on', '" + folder + "/went-on.txt');",
				""));
		awaitWork("prediction", macro);
		IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		macro.get(SOON.toSeconds(), TimeUnit.SECONDS);
		IJ.resetEscape();
		assertFalse(Files.exists(folder.resolve("went-on.txt")));
		assertEquals(before, finished("prediction"));
	}

	/** What was cancelled is gone on with, and is what it would have been. */
	@Test
	void aCancelledPredictionIsFinishedByTheSameStep() throws Exception {
		final String part = "raw=" + folder.resolve("raw.zarr") +
			"#x=0:192,y=0:192,z=0:16";
		final Path[] projects = { folder.resolve("once.twostream"), folder.resolve(
			"twice.twostream") };
		for (final Path p : projects) {
			final String[] words = { "predict", "project=" + p, part,
				"voxel_nm=8,8,30", "target=mitochondria", "base=" + base };
			if (p == projects[1]) {
				final Shell shell = shell();
				final CompletableFuture<Integer> first = CompletableFuture.supplyAsync(
					() -> shell.run(words));
				while (!Files.exists(p.resolve("prediction")) && !first.isDone())
					Thread.sleep(5);
				shell.cancel();
				assertEquals(Shell.STOPPED, first.get());
			}
			assertEquals(Shell.FINE, shell().run(words));
		}
		try (Stream<Path> files = Files.walk(projects[0].resolve(
			"prediction/001.zarr")))
		{
			for (final Path file : files.filter(Files::isRegularFile).toList())
				assertEquals(-1, Files.mismatch(file, projects[1].resolve(projects[0]
					.relativize(file))), file.toString());
		}
	}

	/** Waits until a result is begun, and a little longer. */
	private static void awaitWork(final String kind, final Future<?> step)
		throws Exception
	{
		while (begun(kind) == 0 && !step.isDone())
			Thread.sleep(5);
		assertFalse(step.isDone(), "over before it could be cancelled");
		if (!kind.equals("rois")) Thread.sleep(500);
	}

	private static long begun(final String kind) throws IOException {
		return names(kind).filter(n -> n.contains("partial")).count();
	}

	private static int finished(final String kind) throws IOException {
		return (int) names(kind).filter(n -> !n.contains("partial")).count();
	}

	private static Stream<String> names(final String kind) throws IOException {
		final Path home = project.resolve(kind);
		if (!Files.exists(home)) return Stream.of();
		try (Stream<Path> files = Files.list(home)) {
			return files.map(f -> f.getFileName().toString()).toList().stream();
		}
	}

	private static Map<String, String> keys(final String text) {
		final Map<String, String> keys = Shell.assignments(Arrays.asList(text
			.replace("SMALL", folder.resolve("small.twostream").toString()).replace(
				"BASE", base.toString()).replace("FOLDER", folder.toString()).split(
					" ")));
		keys.put("project", project.toString());
		return keys;
	}

	private static Shell shell() {
		final PrintStream nothing = new PrintStream(OutputStream
			.nullOutputStream());
		return new Shell(nothing, nothing, false);
	}

	private static void shell(final String... words) {
		assertEquals(Shell.FINE, shell().run(words), String.join(" ", words));
	}

	private static void write(final String name, final int channels,
		final byte[] section, final java.util.function.IntPredicate there)
	{
		ChunkedSpec spec = ChunkedSpec.of(PixelType.UINT8, EDGE, EDGE, SECTIONS)
			.withChunk(64, 64, 1).withVoxelSize(new VoxelSize(8, 8, 30));
		if (channels > 0) spec = spec.withChannels(channels);
		try (VolumeWriter writer = ChunkedWriter.create(folder.resolve(name),
			spec))
		{
			for (int z = 0; z < SECTIONS; z++)
				if (there.test(z)) writer.write(0, new Box(0, 0, z, EDGE, EDGE, z + 1),
					section);
		}
	}
}
