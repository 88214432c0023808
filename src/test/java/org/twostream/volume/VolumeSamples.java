
package org.twostream.volume;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.twostream.core.Box;
import org.twostream.core.VoxelSize;
import org.twostream.volume.chunked.ArraySpec;
import org.twostream.volume.chunked.ChunkedArray;
import org.twostream.volume.chunked.ChunkedFormat;
import org.twostream.volume.chunked.ChunkedSpec;
import org.twostream.volume.chunked.ChunkedWriter;
import org.twostream.volume.chunked.Compression;
import org.twostream.volume.tiff.TiffWriter;

/**
 * Writes one volume of each kind that is written, for
 * {@code src/test/python/volume_check.py} to read. Argument: an empty folder.
 */
public final class VolumeSamples {

	private static final int X = 100;
	private static final int Y = 70;
	private static final int Z = 40;
	private static final VoxelSize NM = new VoxelSize(4.5, 5, 40);

	private VolumeSamples() {}

	private static int voxel(final int i) {
		final int x = i % X;
		final int y = i / X % Y;
		final int z = i / X / Y;
		return (7 * x + 13 * y + 29 * z + x * y % 5) % 256;
	}

	public static void main(final String[] args) {
		final Path folder = Path.of(args[0]);
		for (final ChunkedFormat format : ChunkedFormat.values())
			for (final Compression.Kind kind : Compression.Kind.values())
				for (final PixelType type : PixelType.values())
					if (format != ChunkedFormat.ZARR3 || kind != Compression.Kind.ZLIB)
						chunked(folder, format, new Compression(kind, 3), type);
		for (final boolean deflate : new boolean[] { true, false })
			for (final PixelType type : List.of(PixelType.UINT8, PixelType.UINT16,
				PixelType.FLOAT32))
				tiff(folder, type, deflate);
		final float[] rows = new float[50 * 20];
		for (int i = 0; i < rows.length; i++)
			rows[i] = i / 8f;
		try (ChunkedArray array = ChunkedArray.create(folder.resolve(
			"embedding.zarr"), ArraySpec.of(PixelType.FLOAT32, List.of(50L, 20L), List
				.of(16, 20))))
		{
			array.writeRows(0, 50, rows);
		}
	}

	private static void chunked(final Path folder, final ChunkedFormat format,
		final Compression compression, final PixelType type)
	{
		final String name = String.join("-", format.name(), compression.kind()
			.name(), type.name()).toLowerCase(Locale.ROOT) +
			(format == ChunkedFormat.N5 ? ".n5" : ".zarr");
		final boolean channels = type == PixelType.UINT8;
		final ChunkedSpec spec = ChunkedSpec.of(type, X, Y, Z).withChunk(32, 32, 16)
			.withFormat(format).withCompression(compression).withVoxelSize(NM)
			.withName("sample");
		try (ChunkedWriter writer = ChunkedWriter.create(folder.resolve(name),
			channels ? spec.withChannels(2) : spec))
		{
			final Box all = writer.info().box();
			for (int c = 0; c < writer.info().channels(); c++)
				if (type == PixelType.FLOAT32) writer.write(c, all, floats());
				else writer.write(c, all, ids(c));
		}
	}

	private static long[] ids(final int channel) {
		final long[] ids = new long[X * Y * Z];
		for (int i = 0; i < ids.length; i++)
			ids[i] = (voxel(i) + channel) % 256;
		return ids;
	}

	private static float[] floats() {
		final float[] values = new float[X * Y * Z];
		for (int i = 0; i < values.length; i++)
			values[i] = voxel(i);
		return values;
	}

	private static void tiff(final Path folder, final PixelType type,
		final boolean deflate)
	{
		final Path file = folder.resolve((deflate ? "deflate-" : "raw-") + type
			.name().toLowerCase(Locale.ROOT) + ".tif");
		try (TiffWriter writer = TiffWriter.create(file, X, Y, Z, type, Optional.of(
			NM), deflate))
		{
			for (int z = 0; z < Z; z++) {
				final int from = X * Y * z;
				if (type == PixelType.FLOAT32) writer.page(java.util.Arrays.copyOfRange(
					floats(), from, from + X * Y));
				else writer.page(java.util.Arrays.copyOfRange(ids(0), from, from + X *
					Y));
			}
		}
	}
}
