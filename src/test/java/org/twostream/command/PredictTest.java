
package org.twostream.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twostream.core.Box;
import org.twostream.core.Json;
import org.twostream.core.VoxelSize;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeWriter;
import org.twostream.volume.chunked.ChunkedSpec;
import org.twostream.volume.chunked.ChunkedWriter;

/** The step predict: odd volumes, refusals, ensembles, and kill -9. */
@Timeout(180)
class PredictTest {

	/** Three blocks side by side. */
	private static final int[] LONG = { 1100, 64, 8 };

	@TempDir
	static Path folder;

	private static Path base;

	@BeforeAll
	static void prepare() {
		final Path small = folder.resolve("small.twostream");
		fine("sample", "project=" + small, "size=64,64,16", "initial_sections=16");
		fine("train", "project=" + small, "model=tiny", "iterations=1",
			"window=64,64,8");
		base = small.resolve("base/001");
		write("noise.zarr", new int[] { 80, 50, 5 }, noise(80 * 50 * 5));
		write("long.zarr", LONG, noise(LONG[0] * LONG[1] * LONG[2]));
	}

	private static float[] noise(final int n) {
		final SplittableRandom random = new SplittableRandom(4);
		final float[] noise = new float[n];
		for (int i = 0; i < n; i++)
			noise[i] = random.nextInt(256);
		return noise;
	}

	/** uint8, or float32 where a value is none of 0..255. */
	private static void write(final String name, final int[] size,
		final float[] values)
	{
		final byte[] bytes = new byte[values.length];
		boolean floats = false;
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) values[i];
			floats |= (bytes[i] & 0xFF) != values[i];
		}
		final Box all = Box.ofSize(size[0], size[1], size[2]);
		try (VolumeWriter out = ChunkedWriter.create(folder.resolve(name),
			ChunkedSpec.of(floats ? PixelType.FLOAT32 : PixelType.UINT8, size[0],
				size[1], size[2]).withVoxelSize(new VoxelSize(8, 8, 30))))
		{
			if (floats) out.write(0, all, values);
			else out.write(0, all, bytes);
		}
	}

	private static String[] words(final String project, final String raw,
		final String... more)
	{
		final List<String> words = new ArrayList<>(List.of("predict", "project=" +
			folder.resolve(project), "raw=" + folder.resolve(raw), "voxel_nm=8,8,30",
			"target=mitochondria", "device=cpu"));
		words.addAll(List.of(more));
		if (Stream.of(more).noneMatch(w -> w.startsWith("base="))) words.add(
			"base=" + base);
		return words.toArray(String[]::new);
	}

	private static void fine(final String... words) {
		assertEquals("", refusal(words));
	}

	/** The line on standard error, "" where all went well. */
	private static String refusal(final String... words) {
		final ByteArrayOutputStream err = new ByteArrayOutputStream();
		final int code = new Shell(new PrintStream(OutputStream.nullOutputStream()),
			new PrintStream(err, true), false).run(words);
		final String last = err.toString(StandardCharsets.UTF_8).lines().reduce("",
			(a, b) -> b);
		assertTrue(code == Shell.FINE || code == Shell.REFUSED, last);
		return code == Shell.FINE ? "" : last;
	}

	private static void assertSame(final String one, final String other)
		throws IOException
	{
		final Path result = folder.resolve(one).resolve("prediction/001.zarr");
		int chunks = 0;
		try (Stream<Path> files = Files.walk(result)) {
			for (final Path file : files.filter(Files::isRegularFile).toList()) {
				assertEquals(-1, Files.mismatch(file, folder.resolve(other).resolve(
					"prediction/001.zarr").resolve(result.relativize(file))), file
						.toString());
				chunks++;
			}
		}
		assertTrue(chunks > 3);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"window=50,50,8|does not suit this network",
		"blending=hat|blending=hat is none of gaussian, gaussian:SIGMA, bump",
		"blending=gaussian:0|blending=gaussian:0.0 is not above 0",
		"tta=3|tta=3 is none of 1, 4, 8, 16", "batch=-1|batch=-1 is not 0 or more",
		"device=cuda|device=cuda was asked for, but there are 0 CUDA devices",
		"base=BASE,BASE|twice; leave one out", "base=BASE,nowhere|no model.json",
		"target=polarity|was made for mitochondria" })
	void refusesInOneSentenceAndWritesNothing(final String keys,
		final String said)
	{
		final String key = keys.substring(0, keys.indexOf('=') + 1);
		final String[] words = Stream.concat(Stream.of(words("refused.twostream",
			"noise.zarr")).filter(w -> !w.startsWith(key)), Stream.of(keys.replace(
				"BASE", base.toString()))).toArray(String[]::new);
		final String line = refusal(words);
		assertTrue(line.startsWith("TwoStream: FAILED: ") && line.contains(said),
			line);
		assertFalse(Files.exists(folder.resolve("refused.twostream/project.json")));
		assertFalse(Files.exists(folder.resolve("refused.twostream/prediction")));
	}

	@Test
	void volumesOfOneValueAndSmallerThanAWindowGiveAPrediction()
		throws IOException
	{
		write("constant.zarr", new int[] { 70, 9, 3 }, new float[70 * 9 * 3]);
		fine(words("constant.twostream", "constant.zarr"));
		final Json record = Json.read(folder.resolve(
			"constant.twostream/prediction/001.json"));
		assertEquals(70 * 9 * 3, record.object("figures").integer("voxels"));
	}

	/** NaN reads as black, as in every step that takes a raw volume. */
	@Test
	void floatsAreStretchedAndNaNIsBlack() throws IOException {
		final float[] values = noise(80 * 50 * 5);
		for (int i = 0; i < values.length; i++)
			values[i] = values[i] / 7 - 3;
		values[0] = -1000;
		write("black.zarr", new int[] { 80, 50, 5 }, values);
		values[0] = Float.NaN;
		write("nan.zarr", new int[] { 80, 50, 5 }, values);
		fine(words("black.twostream", "black.zarr"));
		fine(words("nan.twostream", "nan.zarr"));
		assertSame("black.twostream", "nan.twostream");
	}

	@Test
	void theMeanOfAModelAndItsCopyIsThatModel() throws IOException {
		final Path copy = folder.resolve("copy");
		Files.createDirectory(copy);
		for (final String name : List.of("model.json", "weights.safetensors"))
			Files.copy(base.resolve(name), copy.resolve(name));
		fine(words("single.twostream", "noise.zarr", "batch=2"));
		fine(words("double.twostream", "noise.zarr", "batch=2", "base=" + base +
			"," + copy));
		assertSame("single.twostream", "double.twostream");
		final String said = refusal("propose", "project=" + folder.resolve(
			"double.twostream"), "threshold=recall:0.9");
		assertTrue(said.contains("needs the validation of one base model"), said);
	}

	@Test
	void killedBetweenTwoBlocksItGoesOnToTheSameBytes() throws Exception {
		killed("killed.twostream", 1, 1);
	}

	@Test
	@Tag("slow")
	@Timeout(900)
	void killed20TimesItGoesOnToTheSameBytes() throws Exception {
		killed("often.twostream", 20, 0);
	}

	/**
	 * @param blocks that must be finished before a kill; 0 kills at any instant
	 */
	private static void killed(final String project, final int times,
		final int blocks) throws Exception
	{
		final SplittableRandom random = new SplittableRandom(7);
		final Path done = folder.resolve(project).resolve(
			"prediction/001.partial/done.txt");
		final String[] words = words(project, "long.zarr", "tta=4");
		for (int i = 0; i < times; i++) {
			final Process process = start(words);
			if (blocks == 0) Thread.sleep(random.nextInt(6000));
			while (blocks > 0 && process.isAlive() && !(Files.exists(done) && Files
				.readAllLines(done).size() > blocks))
				Thread.sleep(2);
			if (blocks > 0) assertTrue(process.isAlive(), "over before the kill");
			process.destroyForcibly().waitFor();
		}
		fine(words);
		fine(words("undisturbed.twostream", "long.zarr", "tta=4"));
		assertSame(project, "undisturbed.twostream");
		final long left = Json.read(folder.resolve(project).resolve(
			"prediction/001.json")).object("figures").integer("voxels");
		if (blocks > 0) assertTrue(left < (long) LONG[0] * LONG[1] * LONG[2], left +
			" voxels were done again");
	}

	private static Process start(final String... words) throws IOException {
		final List<String> command = new ArrayList<>(List.of(Path.of(System
			.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-cp",
			System.getProperty("java.class.path"), "-Djava.awt.headless=true",
			Shell.class.getName()));
		command.addAll(List.of(words));
		return new ProcessBuilder(command).redirectOutput(
			ProcessBuilder.Redirect.DISCARD).redirectError(
				ProcessBuilder.Redirect.DISCARD).start();
	}
}
