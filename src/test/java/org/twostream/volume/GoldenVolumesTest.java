
package org.twostream.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twostream.core.Box;
import org.twostream.core.VoxelSize;
import org.twostream.volume.chunked.ChunkedStore;
import org.twostream.volume.hdf5.Hdf5Store;
import org.twostream.volume.tiff.TiffStore;

/**
 * Volumes written by other programs' libraries: zarr-python, tensorstore, h5py,
 * tifffile. Made by {@code src/test/python/volume_golden.py}.
 */
class GoldenVolumesTest {

	private static final int X = 23;
	private static final int Y = 17;
	private static final int Z = 7;

	private static final VolumeStores STORES = new VolumeStores(List.of(
		new TiffStore(), new ChunkedStore(), new Hdf5Store()));

	private static long voxel(final long x, final long y, final long z) {
		return (7 * x + 13 * y + 29 * z + x * y % 5) % 256;
	}

	private static EmVolume open(final String uri) {
		return STORES.open(Path.of("test-data", "volume").resolve(uri).toString());
	}

	@ParameterizedTest
	@CsvSource({ "v2-zstd.zarr,UINT8,1", "v2-blosc.zarr,UINT16,257",
		"v2-blosc-zstd.zarr,UINT64,1099511627776", "v2-gzip-f.zarr,UINT16,257",
		"v2-zlib-big-endian.zarr,UINT16,257", "v2-lz4.zarr,UINT8,1",
		"v2-bz2.zarr,UINT8,1", "v2-raw-5d.zarr,UINT16,1",
		"v2-double.zarr,FLOAT32,1", "v3-zstd.zarr,UINT8,1",
		"v3-blosc.zarr,UINT64,1099511627776", "v3-gzip-transposed.zarr,UINT16,257",
		"v3-sharded.zarr,UINT16,257", "v3-sharded.zarr?s0,UINT16,257",
		"v2-zstd.zarr/s0,UINT8,1", "gzip.n5,UINT8,1", "zstd.n5,UINT16,257",
		"blosc.n5,UINT64,1099511627776", "bzip2.n5,UINT8,1", "raw.n5?raw,FLOAT32,1",
		"cremi.h5?volumes/raw,UINT8,1", "cremi.h5?contiguous,UINT16,257",
		"cremi.h5?real,FLOAT32,1",
		"cremi.h5?volumes/labels/clefts,UINT64,1099511627776", "lzw-8.tif,UINT8,1",
		"lzw-16-predictor.tif,UINT16,257", "deflate-8.tif,UINT8,1",
		"deflate-16-tiled.tif,UINT16,257", "raw-16-big-endian.tif,UINT16,257",
		"lzw-16-big-endian.tif,UINT16,257", "raw-8-tiled-bigtiff.tif,UINT8,1",
		"deflate-float-predictor.tif,FLOAT32,1", "white-is-zero.tif,UINT8,1",
		"imagej.tif,UINT16,257", "ome.tif,UINT8,1" })
	void readsWhatOthersWrote(final String uri, final PixelType type,
		final long factor)
	{
		try (EmVolume volume = open(uri)) {
			assertEquals(Box.ofSize(X, Y, Z), volume.info().box());
			assertEquals(1, volume.info().channels());
			assertEquals(type, volume.info().type());
			assertEquals(new VoxelSize(4.5, 5, 40), volume.info().voxelSize()
				.orElseThrow());
			check(volume, 0, volume.info().box(), factor, 0);
			check(volume, 0, new Box(3, 2, 1, 20, 11, 6), factor, 0);
			check(volume, 0, new Box(16, 8, 4, 17, 9, 5), factor, 0);
		}
	}

	private static void check(final EmVolume volume, final int channel,
		final Box box, final long factor, final long plus)
	{
		final float[] floats = new float[box.arrayLength()];
		final long[] expected = new long[floats.length];
		int i = 0;
		for (long z = box.zMin(); z < box.zMax(); z++)
			for (long y = box.yMin(); y < box.yMax(); y++)
				for (long x = box.xMin(); x < box.xMax(); x++)
					expected[i++] = (voxel(x, y, z) + plus) % 256 * factor;
		volume.read(channel, box, floats);
		for (int k = 0; k < floats.length; k++)
			assertEquals(expected[k], floats[k], 0f);
		if (volume.info().type() != PixelType.FLOAT32) assertArrayEquals(expected,
			volume.ids(channel, box));
		if (volume.info().type() != PixelType.UINT8) return;
		final byte[] bytes = volume.bytes(channel, box);
		for (int k = 0; k < expected.length; k++)
			assertEquals((byte) expected[k], bytes[k]);
	}

	@org.junit.jupiter.api.Test
	void readsChannels() {
		try (EmVolume volume = open("cremi.h5?channels")) {
			assertEquals(2, volume.info().channels());
			check(volume, 0, volume.info().box(), 1, 0);
			check(volume, 1, volume.info().box(), 1, 1);
		}
		try (EmVolume volume = open("imagej-channels.tif")) {
			assertEquals(2, volume.info().channels());
			assertEquals(Z, volume.info().zSize());
			check(volume, 0, volume.info().box(), 1, 0);
			final byte[] second = volume.bytes(1, volume.info().box());
			assertEquals((byte) (255 - voxel(5, 6, 3)), second[5 + X * (6 + Y * 3)]);
		}
	}

	@org.junit.jupiter.api.Test
	void packBitsAndChunksThatAreNotThere() {
		try (EmVolume volume = open("packbits-8.tif")) {
			final byte[] all = volume.bytes(0, volume.info().box());
			for (int i = 0; i < all.length; i++)
				assertEquals(voxel(i % X, i / X % Y, i / X / Y) / 64, all[i]);
		}
		try (EmVolume volume = open("cremi.h5?sparse")) {
			final byte[] all = volume.bytes(0, volume.info().box());
			for (int i = 0; i < all.length; i++)
				assertEquals((byte) (i < 4 * X * Y ? 0 : voxel(i % X, i / X % Y, i / X /
					Y)), all[i]);
		}
	}

	@org.junit.jupiter.api.Test
	void lzfChunksThatDidNotShrink() {
		try (EmVolume packed = open("cremi.h5?noise");
				EmVolume plain = open("cremi.h5?noise_plain"))
		{
			assertArrayEquals(plain.bytes(0, plain.info().box()), packed.bytes(0,
				packed.info().box()));
		}
	}
}
