
package org.twostream.volume.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;
import org.twostream.volume.EmVolume;
import org.twostream.volume.EmVolumeContract;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeUri;

import ij.ImagePlus;
import ij.io.Opener;

class TiffTest {

	private static EmVolume open(final Path file) {
		return new TiffStore().open(VolumeUri.parse(file.toString()));
	}

	@Nested
	class OursUncompressed extends EmVolumeContract {

		@Override
		protected EmVolume open() {
			final Path file = folder.resolve("v.tif");
			try (TiffWriter writer = TiffWriter.create(file, X, Y, Z, PixelType.UINT8,
				Optional.of(NM), false))
			{
				for (int z = 0; z < Z; z++)
					writer.page(Arrays.copyOfRange(allBytes(), X * Y * z, X * Y * (z +
						1)));
			}
			return TiffTest.open(file);
		}
	}

	@Nested
	class OursDeflated extends EmVolumeContract {

		@Override
		protected EmVolume open() {
			final Path file = folder.resolve("v.tif");
			try (TiffWriter writer = TiffWriter.create(file, X, Y, Z,
				PixelType.UINT16, Optional.of(NM), true))
			{
				for (int z = 0; z < Z; z++)
					writer.page(Arrays.copyOfRange(allVoxels(), X * Y * z, X * Y * (z +
						1)));
			}
			return TiffTest.open(file);
		}
	}

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource({ "true", "false" })
	void imageJReadsWhatWeWrite(final boolean deflate) {
		final Path file = folder.resolve("ours.tif");
		final byte[] pixels = new byte[30 * 20];
		try (TiffWriter writer = TiffWriter.create(file, 30, 20, 5, PixelType.UINT8,
			Optional.of(new VoxelSize(4.6, 4.6, 50)), deflate))
		{
			for (int z = 0; z < 5; z++) {
				for (int i = 0; i < pixels.length; i++)
					pixels[i] = (byte) (i * 3 + z * 50);
				writer.page(pixels);
			}
		}
		final ImagePlus image = new Opener().openImage(file.toString());
		assertEquals(5, image.getNSlices());
		assertEquals(4.6, image.getCalibration().pixelWidth, 1e-5);
		assertEquals(50, image.getCalibration().pixelDepth, 0);
		assertEquals("nm", image.getCalibration().getUnit());
		assertArrayEquals(pixels, (byte[]) image.getStack().getPixels(5));
	}

	@Test
	void weReadWhatImageJWrites() throws IOException {
		final Path file = folder.resolve("ij.tif");
		final ij.ImageStack stack = new ij.ImageStack(8, 6);
		for (int z = 0; z < 3; z++) {
			final short[] pixels = new short[48];
			Arrays.fill(pixels, (short) (60000 + z));
			stack.addSlice("", pixels);
		}
		final ImagePlus image = new ImagePlus("x", stack);
		image.getCalibration().setUnit("micron");
		image.getCalibration().pixelWidth = 0.004;
		image.getCalibration().pixelHeight = 0.004;
		image.getCalibration().pixelDepth = 0.03;
		assertTrue(new ij.io.FileSaver(image).saveAsTiffStack(file.toString()));
		try (EmVolume volume = open(file)) {
			assertEquals(new VoxelSize(4, 4, 30), volume.info().voxelSize()
				.orElseThrow());
			assertEquals(60002, volume.ids(0, volume.info().box())[48 * 2 + 7]);
		}
	}

	/** A stack as ImageJ writes it above 4 GB: one directory for all pages. */
	@Test
	void onePageStacksAreUnfolded() throws IOException {
		final Path file = folder.resolve("v.tif");
		final byte[] pixels = new byte[12];
		try (TiffWriter writer = TiffWriter.create(file, 4, 3, 3, PixelType.UINT8,
			Optional.empty(), false))
		{
			for (int z = 0; z < 3; z++) {
				Arrays.fill(pixels, (byte) (z + 1));
				writer.page(pixels);
			}
		}
		final byte[] bytes = Files.readAllBytes(file);
		final java.nio.ByteBuffer b = java.nio.ByteBuffer.wrap(bytes).order(
			java.nio.ByteOrder.LITTLE_ENDIAN);
		final int first = b.getInt(4);
		b.putInt(first + 2 + 12 * b.getShort(first), 0);
		Files.write(file, bytes);
		try (EmVolume volume = open(file)) {
			assertEquals(3, volume.info().zSize());
			assertEquals(3, volume.bytes(0, volume.info().box())[30]);
		}
	}

	@Test
	void anUnfinishedStackLeavesNothing() throws IOException {
		final Path file = folder.resolve("v.tif");
		try (TiffWriter writer = TiffWriter.create(file, 4, 3, 3, PixelType.UINT8,
			Optional.empty(), false))
		{
			writer.page(new byte[12]);
		}
		assertFalse(Files.exists(file));
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(0, files.count());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "lzw-8.tif", "deflate-16-tiled.tif",
		"raw-16-big-endian.tif", "packbits-8.tif", "raw-8-tiled-bigtiff.tif",
		"imagej.tif" })
	void aCutOffFileIsRefusedWhenOpened(final String name) throws IOException {
		final byte[] whole = Files.readAllBytes(Path.of("test-data", "volume",
			name));
		final Path file = folder.resolve(name);
		for (int length = 1; length < whole.length - 300; length += Math.max(1,
			whole.length / 40))
		{
			Files.write(file, Arrays.copyOf(whole, length));
			final int n = length;
			final UserError error = assertThrows(UserError.class, () -> open(file),
				() -> "cut to " + n);
			assertTrue(error.getMessage().contains(name), error.getMessage());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "lzw-8.tif", "deflate-8.tif", "packbits-8.tif" })
	void damagedPixelsAreRefusedWhenRead(final String name) throws IOException {
		final Path file = folder.resolve(name);
		final byte[] whole = Files.readAllBytes(Path.of("test-data", "volume",
			name));
		final java.util.SplittableRandom random = new java.util.SplittableRandom(1);
		int refused = 0;
		for (int i = 0; i < 40; i++) {
			final byte[] damaged = whole.clone();
			for (int k = 0; k < 60; k++)
				damaged[8 + random.nextInt(whole.length - 8)] = (byte) random.nextInt();
			Files.write(file, damaged);
			try (EmVolume volume = open(file)) {
				volume.bytes(0, volume.info().box());
			}
			catch (final UserError e) {
				refused++;
			}
			catch (final IllegalArgumentException e) {
				// damage that made a box too large to be read as a whole
				assertTrue(e.getMessage().contains("does not fit"), e.toString());
			}
		}
		assertTrue(refused > 10, "refused " + refused);
	}

	@Test
	void coloursAndOtherFilesAreRefused() throws IOException {
		final UserError colour = assertThrows(UserError.class, () -> open(Path.of(
			"test-data", "volume", "colour.tif")));
		assertTrue(colour.getMessage().contains("8-bit"), colour.getMessage());
		final Path text = Files.writeString(folder.resolve("a.tif"),
			"not an image at all");
		final UserError none = assertThrows(UserError.class, () -> open(text));
		assertTrue(none.getMessage().contains("is not a TIFF"), none.getMessage());
		assertThrows(UserError.class, () -> open(Files.write(folder.resolve(
			"b.tif"), new byte[0])));
	}
}
