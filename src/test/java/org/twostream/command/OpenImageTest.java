
package org.twostream.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Progress;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;
import org.twostream.volume.EmVolume;

import ij.ImagePlus;
import ij.ImageStack;
import ij.macro.Interpreter;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

class OpenImageTest {

	private static final int X = 1100;
	private static final int Y = 70;
	private static final int Z = 66;

	private static final List<ImagePlus> OPEN = new ArrayList<>();

	@TempDir
	Path folder;

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
		assertEquals("001", uri("001"));
		assertEquals("", uri(""));
	}

	@Test
	void imagesThatAreNoVolumeAreRefused() {
		open("colour", stack(new ColorProcessor(4, 4)));
		assertTrue(assertThrows(UserError.class, () -> uri("colour")).getMessage()
			.startsWith("colour is a colour image"));
		final ImageStack stack = stack(new ByteProcessor(4, 4));
		for (int i = 0; i < 3; i++)
			stack.addSlice(new ByteProcessor(4, 4));
		open("hyper", stack).setDimensions(2, 2, 1);
		assertTrue(assertThrows(UserError.class, () -> uri("hyper")).getMessage()
			.startsWith("hyper has 2 channels, 2 slices"));
	}

	private static ImageStack stack(final ImageProcessor slice) {
		final ImageStack stack = new ImageStack(slice.getWidth(), slice
			.getHeight());
		stack.addSlice(slice);
		return stack;
	}

	// Without a display, ImageJ knows only the images of a batch macro.
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
		return OpenImage.uri(text, folder, Progress.NONE);
	}
}
