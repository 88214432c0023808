
package org.twostream.review.scene;

import org.twostream.core.Box;
import org.twostream.volume.VolumeInfo;

/**
 * A volume at some resolution, cut into blocks. Two layers are equal if they
 * hold the same. Thread-safe.
 */
interface BlockLayer {

	/** Voxels of a block along an axis. */
	int edge(int axis);

	/** Voxels of the layer along an axis. */
	long length(int axis);

	/** Voxels of the full resolution in one of the layer's. */
	int factor(int axis);

	/**
	 * Reads a block.
	 *
	 * @param box of whole blocks, cut off at the layer's end
	 * @throws org.twostream.core.UserError if a part is missing or damaged
	 */
	VoxelBlock read(Box box);

	/** The voxels of a block. */
	default Box box(final long x, final long y, final long z) {
		return new Box(x * edge(0), y * edge(1), z * edge(2), Math.min(length(0),
			(x + 1) * edge(0)), Math.min(length(1), (y + 1) * edge(1)), Math.min(
				length(2), (z + 1) * edge(2)));
	}

	/**
	 * A block as large as is good to read and keep: the volume's chunk, some of
	 * them where they are small, a part of it where it is large.
	 */
	static int edge(final VolumeInfo info, final int axis) {
		final int chunk = axis == 0 ? info.xChunk() : axis == 1 ? info.yChunk()
			: info.zChunk();
		final int least = axis == 2 ? 1 : 32;
		if (chunk > 128) return 128;
		return chunk >= least ? chunk : chunk * ((least + chunk - 1) / chunk);
	}

	static long length(final VolumeInfo info, final int axis) {
		return axis == 0 ? info.xSize() : axis == 1 ? info.ySize() : info.zSize();
	}
}
