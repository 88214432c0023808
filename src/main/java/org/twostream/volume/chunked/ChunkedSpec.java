
package org.twostream.volume.chunked;

import java.util.List;
import java.util.Optional;

import org.twostream.core.VoxelSize;
import org.twostream.volume.PixelType;
import org.twostream.volume.Pyramid;

/**
 * What a volume is to be, for {@link ChunkedWriter#create}. Made by {@link #of}
 * and changed by the {@code with} methods; immutable. Without
 * {@link #withChannels} the volume has axes z, y, x; with it c, z, y, x, also
 * for one channel: predictions always have the channel axis.
 *
 * @param xSize voxels along x
 * @param ySize voxels along y
 * @param zSize sections
 * @param channels 0 for no channel axis, else their number
 * @param type of the voxels
 * @param xChunk chunk edge along x; a chunk holds one channel
 * @param yChunk chunk edge along y
 * @param zChunk chunk edge along z
 * @param voxelSize nm
 * @param compression of the chunks
 * @param format of the folder
 * @param name of the image in the metadata
 */
public record ChunkedSpec(long xSize, long ySize, long zSize, int channels,
		PixelType type, int xChunk, int yChunk, int zChunk,
		Optional<VoxelSize> voxelSize, Compression compression,
		ChunkedFormat format, String name) {

	/** Default chunk edge in voxels. */
	public static final int CHUNK = 64;

	/** Zarr v2, zstd, chunks of 64 x 64 x 64 or the volume where it is less. */
	public static ChunkedSpec of(final PixelType type, final long xSize,
		final long ySize, final long zSize)
	{
		return new ChunkedSpec(xSize, ySize, zSize, 0, type, (int) Math.min(xSize,
			CHUNK), (int) Math.min(ySize, CHUNK), (int) Math.min(zSize, CHUNK),
			Optional.empty(), Compression.zstd(), ChunkedFormat.ZARR2, "");
	}

	/** With a channel axis of 1 or more. */
	public ChunkedSpec withChannels(final int n) {
		return new ChunkedSpec(xSize, ySize, zSize, n, type, xChunk, yChunk, zChunk,
			voxelSize, compression, format, name);
	}

	public ChunkedSpec withChunk(final int x, final int y, final int z) {
		return new ChunkedSpec(xSize, ySize, zSize, channels, type, x, y, z,
			voxelSize, compression, format, name);
	}

	/** @param size nm */
	public ChunkedSpec withVoxelSize(final VoxelSize size) {
		return withVoxelSize(Optional.of(size));
	}

	/** @param size nm, empty for unknown */
	public ChunkedSpec withVoxelSize(final Optional<VoxelSize> size) {
		return new ChunkedSpec(xSize, ySize, zSize, channels, type, xChunk, yChunk,
			zChunk, size, compression, format, name);
	}

	public ChunkedSpec withCompression(final Compression c) {
		return new ChunkedSpec(xSize, ySize, zSize, channels, type, xChunk, yChunk,
			zChunk, voxelSize, c, format, name);
	}

	public ChunkedSpec withFormat(final ChunkedFormat f) {
		return new ChunkedSpec(xSize, ySize, zSize, channels, type, xChunk, yChunk,
			zChunk, voxelSize, compression, f, name);
	}

	public ChunkedSpec withName(final String n) {
		return new ChunkedSpec(xSize, ySize, zSize, channels, type, xChunk, yChunk,
			zChunk, voxelSize, compression, format, n);
	}

	/** The same volume at a lower resolution. */
	ChunkedSpec coarser(final Pyramid.Factors f) {
		final long x = (xSize + f.x() - 1) / f.x();
		final long y = (ySize + f.y() - 1) / f.y();
		final long z = (zSize + f.z() - 1) / f.z();
		return new ChunkedSpec(x, y, z, channels, type, (int) Math.min(x, xChunk),
			(int) Math.min(y, yChunk), (int) Math.min(z, zChunk), voxelSize,
			compression, format, name);
	}

	/** The array that holds it: axes (c,) z, y, x. */
	ArraySpec array() {
		return channels == 0 ? new ArraySpec(List.of(zSize, ySize, xSize), List.of(
			zChunk, yChunk, xChunk), type, compression, format, List.of("z", "y",
				"x")) : new ArraySpec(List.of((long) channels, zSize, ySize, xSize),
					List.of(1, zChunk, yChunk, xChunk), type, compression, format, List
						.of("c", "z", "y", "x"));
	}
}
