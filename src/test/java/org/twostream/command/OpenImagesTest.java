
package org.twostream.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;
import org.twostream.volume.EmVolume;

import ij.ImagePlus;
import ij.ImageStack;
import ij.macro.Interpreter;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

class OpenImagesTest {

	private static final int X = 1100;
	private static final int Y = 70;
	private static final int Z = 66;

	private static final List<ImagePlus> OPEN = new ArrayList<>();

	@TempDir
	Path folder;

	// Without a display, ImageJ knows only the images of a batch macro.
	@BeforeAll
	static void startBatchMode() {
		Interpreter.batchMode = true;
	}

	@AfterAll
	static void endBatchMode() {
		Interpreter.batchMode = false;
	}

	@AfterEach
	void closeImages() {
		OPEN.forEach(Interpreter::removeBatchModeImage);
		OPEN.clear();
	}

	@Test
	void everyVoxelOfAnOpenStackIsInTheCopy() {
		final byte[] expected = new byte[X * Y * Z];
		new Random(7).nextBytes(expected);
		final ImageStack stack = new ImageStack(X, Y);
		for (int z = 0; z < Z; z++)
			stack.addSlice(new ByteProcessor(X, Y, java.util.Arrays.copyOfRange(
				expected, z * X * Y, (z + 1) * X * Y)));
		final ImagePlus image = open("my stack: 1", stack);
		image.getCalibration().setUnit("micron");
		image.getCalibration().pixelWidth = 0.008;
		image.getCalibration().pixelHeight = 0.008;
		image.getCalibration().pixelDepth = 0.03;
		try (EmVolume volume = volume("my stack: 1")) {
			assertArrayEquals(expected, volume.bytes(0, volume.info().box()));
			assertEquals(Optional.of(new VoxelSize(8, 8, 30)), volume.info()
				.voxelSize());
		}
	}

	@Test
	void sixteenBitAndFloatKeepTheirValues() {
		open("ids", stack(new ShortProcessor(3, 2, new short[] { 0, 1, 2, 300,
			(short) 65535, 7 }, null)));
		open("floats", stack(new FloatProcessor(3, 1, new float[] { 0.5f, -1,
			3e9f })));
		try (EmVolume ids = volume("ids"); EmVolume floats = volume("floats")) {
			assertArrayEquals(new long[] { 0, 1, 2, 300, 65535, 7 }, ids.ids(0, ids
				.info().box()));
			final float[] values = new float[3];
			floats.read(0, floats.info().box(), values);
			assertArrayEquals(new float[] { 0.5f, -1, 3e9f }, values);
			assertEquals(Optional.empty(), ids.info().voxelSize());
		}
	}

	@Test
	void theSameImageIsOneVolumeAndAChangedOneAnother() throws IOException {
		final ImagePlus image = open("raw", stack(new ByteProcessor(5, 5)));
		final String first = uri("raw");
		assertEquals(first, uri("raw"));
		image.getProcessor().set(3, 3, 200);
		assertNotEquals(first, uri("raw"));
		try (Stream<Path> left = Files.list(folder.resolve("imported"))) {
			assertEquals(2, left.count(), "scratch folders are gone");
		}
	}

	@Test
	void filesAndNumbersAreLeftAsTheyAre() throws IOException {
		final Path file = Files.createFile(folder.resolve("raw.tif"));
		open(file.toString(), stack(new ByteProcessor(5, 5)));
		assertEquals(file.toString(), uri(file.toString()));
		assertEquals("", uri(""));
		assertEquals("s3://bucket/em.zarr", uri("s3://bucket/em.zarr"));
		open("001", stack(new ByteProcessor(5, 5)));
		assertEquals("001", uri("prediction", "001"), "the project's result");
		assertNotEquals("001", uri("raw", "001"));
	}

	@Test
	void imagesThatAreNoVolumeAreRefused() {
		open("colour", stack(new ColorProcessor(4, 4)));
		assertTrue(refusal("raw", "colour").startsWith("colour is a colour image"));
		open("hyper", sections(4)).setDimensions(2, 2, 1);
		assertEquals(
			"hyper has 2 channels, 2 slices and 1 frames; give a stack of one channel and one frame (Image > Duplicate...).",
			refusal("raw", "hyper"));
		open("movie", sections(8)).setDimensions(2, 2, 2);
		assertEquals(
			"movie has 2 channels, 2 slices and 2 frames; give a stack of one frame (Image > Duplicate...).",
			refusal("prediction", "movie"));
	}

	@Test
	void channelsOfAPredictionAreChannelsOfTheVolume() {
		final ImageStack stack = new ImageStack(3, 2);
		// ImageJ's order: channels run before slices
		for (int z = 0; z < 4; z++)
			for (int c = 0; c < 3; c++)
				stack.addSlice(new FloatProcessor(3, 2, new float[] { c, z, 0, 0, 0,
					0.5f }));
		open("pre post union", stack).setDimensions(3, 4, 1);
		try (EmVolume volume = Leaves.wiring().stores().open(uri("prediction",
			"pre post union")))
		{
			assertEquals(3, volume.info().channels());
			assertEquals(4, volume.info().zSize());
			final float[] section = new float[6];
			for (int c = 0; c < 3; c++)
				for (int z = 0; z < 4; z++) {
					volume.read(c, new Box(0, 0, z, 3, 2, z + 1), section);
					assertArrayEquals(new float[] { c, z, 0, 0, 0, 0.5f }, section);
				}
		}
	}

	@ParameterizedTest
	@CsvSource({ "1, 5, 1", "5, 1, 1", "1, 1, 5" })
	void aStackIsAStackWhateverItsOnlyAxisIsCalled(final int channels,
		final int slices, final int frames)
	{
		open("stack", sections(5)).setDimensions(channels, slices, frames);
		try (EmVolume volume = volume("stack")) {
			assertEquals(5, volume.info().zSize());
			assertEquals(1, volume.info().channels());
		}
	}

	@Test
	void oneOfTwoImagesOfATitleIsNotGuessed() {
		open("em", sections(2));
		open("em", sections(3));
		assertEquals(
			"raw=em is the title of 2 open images; rename all but one (Image > Rename...).",
			refusal("raw", "em"));
	}

	@Test
	void aClosedImageIsNeitherAFileNorAnImage() {
		final ImagePlus image = open("em.tif", sections(2));
		assertNotEquals("em.tif", uri("em.tif"));
		Interpreter.removeBatchModeImage(image);
		assertEquals(
			"labels=em.tif is neither a file nor the title of an open image; check the path, or open the image.",
			refusal("labels", "em.tif"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "data/em.tif", "C:\\data\\em.tif", "em.zarr?raw",
		"em.tif#z=0:6", "em\u0000", "a#z=x", "?" })
	void aTitleMayLookLikeAPath(final String title) {
		open(title, sections(2));
		assertTrue(Files.isDirectory(Path.of(uri(title))), uri(title));
	}

	@ParameterizedTest
	@CsvSource({ "um, 0.008", "\u00b5m, 0.008", "micron, 0.008", "nm, 8",
		"mm, 0.000008", "pixel, 0" })
	void calibrationsAreReadInNanometres(final String unit, final double edge) {
		final Calibration c = open("em", sections(2)).getCalibration();
		c.setUnit(unit);
		c.pixelWidth = c.pixelHeight = edge == 0 ? 1 : edge;
		c.pixelDepth = 2 * c.pixelWidth;
		try (EmVolume volume = volume("em")) {
			assertEquals(edge > 0, volume.info().voxelSize().isPresent());
			volume.info().voxelSize().ifPresent(v -> {
				assertEquals(8, v.x(), 1e-9);
				assertEquals(16, v.z(), 1e-9);
			});
		}
	}

	@Test
	void acorrectedCalibrationIsAnotherVolume() {
		final ImagePlus image = open("em", sections(2));
		final String first = uri("em");
		image.getCalibration().setUnit("nm");
		assertNotEquals(first, uri("em"));
	}

	/** 512 MiB of sections in a Java that may take 128. */
	@Test
	void aVirtualStackLargerThanMemoryIsReadSectionBySection() throws Exception {
		final Process process = new ProcessBuilder(Path.of(System.getProperty(
			"java.home"), "bin", "java").toString(), "-Xmx128m",
			"-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path"),
			VirtualStackCopy.class.getName(), folder.toString()).redirectErrorStream(
				true).start();
		assertEquals(
			"512 sections read, 1 volume, 1024 x 1024 x 512, section 300 holds 44",
			new String(process.getInputStream().readAllBytes(),
				StandardCharsets.UTF_8).strip());
	}

	private static ImageStack sections(final int n) {
		final ImageStack stack = new ImageStack(4, 4);
		for (int i = 0; i < n; i++)
			stack.addSlice(new ByteProcessor(4, 4));
		return stack;
	}

	private static ImageStack stack(final ImageProcessor slice) {
		final ImageStack stack = new ImageStack(slice.getWidth(), slice
			.getHeight());
		stack.addSlice(slice);
		return stack;
	}

	private static ImagePlus open(final String title, final ImageStack stack) {
		final ImagePlus image = new ImagePlus(title, stack);
		Interpreter.addBatchModeImage(image);
		OPEN.add(image);
		return image;
	}

	private EmVolume volume(final String title) {
		return Leaves.wiring().stores().open(uri(title));
	}

	private String uri(final String text) {
		return uri("raw", text);
	}

	private String uri(final String key, final String text) {
		return new OpenImages().uri(key, text, folder, Progress.NONE);
	}

	private String refusal(final String key, final String text) {
		return assertThrows(UserError.class, () -> uri(key, text)).getMessage();
	}
}
