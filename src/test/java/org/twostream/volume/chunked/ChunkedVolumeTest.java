
package org.twostream.volume.chunked;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.twostream.core.Box;
import org.twostream.core.UserError;
import org.twostream.volume.EmVolume;
import org.twostream.volume.EmVolumeContract;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeStores;

class ChunkedVolumeTest {

	private static final VolumeStores STORES = new VolumeStores(List.of(
		new ChunkedStore()));

	/** Written by us, opened through the store. */
	private abstract static class Written extends EmVolumeContract {

		private final ChunkedFormat format;
		private final PixelType type;
		private final Compression compression;

		Written(final ChunkedFormat format, final PixelType type,
			final Compression compression)
		{
			this.format = format;
			this.type = type;
			this.compression = compression;
		}

		@Override
		protected EmVolume open() {
			final Path place = folder.resolve("volume.container");
			try (ChunkedWriter writer = ChunkedWriter.create(place, ChunkedSpec.of(
				type, X, Y, Z).withChunk(16, 8, 4).withFormat(format).withCompression(
					compression).withVoxelSize(NM)))
			{
				final Box box = writer.info().box();
				if (type == PixelType.UINT8) writer.write(0, box, allBytes());
				else if (type == PixelType.FLOAT32) {
					final long[] values = allVoxels();
					final float[] floats = new float[values.length];
					for (int i = 0; i < floats.length; i++)
						floats[i] = values[i];
					writer.write(0, box, floats);
				}
				else writer.write(0, box, allVoxels());
			}
			return STORES.open(place.toString());
		}
	}

	@Nested
	class Zarr2Bytes extends Written {

		Zarr2Bytes() {
			super(ChunkedFormat.ZARR2, PixelType.UINT8, Compression.zstd());
		}
	}

	@Nested
	class Zarr3Shorts extends Written {

		Zarr3Shorts() {
			super(ChunkedFormat.ZARR3, PixelType.UINT16, Compression.blosc());
		}
	}

	@Nested
	class N5Ids extends Written {

		N5Ids() {
			super(ChunkedFormat.N5, PixelType.UINT64, Compression.gzip());
		}

		@Override
		protected long voxel(final long x, final long y, final long z) {
			return super.voxel(x, y, z) << 40;
		}
	}

	@Nested
	class N5Floats extends Written {

		N5Floats() {
			super(ChunkedFormat.N5, PixelType.FLOAT32, Compression.raw());
		}
	}

	@TempDir
	Path folder;

	static Stream<org.junit.jupiter.params.provider.Arguments> everyKind() {
		final List<org.junit.jupiter.params.provider.Arguments> all =
			new ArrayList<>();
		for (final ChunkedFormat format : ChunkedFormat.values())
			for (final Compression.Kind kind : Compression.Kind.values())
				for (final PixelType type : PixelType.values())
					if (format != ChunkedFormat.ZARR3 || kind != Compression.Kind.ZLIB)
						all.add(org.junit.jupiter.params.provider.Arguments.of(format, kind,
							type));
		return all.stream();
	}

	@ParameterizedTest
	@MethodSource("everyKind")
	void whatIsWrittenBoxByBoxReadsBack(final ChunkedFormat format,
		final Compression.Kind kind, final PixelType type)
	{
		final SplittableRandom random = new SplittableRandom(format.ordinal() * 31 +
			kind.ordinal() * 7 + type.ordinal());
		final int x = 1 + random.nextInt(12);
		final int y = 1 + random.nextInt(12);
		final int z = 1 + random.nextInt(12);
		final int channels = 1 + random.nextInt(2);
		final ChunkedSpec spec = ChunkedSpec.of(type, x, y, z).withChannels(
			channels).withChunk(4 + random.nextInt(8), 4 + random.nextInt(8), 4 +
				random.nextInt(9)).withFormat(format).withCompression(new Compression(
					kind, 1));
		final float[][] expected = new float[channels][];
		try (ChunkedWriter writer = ChunkedWriter.create(folder.resolve("v"),
			spec))
		{
			final Box all = writer.info().box();
			for (int c = 0; c < channels; c++) {
				expected[c] = new float[all.arrayLength()];
				for (final Box box : blocks(spec)) {
					final long[] ids = new long[box.arrayLength()];
					final float[] floats = new float[ids.length];
					for (int i = 0; i < ids.length; i++) {
						ids[i] = random.nextInt(3) == 0 ? random.nextInt(256) : 0;
						floats[i] = ids[i];
					}
					if (type == PixelType.FLOAT32) writer.write(c, box, floats);
					else writer.write(c, box, ids);
					copy(box, floats, expected[c], all);
				}
			}
			assertReads(writer.reader(), expected);
		}
		try (EmVolume read = STORES.open(folder.resolve("v").toString())) {
			assertEquals(channels, read.info().channels());
			assertEquals(type, read.info().type());
			assertReads(read, expected);
		}
		try (ChunkedWriter again = ChunkedWriter.reopen(folder.resolve("v"))) {
			final Box box = blocks(spec).get(0);
			final float[] zeros = new float[box.arrayLength()];
			if (type == PixelType.FLOAT32) again.write(0, box, zeros);
			else again.write(0, box, new long[zeros.length]);
			copy(box, zeros, expected[0], again.info().box());
			assertReads(again.reader(), expected);
		}
	}

	private static void assertReads(final EmVolume volume,
		final float[][] expected)
	{
		for (int c = 0; c < expected.length; c++) {
			final float[] read = new float[expected[c].length];
			volume.read(c, volume.info().box(), read);
			assertArrayEquals(expected[c], read);
		}
	}

	private static void copy(final Box box, final float[] from, final float[] to,
		final Box all)
	{
		int i = 0;
		for (long z = box.zMin(); z < box.zMax(); z++)
			for (long y = box.yMin(); y < box.yMax(); y++)
				for (long x = box.xMin(); x < box.xMax(); x++)
					to[(int) (x + all.xSize() * (y + all.ySize() * z))] = from[i++];
	}

	private static List<Box> blocks(final ChunkedSpec s) {
		final List<Box> boxes = new ArrayList<>();
		for (long z = 0; z < s.zSize(); z += s.zChunk())
			for (long y = 0; y < s.ySize(); y += s.yChunk())
				for (long x = 0; x < s.xSize(); x += s.xChunk())
					boxes.add(new Box(x, y, z, Math.min(x + s.xChunk(), s.xSize()), Math
						.min(y + s.yChunk(), s.ySize()), Math.min(z + s.zChunk(), s
							.zSize())));
		return boxes;
	}

	@Test
	void threadsWriteDifferentChunksAtOnce() throws Exception {
		final ChunkedSpec spec = ChunkedSpec.of(PixelType.UINT8, 64, 64, 64)
			.withChunk(16, 16, 16);
		final ExecutorService threads = Executors.newFixedThreadPool(4);
		try (ChunkedWriter writer = ChunkedWriter.create(folder.resolve("v"),
			spec))
		{
			final List<Future<?>> tasks = new ArrayList<>();
			for (final Box box : blocks(spec))
				tasks.add(threads.submit(() -> {
					final byte[] voxels = new byte[box.arrayLength()];
					java.util.Arrays.fill(voxels, (byte) (box.xMin() / 16 + box.yMin() +
						box.zMin() * 2 + 1));
					writer.write(0, box, voxels);
				}));
			for (final Future<?> task : tasks)
				task.get();
			for (final Box box : blocks(spec))
				for (final byte b : writer.reader().bytes(0, box))
					assertEquals((byte) (box.xMin() / 16 + box.yMin() + box.zMin() * 2 +
						1), b);
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void chunksOfZerosTakeNoSpace() throws IOException {
		try (ChunkedWriter writer = ChunkedWriter.create(folder.resolve("v"),
			ChunkedSpec.of(PixelType.UINT64, 64, 64, 64).withChunk(32, 32, 32)))
		{
			final long[] ids = new long[64 * 64 * 64];
			writer.write(0, writer.info().box(), ids);
			assertEquals(0, chunkFiles());
			ids[0] = 5;
			writer.write(0, writer.info().box(), ids);
			assertEquals(1, chunkFiles());
			ids[0] = 0;
			writer.write(0, writer.info().box(), ids);
			assertEquals(0, chunkFiles());
		}
	}

	private long chunkFiles() throws IOException {
		try (Stream<Path> files = Files.walk(folder.resolve("v"))) {
			return files.filter(Files::isRegularFile).filter(f -> !f.getFileName()
				.toString().startsWith(".")).count();
		}
	}

	@Test
	void boxesThatAreNotWholeChunksAreRefused() {
		try (ChunkedWriter writer = ChunkedWriter.create(folder.resolve("v"),
			ChunkedSpec.of(PixelType.UINT8, 40, 40, 40).withChunk(16, 16, 16)))
		{
			assertThrows(IllegalArgumentException.class, () -> writer.write(0,
				new Box(0, 0, 0, 15, 16, 16), new byte[15 * 16 * 16]));
			assertThrows(IllegalArgumentException.class, () -> writer.write(0,
				new Box(1, 0, 0, 16, 16, 16), new byte[15 * 16 * 16]));
			writer.write(0, new Box(32, 32, 32, 40, 40, 40), new byte[512]);
		}
	}

	@Test
	void whatCannotBeMadeLeavesNothing() throws IOException {
		final Path taken = folder.resolve("v");
		Files.createDirectories(taken);
		Files.writeString(taken.resolve("notes.txt"), "mine");
		assertThrows(UserError.class, () -> ChunkedWriter.create(taken, ChunkedSpec
			.of(PixelType.UINT8, 4, 4, 4)));
		try (Stream<Path> files = Files.walk(folder)) {
			assertEquals(List.of(folder, taken, taken.resolve("notes.txt")), files
				.sorted().toList());
		}
	}

	@Test
	void aVolumeIsNotOverwritten() {
		final ChunkedSpec spec = ChunkedSpec.of(PixelType.UINT8, 4, 4, 4);
		ChunkedWriter.create(folder.resolve("v"), spec).close();
		final UserError error = assertThrows(UserError.class, () -> ChunkedWriter
			.create(folder.resolve("v"), spec));
		assertTrue(error.getMessage().contains("already holds"), error
			.getMessage());
	}

	@ParameterizedTest
	@CsvSource({ "ZARR2,RAW", "ZARR2,GZIP", "ZARR2,ZLIB", "ZARR2,ZSTD",
		"ZARR2,BLOSC", "ZARR3,ZSTD", "N5,RAW", "N5,GZIP", "N5,ZSTD", "N5,BLOSC" })
	void damagedChunksAreNamed(final ChunkedFormat format,
		final Compression.Kind kind) throws IOException
	{
		final Path place = folder.resolve("v");
		final byte[] voxels = new byte[16 * 16 * 16];
		new java.util.Random(3).nextBytes(voxels);
		try (ChunkedWriter writer = ChunkedWriter.create(place, ChunkedSpec.of(
			PixelType.UINT8, 16, 16, 16).withFormat(format).withCompression(
				new Compression(kind, 1))))
		{
			writer.write(0, writer.info().box(), voxels);
		}
		final Path chunk;
		try (Stream<Path> files = Files.walk(place)) {
			chunk = files.filter(Files::isRegularFile).filter(f -> f.getFileName()
				.toString().equals("0")).findFirst().orElseThrow();
		}
		final byte[] whole = Files.readAllBytes(chunk);
		for (final int length : new int[] { 0, 1, 7, whole.length / 2,
			whole.length - 1 })
		{
			Files.write(chunk, java.util.Arrays.copyOf(whole, length));
			try (EmVolume volume = STORES.open(place.toString())) {
				final UserError error = assertThrows(UserError.class, () -> volume
					.bytes(0, volume.info().box()), "cut to " + length);
				assertTrue(error.getMessage().contains(chunk.toString()), error
					.getMessage());
			}
		}
	}

	@Test
	void aFlippedBitIsFoundByZstdsChecksum() throws IOException {
		final Path place = folder.resolve("v");
		final byte[] voxels = new byte[4096];
		new java.util.Random(3).nextBytes(voxels);
		try (ChunkedWriter writer = ChunkedWriter.create(place, ChunkedSpec.of(
			PixelType.UINT8, 16, 16, 16)))
		{
			writer.write(0, writer.info().box(), voxels);
		}
		final Path chunk = place.resolve("0/0/0/0");
		final byte[] bytes = Files.readAllBytes(chunk);
		bytes[2000] ^= 4;
		Files.write(chunk, bytes);
		try (EmVolume volume = STORES.open(place.toString())) {
			assertThrows(UserError.class, () -> volume.bytes(0, volume.info().box()));
		}
	}

	@Test
	void missingAndManyDatasetsAreNamed() {
		final Path root = folder.resolve("many.zarr");
		ChunkedArray.create(root.resolve("a"), ArraySpec.of(PixelType.UINT8, List
			.of(4L, 4L, 4L), List.of(4, 4, 4))).close();
		ChunkedArray.create(root.resolve("b/c"), ArraySpec.of(PixelType.UINT8, List
			.of(4L, 4L, 4L), List.of(4, 4, 4))).close();
		final UserError many = assertThrows(UserError.class, () -> STORES.open(root
			.toString()));
		assertTrue(many.getMessage().contains("[a, b/c]"), many.getMessage());
		final UserError none = assertThrows(UserError.class, () -> STORES.open(
			root + "?d"));
		assertTrue(none.getMessage().contains("[a, b/c]"), none.getMessage());
		try (EmVolume volume = STORES.open(root + "?b/c#z=1:3,x=2:")) {
			assertEquals(Box.ofSize(2, 4, 2), volume.info().box());
		}
		final UserError outside = assertThrows(UserError.class, () -> STORES.open(
			root + "?a#z=1:5"));
		assertTrue(outside.getMessage().contains("z=1:5"), outside.getMessage());
	}
}
