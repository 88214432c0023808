
package org.twostream.roi;

import org.twostream.core.Box;

/**
 * The foreground of a block, one bit per voxel. Each row along x has whole
 * words of 64 voxels, the first voxel in the lowest bit; row r = y + ySize * z
 * starts at word r * words. Bits behind a row's last voxel are 0, and so is one
 * more row behind the last.
 */
final class RowBits {

	static final byte[] NONE_KEPT = {};

	final int xSize;
	final int ySize;
	final int zSize;
	/** Words of a row. */
	final int words;
	final long[] bits;

	/** Without foreground. */
	RowBits(final int xSize, final int ySize, final int zSize) {
		this.xSize = xSize;
		this.ySize = ySize;
		this.zSize = zSize;
		words = xSize + 63 >> 6;
		bits = new long[Math.multiplyExact(words, ySize * zSize + 1)];
	}

	/** Without foreground, of a block of the size of a box. */
	RowBits(final Box box) {
		this((int) box.xSize(), (int) box.ySize(), (int) box.zSize());
	}

	/**
	 * @param voxels of a block of the size of a box, x fastest, unsigned
	 * @param least a voxel counts when its value is at least this, 0..255
	 */
	static RowBits of(final byte[] voxels, final int least, final Box box) {
		final RowBits rows = new RowBits(box);
		rows.add(new ByteThreshold(least), voxels, 0, rows.xSize, rows.xSize *
			rows.ySize, Box.ofSize(rows.xSize, rows.ySize, rows.zSize), NONE_KEPT);
		return rows;
	}

	/**
	 * Whether a voxel counts.
	 *
	 * @param row y + ySize * z
	 */
	boolean has(final int x, final int row) {
		return (bits[row * words + (x >> 6)] >>> x & 1) != 0;
	}

	/** Where the row of zeros starts. */
	int zeros() {
		return words * ySize * zSize;
	}

	/**
	 * Adds the foreground of a part of the block.
	 *
	 * @param voxels unsigned, as {@link org.twostream.volume.ByteParts} has them
	 * @param kept of the block, x fastest: gets at least those voxels that count,
	 *          the others stay as they are; {@link #NONE_KEPT} for none
	 */
	void add(final ByteThreshold threshold, final byte[] voxels, final int first,
		final int row, final int section, final Box part, final byte[] kept)
	{
		final int x = (int) part.xMin();
		final int n = (int) part.xSize();
		for (int z = (int) part.zMin(); z < part.zMax(); z++)
			for (int y = (int) part.yMin(); y < part.yMax(); y++)
				add(threshold, voxels, first + row * (y - (int) part.yMin()) + section *
					(z - (int) part.zMin()), y + ySize * z, x, n, kept);
	}

	private void add(final ByteThreshold threshold, final byte[] voxels,
		final int at, final int row, final int x, final int n, final byte[] kept)
	{
		int i = 0;
		for (; i + 64 <= n; i += 64) {
			final long word = threshold.word(voxels, at + i);
			if (word == 0) continue;
			put(row, x + i, word);
			if (kept.length > 0) System.arraycopy(voxels, at + i, kept, row * xSize +
				x + i, 64);
		}
		if (i == n) return;
		final long rest = threshold.some(voxels, at + i, n - i);
		if (rest == 0) return;
		put(row, x + i, rest);
		if (kept.length > 0) System.arraycopy(voxels, at + i, kept, row * xSize +
			x + i, n - i);
	}

	private void put(final int row, final int x, final long word) {
		final int w = row * words + (x >> 6);
		bits[w] |= word << x;
		if ((x & 63) != 0 && word >>> -x != 0) bits[w + 1] |= word >>> -x;
	}

	/** The bits of a word that lie in x from start to end - 1. */
	static long within(final int word, final int start, final int end) {
		long mask = -1;
		if (word == start >> 6) mask <<= start;
		if (word == end - 1 >> 6) mask &= -1L >>> -end;
		return mask;
	}
}
