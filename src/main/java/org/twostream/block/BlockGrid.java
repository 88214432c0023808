
package org.twostream.block;

import java.io.Serializable;

import org.twostream.core.Box;

/**
 * A box cut into blocks of equal size from its first corner; the last ones on
 * each axis are smaller where the size does not divide. Immutable.
 */
public final class BlockGrid implements Serializable {

	private static final long serialVersionUID = 1L;

	private final Box volume;
	private final long xSize;
	private final long ySize;
	private final long zSize;
	private final int xBlocks;
	private final int yBlocks;
	private final int zBlocks;
	private final Halo halo;

	private record Halo(long x, long y, long z, boolean clipped)
			implements
				Serializable {
	}

	/**
	 * Blocks without a halo.
	 *
	 * @param volume what is cut, voxels; an empty box gives a grid of no blocks
	 * @param xSize edge of a block in voxels, 1 or more
	 * @param ySize as xSize
	 * @param zSize as xSize
	 * @throws IllegalArgumentException if a size is below 1 or there would be
	 *           more than 2^31 - 1 blocks
	 */
	public BlockGrid(final Box volume, final long xSize, final long ySize,
		final long zSize)
	{
		this(volume, xSize, ySize, zSize, new Halo(0, 0, 0, true));
	}

	private BlockGrid(final Box volume, final long xSize, final long ySize,
		final long zSize, final Halo halo)
	{
		if (xSize < 1 || ySize < 1 || zSize < 1) throw new IllegalArgumentException(
			"Block of " + xSize + " x " + ySize + " x " + zSize + " voxels");
		this.volume = volume;
		this.xSize = xSize;
		this.ySize = ySize;
		this.zSize = zSize;
		this.halo = halo;
		final boolean empty = volume.isEmpty();
		xBlocks = empty ? 0 : blocks(volume.xSize(), xSize);
		yBlocks = empty ? 0 : blocks(volume.ySize(), ySize);
		zBlocks = empty ? 0 : blocks(volume.zSize(), zSize);
		if ((double) xBlocks * yBlocks * zBlocks > Integer.MAX_VALUE)
			throw new IllegalArgumentException(xBlocks + " x " + yBlocks + " x " +
				zBlocks + " blocks are too many");
	}

	private static int blocks(final long size, final long block) {
		final long n = (size - 1) / block + 1;
		if (n > Integer.MAX_VALUE) throw new IllegalArgumentException(n +
			" blocks on one axis are too many");
		return (int) n;
	}

	/**
	 * The same blocks with an outer box that is larger on all sides.
	 *
	 * @param x voxels added on both sides of x
	 * @param y as x
	 * @param z as x
	 * @param clipped true: the outer box ends at the volume's border; false: it
	 *          reaches beyond, and the reader has to make up the voxels there
	 */
	public BlockGrid withHalo(final long x, final long y, final long z,
		final boolean clipped)
	{
		if (x < 0 || y < 0 || z < 0) throw new IllegalArgumentException("Halo of " +
			x + ", " + y + ", " + z + " voxels");
		return new BlockGrid(volume, xSize, ySize, zSize, new Halo(x, y, z,
			clipped));
	}

	/** What is cut. */
	public Box volume() {
		return volume;
	}

	/** Number of blocks. */
	public int size() {
		return xBlocks * yBlocks * zBlocks;
	}

	/** Number of blocks along x. */
	public int xBlocks() {
		return xBlocks;
	}

	/** Number of blocks along y. */
	public int yBlocks() {
		return yBlocks;
	}

	/** Number of blocks along z. */
	public int zBlocks() {
		return zBlocks;
	}

	/**
	 * @param index 0..{@link #size}-1
	 */
	public Block block(final int index) {
		if (index < 0 || index >= size()) throw new IndexOutOfBoundsException(
			"Block " + index + " of " + size());
		final long x = volume.xMin() + index % xBlocks * xSize;
		final long y = volume.yMin() + index / xBlocks % yBlocks * ySize;
		final long z = volume.zMin() + index / xBlocks / yBlocks * zSize;
		final Box core = new Box(x, y, z, Math.min(x + xSize, volume.xMax()), Math
			.min(y + ySize, volume.yMax()), Math.min(z + zSize, volume.zMax()));
		final Box outer = core.grow(halo.x, halo.y, halo.z);
		return new Block(index, core, halo.clipped ? outer.intersect(volume)
			: outer);
	}

	/**
	 * Everything that decides what a block's index means, as one line of text;
	 * part of the fingerprint of a resumable run.
	 */
	public String text() {
		return volume + " in " + xSize + "x" + ySize + "x" + zSize + " " + halo;
	}

	@Override
	public String toString() {
		return text();
	}
}
