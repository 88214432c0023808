
package org.twostream.block;

import org.twostream.core.Box;

/**
 * Edges of a block in voxels; what a step holds in memory per thread is a small
 * multiple of their product.
 *
 * @param x 1 or more
 * @param y 1 or more
 * @param z 1 or more
 */
public record BlockSize(int x, int y, int z) {

	/**
	 * @throws IllegalArgumentException if an edge is below 1
	 */
	public BlockSize {
		if (x < 1 || y < 1 || z < 1) throw new IllegalArgumentException(
			"Block of " + x + " x " + y + " x " + z + " voxels");
	}

	/**
	 * The smallest size, at least this one, whose edges are multiples of a chunk:
	 * blocks that are written must be made of whole chunks.
	 */
	public BlockSize roundedUpTo(final int xChunk, final int yChunk,
		final int zChunk)
	{
		return new BlockSize(up(x, xChunk), up(y, yChunk), up(z, zChunk));
	}

	private static int up(final int size, final int chunk) {
		return (size + chunk - 1) / chunk * chunk;
	}

	/** The blocks of this size in a box, without halo. */
	public BlockGrid grid(final Box volume) {
		return new BlockGrid(volume, x, y, z);
	}
}
