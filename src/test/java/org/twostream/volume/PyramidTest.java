
package org.twostream.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Box;
import org.twostream.core.Json;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;
import org.twostream.volume.chunked.ChunkedFormat;
import org.twostream.volume.chunked.ChunkedSpec;
import org.twostream.volume.chunked.ChunkedStore;
import org.twostream.volume.chunked.ChunkedWriter;

class PyramidTest {

	private static final VoxelSize THICK = new VoxelSize(8, 8, 30);

	@TempDir
	Path folder;

	private static byte[] noise(final int n) {
		final byte[] voxels = new byte[n];
		new Random(3).nextBytes(voxels);
		return voxels;
	}

	/** The mean of what is there of a box of voxels, one by one. */
	private static byte naive(final byte[] fine, final int[] size, final int x,
		final int y, final int z, final int... f)
	{
		int sum = 0;
		int n = 0;
		for (int zz = z * f[2]; zz < Math.min(size[2], (z + 1) * f[2]); zz++)
			for (int yy = y * f[1]; yy < Math.min(size[1], (y + 1) * f[1]); yy++)
				for (int xx = x * f[0]; xx < Math.min(size[0], (x + 1) * f[0]); xx++) {
					sum += fine[xx + size[0] * (yy + size[1] * zz)] & 0xff;
					n++;
				}
		return (byte) Math.round((double) sum / n);
	}

	@Test
	void voxelsAreTheMeansOfBoxes() {
		final int[] size = { 23, 17, 9 };
		final byte[] fine = noise(23 * 17 * 9);
		final EmVolume volume = ArrayVolume.of(fine, 23, 17, 9).withVoxelSize(
			THICK);
		for (final int[] f : new int[][] { { 2, 2, 1 }, { 2, 2, 2 }, { 3, 1,
			4 } })
		{
			final EmVolume coarse = new DownsampledVolume(volume, f[0], f[1], f[2]);
			final VolumeInfo info = coarse.info();
			assertEquals((23 + f[0] - 1) / f[0], info.xSize());
			assertEquals(THICK.z() * f[2], info.voxelSize().orElseThrow().z());
			final Box part = new Box(1, 2, 1, info.xSize(), info.ySize(), info
				.zSize());
			final byte[] got = coarse.bytes(0, part);
			int i = 0;
			for (int z = 1; z < part.zMax(); z++)
				for (int y = 2; y < part.yMax(); y++)
					for (int x = 1; x < part.xMax(); x++)
						assertEquals(naive(fine, size, x, y, z, f), got[i++]);
		}
	}

	@Test
	void theLongAxisIsHalvedLast() {
		final Pyramid pyramid = Pyramid.of(new DownsampledVolume(ArrayVolume.of(
			new byte[0], 0, 0, 0), 1, 1, 1), THICK);
		assertEquals(1, pyramid.levels().size());
		final List<Pyramid.Level> levels = Pyramid.of(ArrayVolume.of(new byte[3000 *
			40 * 10], 3000, 40, 10), THICK).levels();
		assertEquals(List.of(List.of(1., 1., 1.), List.of(2., 2., 1.), List.of(4.,
			4., 1.), List.of(8., 8., 2.)), levels.stream().map(l -> List.of(l.fx(), l
				.fy(), l.fz())).toList());
		assertEquals(375, levels.get(3).volume().info().xSize());
		assertEquals(5, levels.get(3).volume().info().ySize());
	}

	@Test
	void otherTypesAreRefused() {
		assertThrows(UserError.class, () -> new DownsampledVolume(ArrayVolume.of(
			new long[8], 2, 2, 2), 2, 2, 2));
	}

	private static void write(final Path place, final byte[] voxels,
		final int size, final ChunkedFormat format)
	{
		try (VolumeWriter out = ChunkedWriter.create(place, ChunkedSpec.of(
			PixelType.UINT8, size, 8, 4).withFormat(format)))
		{
			out.write(0, Box.ofSize(size, 8, 4), voxels);
		}
	}

	/** A group whose metadata name three levels, the last of which is missing. */
	private void multiscale() throws IOException {
		final byte[] fine = noise(600 * 8 * 4);
		write(folder.resolve("fine.zarr"), fine, 600, ChunkedFormat.ZARR2);
		write(folder.resolve("coarse.zarr"), noise(300 * 8 * 4), 300,
			ChunkedFormat.ZARR2);
		final Path group = Files.createDirectories(folder.resolve("image.zarr"));
		Files.copy(folder.resolve("fine.zarr/.zgroup"), group.resolve(".zgroup"));
		Files.move(folder.resolve("fine.zarr/0"), group.resolve("s0"));
		Files.move(folder.resolve("coarse.zarr/0"), group.resolve("s1"));
		final List<Json> axes = List.of("z", "y", "x").stream().map(n -> new Json()
			.put("name", n).put("type", "space").put("unit", "nanometer")).toList();
		final List<Json> datasets = List.of("s0", "s1", "s2").stream().map(
			n -> new Json().put("path", n).put("coordinateTransformations", List.of(
				new Json().put("type", "scale").put("scale", List.of(30., 8., 8.)))))
			.toList();
		Files.writeString(group.resolve(".zattrs"), new Json().put("multiscales",
			List.of(new Json().put("version", "0.4").put("axes", axes).put("datasets",
				datasets))).line());
	}

	@Test
	void storedLevelsComeFirst() throws IOException {
		multiscale();
		final VolumeStores stores = new VolumeStores(List.of(new ChunkedStore()));
		for (final String dataset : List.of("", "?s0"))
			try (EmVolume volume = stores.open(folder.resolve("image.zarr") +
				dataset))
			{
				final List<Pyramid.Level> levels = Pyramid.of(volume, THICK).levels();
				assertEquals(2, levels.size());
				assertSame(volume, levels.get(0).volume());
				assertEquals(List.of(2., 1., 1.), List.of(levels.get(1).fx(), levels
					.get(1).fy(), levels.get(1).fz()));
				assertArrayEquals(noise(300 * 8 * 4), levels.get(1).volume().bytes(0,
					Box.ofSize(300, 8, 4)));
			}
	}

	@Test
	void theLevelsOfN5AreThoseByTheirName() throws IOException {
		final Path image = folder.resolve("a.n5/image");
		for (int i = 0; i < 2; i++) {
			write(folder.resolve(i + ".n5"), noise(600 * 32 >> i), 600 >> i,
				ChunkedFormat.N5);
			try (var files = Files.walk(folder.resolve(i + ".n5"))) {
				final Path array = files.filter(p -> p.getFileName().toString().equals(
					"attributes.json")).filter(p -> read(p).contains("dimensions"))
					.findFirst().orElseThrow().getParent();
				Files.createDirectories(image);
				Files.move(array, image.resolve("s" + i));
			}
		}
		try (EmVolume volume = new ChunkedStore().open(VolumeUri.parse(folder
			.resolve("a.n5") + "?image")))
		{
			assertEquals(1, volume.coarser().size());
			assertArrayEquals(noise(300 * 8 * 4), volume.coarser().get(0).bytes(0, Box
				.ofSize(300, 8, 4)));
		}
	}

	private static String read(final Path file) {
		try {
			return Files.readString(file);
		}
		catch (final IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}
}
