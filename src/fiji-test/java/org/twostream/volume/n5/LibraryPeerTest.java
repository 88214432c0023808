
package org.twostream.volume.n5;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Cast;
import net.imglib2.view.Views;

import org.janelia.saalfeldlab.n5.Bzip2Compression;
import org.janelia.saalfeldlab.n5.Compression;
import org.janelia.saalfeldlab.n5.GzipCompression;
import org.janelia.saalfeldlab.n5.Lz4Compression;
import org.janelia.saalfeldlab.n5.N5Reader;
import org.janelia.saalfeldlab.n5.N5Writer;
import org.janelia.saalfeldlab.n5.RawCompression;
import org.janelia.saalfeldlab.n5.XzCompression;
import org.janelia.saalfeldlab.n5.blosc.BloscCompression;
import org.janelia.saalfeldlab.n5.imglib2.N5Utils;
import org.janelia.saalfeldlab.n5.universe.N5Factory;
import org.janelia.saalfeldlab.n5.universe.StorageFormat;
import org.janelia.scicomp.n5.zstandard.ZstandardCompression;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.twostream.core.Box;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeStore;
import org.twostream.volume.VolumeStores;
import org.twostream.volume.chunked.ChunkedFormat;
import org.twostream.volume.chunked.ChunkedSpec;
import org.twostream.volume.chunked.ChunkedStore;
import org.twostream.volume.chunked.ChunkedWriter;
import org.twostream.volume.chunked.Compression.Kind;
import org.twostream.volume.hdf5.Hdf5Store;

/**
 * The N5 library as a peer: what it writes our readers read, what we write it
 * reads, voxel for voxel, with odd edges and unequal blocks.
 */
class LibraryPeerTest {

	private static final int X = 23;
	private static final int Y = 17;
	private static final int Z = 11;
	private static final Box ALL = Box.ofSize(X, Y, Z);

	@TempDir
	private Path folder;

	private static long voxel(final long x, final long y, final long z,
		final PixelType type)
	{
		final long v = x * 7 + y * 13 + z * 29 + x * y % 5;
		return switch (type) {
			case UINT8, FLOAT32 -> v & 0xff;
			case UINT16 -> v * 97 & 0xffff;
			case UINT32 -> v * 0x9e3779b1L & 0xffffffffL;
			// Ids above 2^63 too.
			case UINT64 -> v * 0x9e3779b97f4a7c15L;
		};
	}

	private static long[] voxels(final PixelType type) {
		final long[] all = new long[X * Y * Z];
		int i = 0;
		for (int z = 0; z < Z; z++)
			for (int y = 0; y < Y; y++)
				for (int x = 0; x < X; x++)
					all[i++] = voxel(x, y, z, type);
		return all;
	}

	private static RandomAccessibleInterval<?> image(final PixelType type) {
		final long[] v = voxels(type);
		switch (type) {
			case UINT8:
				final byte[] bytes = new byte[v.length];
				for (int i = 0; i < v.length; i++)
					bytes[i] = (byte) v[i];
				return ArrayImgs.unsignedBytes(bytes, X, Y, Z);
			case UINT16:
				final short[] shorts = new short[v.length];
				for (int i = 0; i < v.length; i++)
					shorts[i] = (short) v[i];
				return ArrayImgs.unsignedShorts(shorts, X, Y, Z);
			case UINT32:
				final int[] ints = new int[v.length];
				for (int i = 0; i < v.length; i++)
					ints[i] = (int) v[i];
				return ArrayImgs.unsignedInts(ints, X, Y, Z);
			case UINT64:
				return ArrayImgs.unsignedLongs(v, X, Y, Z);
			default:
				final float[] floats = new float[v.length];
				for (int i = 0; i < v.length; i++)
					floats[i] = v[i] / 8f;
				return ArrayImgs.floats(floats, X, Y, Z);
		}
	}

	private static void check(final EmVolume volume, final PixelType type,
		final float floatScale)
	{
		assertEquals(ALL, volume.info().box());
		assertEquals(type, volume.info().type());
		final long[] expected = voxels(type);
		if (type == PixelType.FLOAT32) {
			final float[] read = new float[expected.length];
			volume.read(0, ALL, read);
			for (int i = 0; i < read.length; i++)
				assertEquals(expected[i] * floatScale, read[i], 0f);
		}
		else assertArrayEquals(expected, volume.ids(0, ALL));
		final Box inside = new Box(5, 3, 2, 21, 16, 9);
		final float[] part = new float[inside.arrayLength()];
		volume.read(0, inside, part);
		if (type == PixelType.UINT8) assertEquals(voxel(5, 3, 2, type), part[0],
			0f);
	}

	/** {format, compression, type} for what others write. */
	private static Stream<Arguments> theirs() {
		final List<Compression> n5 = List.of(new RawCompression(),
			new GzipCompression(), new GzipCompression(5, true), new Lz4Compression(),
			new Bzip2Compression(), new ZstandardCompression());
		final List<Compression> zarr = List.of(new RawCompression(),
			new GzipCompression(), new ZstandardCompression());
		Stream<Arguments> all = Stream.of(PixelType.values()).flatMap(t -> Stream
			.of(Arguments.of(StorageFormat.HDF5, new RawCompression(), t), Arguments
				.of(StorageFormat.N5, new GzipCompression(), t), Arguments.of(
					StorageFormat.ZARR2, new GzipCompression(), t), Arguments.of(
						StorageFormat.ZARR3, new GzipCompression(), t)));
		all = Stream.concat(all, n5.stream().map(c -> Arguments.of(StorageFormat.N5,
			c, PixelType.UINT16)));
		return Stream.concat(all, zarr.stream().flatMap(c -> Stream.of(
			StorageFormat.ZARR2, StorageFormat.ZARR3).map(f -> Arguments.of(f, c,
				PixelType.UINT16))));
	}

	@ParameterizedTest(name = "{0} {2} {index}")
	@MethodSource("theirs")
	void weReadWhatTheLibraryWrites(final StorageFormat format,
		final Compression compression, final PixelType type)
	{
		final Path place = write(format, compression, type);
		final VolumeStores ours = new VolumeStores(List.of(new ChunkedStore(),
			new Hdf5Store()));
		try (EmVolume volume = ours.open(place + "?em/raw")) {
			check(volume, type, 1 / 8f);
		}
		try (EmVolume volume = new VolumeStores(List.of(new N5Store())).open(place +
			"?em/raw"))
		{
			check(volume, type, 1 / 8f);
		}
	}

	@ParameterizedTest
	@MethodSource("org.twostream.volume.PixelType#values")
	void bloscWhereItsNativeLibraryIsInstalled(final PixelType type) {
		assumeTrue(bloscLoads(), "no native blosc");
		for (final StorageFormat format : List.of(StorageFormat.N5,
			StorageFormat.ZARR2, StorageFormat.ZARR3))
			for (final String codec : List.of("lz4", "zstd"))
				weReadWhatTheLibraryWrites(format, new BloscCompression(codec, 5, codec
					.equals("lz4") ? 1 : 2, 0, type.bytes(), 1), type);
	}

	private static boolean bloscLoads() {
		try {
			return new BloscCompression().getTypesize() > 0;
		}
		catch (final LinkageError e) {
			return false;
		}
	}

	/**
	 * Only the library decodes xz and the scale-offset filter that it writes into
	 * HDF5 with gzip: ours say so when they open, and it takes over.
	 */
	@ParameterizedTest
	@CsvSource({ "N5,UINT16", "N5,UINT64", "HDF5,UINT8", "HDF5,UINT16",
		"HDF5,UINT32", "HDF5,UINT64" })
	void theLibraryTakesOverWhatWeCannotOpen(final StorageFormat format,
		final PixelType type)
	{
		final String uri = write(format, format == StorageFormat.N5
			? new XzCompression(0) : new GzipCompression(), type) + "?em/raw";
		final List<VolumeStore> ours = List.of(new ChunkedStore(), new Hdf5Store());
		final UserError refusal = assertThrows(UserError.class,
			() -> new VolumeStores(ours).open(uri));
		assertTrue(refusal.getMessage().endsWith("."), refusal.getMessage());
		final List<VolumeStore> all = new ArrayList<>(ours);
		all.add(new N5Store());
		try (EmVolume volume = new VolumeStores(all).open(uri)) {
			check(volume, type, 1 / 8f);
		}
	}

	private <T extends NativeType<T>> Path write(final StorageFormat format,
		final Compression compression, final PixelType type)
	{
		final String ending = switch (format) {
			case HDF5 -> ".h5";
			case N5 -> ".n5";
			default -> ".zarr";
		};
		final Path place = folder.resolve(System.nanoTime() + ending);
		final RandomAccessibleInterval<T> image = Cast.unchecked(image(type));
		try (N5Writer writer = new N5Factory().openWriter(format, place.toUri())) {
			N5Utils.save(image, writer, "em/raw", new int[] { 8, 5, 4 }, compression);
		}
		return place;
	}

	private static Stream<Arguments> ours() {
		final Kind[] kinds = Kind.values();
		return Stream.of(ChunkedFormat.values()).flatMap(f -> Stream.concat(Stream
			.of(PixelType.values()).map(t -> Arguments.of(f, Kind.ZSTD, t)), Stream
				.of(kinds).map(k -> Arguments.of(f, k, PixelType.UINT16))));
	}

	@ParameterizedTest
	@MethodSource("ours")
	void theLibraryReadsWhatWeWrite(final ChunkedFormat format, final Kind kind,
		final PixelType type)
	{
		assumeTrue(kind != Kind.BLOSC || bloscLoads(), "no native blosc");
		// Zarr v3 has no zlib.
		if (format == ChunkedFormat.ZARR3 && kind == Kind.ZLIB) return;
		final Path place = folder.resolve("ours." + (format == ChunkedFormat.N5
			? "n5" : "zarr"));
		final VoxelSize nm = new VoxelSize(4, 5, 40);
		try (ChunkedWriter writer = ChunkedWriter.create(place, ChunkedSpec.of(type,
			X, Y, Z).withChunk(9, 8, 3).withFormat(format).withVoxelSize(nm)
			.withCompression(new org.twostream.volume.chunked.Compression(kind, 3))))
		{
			if (type == PixelType.FLOAT32) {
				final long[] v = voxels(type);
				final float[] f = new float[v.length];
				for (int i = 0; i < f.length; i++)
					f[i] = v[i];
				writer.write(0, ALL, f);
			}
			else writer.write(0, ALL, voxels(type));
		}
		checkWithTheLibraryAlone(place, type);
		final VolumeStore store = new N5Store();
		try (EmVolume volume = new VolumeStores(List.of(store)).open(place
			.toString()))
		{
			assertEquals(nm, volume.info().voxelSize().orElseThrow());
			check(volume, type, 1);
		}
	}

	private static <T extends NativeType<T> & RealType<T>> void
		checkWithTheLibraryAlone(final Path place, final PixelType type)
	{
		final long[] expected = voxels(type);
		try (N5Reader reader = new N5Factory().openReader(place.toString())) {
			final RandomAccessibleInterval<T> image = N5Utils.open(reader, "0");
			assertEquals(type.name().toLowerCase(Locale.ROOT), reader
				.getDatasetAttributes("0").getDataType().toString());
			int i = 0;
			for (final T voxel : Views.flatIterable(image)) {
				if (voxel instanceof IntegerType<?> id) assertEquals(expected[i], id
					.getIntegerLong());
				else assertEquals(expected[i], voxel.getRealFloat(), 0f);
				i++;
			}
			assertEquals(expected.length, i);
		}
	}
}
