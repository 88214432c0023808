
package org.twostream.volume.n5;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twostream.core.Box;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeStores;
import org.twostream.volume.chunked.ChunkedFormat;
import org.twostream.volume.chunked.ChunkedSpec;
import org.twostream.volume.chunked.ChunkedStore;
import org.twostream.volume.chunked.ChunkedWriter;
import org.twostream.volume.chunked.Compression;

/** Volumes behind a web server, as good and as bad as they come. */
class RemoteVolumeTest {

	private static final Path GOLDEN = Path.of("test-data", "volume");
	private static final VoxelSize NM = new VoxelSize(4, 5, 40);

	/** Of all tests: a server takes a second to stop. */
	@TempDir
	private static Path all;
	private static FolderServer server;
	private static FolderServer golden;

	private Path folder;

	private static final VolumeStores STORES = new VolumeStores(List.of(
		new ChunkedStore(), new N5Store()));

	@BeforeAll
	static void start() throws IOException {
		server = new FolderServer(all);
		golden = new FolderServer(GOLDEN);
	}

	@AfterAll
	static void stop() {
		server.close();
		golden.close();
	}

	@BeforeEach
	void makeFolder() throws IOException {
		folder = Files.createTempDirectory(all, "");
	}

	private String url(final String name) {
		return server.url(folder.getFileName() + "/" + name);
	}

	/** Ours and the library's reading of what zarr-python and others wrote. */
	@ParameterizedTest
	@CsvSource({ "v2-zstd.zarr,", "v2-zstd.zarr,s0", "v2-gzip-f.zarr,",
		"v2-zlib-big-endian.zarr,", "v2-bz2.zarr,", "v2-raw-5d.zarr,",
		"v2-double.zarr,", "v3-zstd.zarr,", "v3-gzip-transposed.zarr,",
		"v3-sharded.zarr,", "v3-sharded.zarr,s0", "gzip.n5,raw", "zstd.n5,raw",
		"bzip2.n5,raw", "raw.n5,raw" })
	void readsTheSameAsOurReaderDoesLocally(final String name,
		final String dataset) throws IOException
	{
		final String query = dataset == null ? "" : "?" + dataset;
		try (EmVolume expected = STORES.open(GOLDEN.resolve(name) + query);
				EmVolume actual = STORES.open(golden.url(name) + query))
		{
			assertEquals(expected.info().box(), actual.info().box());
			assertEquals(expected.info().type(), actual.info().type());
			assertEquals(expected.info().channels(), actual.info().channels());
			assertEquals(expected.info().voxelSize(), actual.info().voxelSize());
			for (final Box box : List.of(expected.info().box(), new Box(3, 2, 1, 20,
				11, 6)))
			{
				final float[] a = new float[box.arrayLength()];
				final float[] b = new float[box.arrayLength()];
				expected.read(0, box, a);
				actual.read(0, box, b);
				assertArrayEquals(a, b);
				if (expected.info().type() != PixelType.FLOAT32) assertArrayEquals(
					expected.ids(0, box), actual.ids(0, box));
			}
		}
	}

	private byte[] write(final ChunkedFormat format,
		final Compression compression)
	{
		final byte[] voxels = new byte[50 * 40 * 30];
		for (int i = 0; i < voxels.length; i++)
			voxels[i] = (byte) (1 + (i % 50 * 7 + i / 50 * 13) % 255);
		try (ChunkedWriter writer = ChunkedWriter.create(folder.resolve("v"),
			ChunkedSpec.of(PixelType.UINT8, 50, 40, 30).withChunk(16, 16, 16)
				.withFormat(format).withVoxelSize(NM).withCompression(compression)))
		{
			writer.write(0, writer.info().box(), voxels);
		}
		return voxels;
	}

	private List<Path> chunks() throws IOException {
		try (var files = Files.walk(folder)) {
			return files.filter(f -> Files.isRegularFile(f) && !f.getFileName()
				.toString().matches("\\..*|.*\\.json")).sorted().toList();
		}
	}

	private String name(final Path file) {
		return all.relativize(file).toString().replace('\\', '/');
	}

	@Test
	void onlyTheChunksOfABlockAreFetchedAndOnce() throws IOException {
		write(ChunkedFormat.ZARR2, Compression.zstd());
		try (EmVolume volume = STORES.open(url("v?0"))) {
			final int before = server.served();
			final Box block = new Box(16, 16, 0, 48, 32, 16);
			volume.bytes(0, block);
			assertEquals(2, server.served() - before);
			volume.bytes(0, block);
			volume.bytes(0, new Box(20, 20, 3, 40, 30, 9));
			assertEquals(2, server.served() - before);
		}
	}

	@ParameterizedTest
	@CsvSource({ "ZARR2,ZSTD", "ZARR3,GZIP", "N5,GZIP" })
	void aMissingChunkIsBackground(final ChunkedFormat format,
		final Compression.Kind kind) throws IOException
	{
		final byte[] all = write(format, new Compression(kind, 1));
		Files.delete(chunks().get(0));
		try (EmVolume volume = STORES.open(url("v?0"))) {
			final byte[] read = volume.bytes(0, volume.info().box());
			int zeros = 0;
			for (int i = 0; i < all.length; i++)
				if (read[i] == 0) zeros++;
				else assertEquals(all[i], read[i]);
			assertEquals(16 * 16 * 16, zeros);
		}
	}

	@ParameterizedTest
	@CsvSource({ "ZARR2,ZSTD", "ZARR2,RAW", "ZARR3,ZSTD", "ZARR3,GZIP",
		"ZARR3,RAW", "N5,GZIP", "N5,ZSTD", "N5,RAW" })
	void aChunkThatIsCutOffIsRefused(final ChunkedFormat format,
		final Compression.Kind kind) throws IOException
	{
		write(format, new Compression(kind, 1));
		final Path chunk = chunks().get(0);
		final byte[] whole = Files.readAllBytes(chunk);
		Files.write(chunk, Arrays.copyOf(whole, whole.length / 2));
		refused();
	}

	@ParameterizedTest
	@ValueSource(ints = { 403, 500, 503 })
	void aChunkThatTheServerRefusesIsNotBackground(final int status)
		throws IOException
	{
		write(ChunkedFormat.ZARR2, Compression.zstd());
		server.answer(name(chunks().get(0)), status);
		refused();
	}

	private void refused() {
		try (EmVolume volume = STORES.open(url("v?0"))) {
			oneSentence(assertThrows(UserError.class, () -> volume.bytes(0, volume
				.info().box())));
		}
	}

	private void oneSentence(final UserError e) {
		assertTrue(e.getMessage().contains("http://"), e.getMessage());
		assertTrue(e.getMessage().endsWith("."), e.getMessage());
		assertFalse(e.getMessage().contains("\n"), e.getMessage());
	}

	@Test
	void aServerThatVanishesIsSaid() throws IOException {
		write(ChunkedFormat.ZARR2, Compression.zstd());
		final FolderServer mortal = new FolderServer(folder);
		try (EmVolume volume = STORES.open(mortal.url("v?0"))) {
			mortal.close();
			oneSentence(assertThrows(UserError.class, () -> volume.bytes(0, volume
				.info().box())));
		}
		oneSentence(assertThrows(UserError.class, () -> STORES.open(mortal.url(
			"v"))));
	}

	@ParameterizedTest
	@CsvSource({ "ZARR2,zarr2", "ZARR2,zarr", "ZARR3,zarr3", "N5,n5" })
	void theFormatMayBeSaidInFront(final ChunkedFormat format,
		final String scheme)
	{
		final byte[] all = write(format, Compression.gzip());
		try (EmVolume volume = STORES.open(scheme + "://" + url("v?0"))) {
			assertArrayEquals(all, volume.bytes(0, volume.info().box()));
		}
	}

	@Test
	void nothingThereIsSaid() {
		write(ChunkedFormat.ZARR2, Compression.zstd());
		oneSentence(assertThrows(UserError.class, () -> STORES.open(url(
			"nothing.zarr"))));
		oneSentence(assertThrows(UserError.class, () -> STORES.open(url(
			"v?nothing"))));
	}

	@Test
	void remoteVolumesAreCropped() {
		final byte[] all = write(ChunkedFormat.N5, Compression.gzip());
		try (EmVolume volume = STORES.open(url("v?0") + "#x=1:50,y=2:40,z=3:4")) {
			assertEquals(Box.ofSize(49, 38, 1), volume.info().box());
			assertEquals(all[1 + 50 * (2 + 40 * 3)], volume.bytes(0, new Box(0, 0, 0,
				1, 1, 1))[0]);
		}
	}
}
