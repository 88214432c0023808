
package org.twostream.roi;

import org.twostream.core.Box;

/**
 * The foreground of a block, one bit per voxel. Each row along x has whole
 * words of 64 voxels, the first voxel in the lowest bit; row r = y + ySize * z
 * starts at word r * words. Bits behind a row's last voxel are 0, and so is one
 * more row behind the last.
 */
final class RowBits {

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
		rows.add(new ByteThreshold(least), voxels, 0, 0, box.arrayLength(),
			Word.NONE);
		return rows;
	}

	/** Whether a voxel counts, by its index in the block, x fastest. */
	boolean has(final int index) {
		final int row = index / xSize;
		final int x = index - row * xSize;
		return (bits[row * words + (x >> 6)] >>> x & 1) != 0;
	}

	/** Where the row of zeros starts. */
	int zeros() {
		return words * ySize * zSize;
	}

	/** Told of voxels of one row of which one or more count. */
	@FunctionalInterface
	interface Word {

		Word NONE = (voxels, at, index, n) -> {};

		/**
		 * @param at of the first of them in the array
		 * @param index of the first of them in the block, x fastest
		 * @param n at most 64
		 */
		void at(byte[] voxels, int at, int index, int n);
	}

	/**
	 * Adds the foreground of some voxels that follow each other in the block, x
	 * fastest.
	 *
	 * @param voxels unsigned
	 * @param offset of the first of them in the array
	 * @param index of the first of them in the block
	 * @param n how many, of any number of rows
	 * @param found told of those parts in which there is any
	 */
	void add(final ByteThreshold threshold, final byte[] voxels, final int offset,
		final int index, final int n, final Word found)
	{
		int at = offset;
		int row = index / xSize;
		int x = index - row * xSize;
		for (int left = n; left > 0;) {
			final int here = Math.min(left, xSize - x);
			stretch(threshold, voxels, at, row, x, here, found);
			at += here;
			left -= here;
			row++;
			x = 0;
		}
	}

	private void stretch(final ByteThreshold threshold, final byte[] voxels,
		final int at, final int row, final int x, final int n, final Word found)
	{
		int i = 0;
		for (; i + 64 <= n; i += 64) {
			final long word = threshold.word(voxels, at + i);
			if (word == 0) continue;
			put(row, x + i, word);
			found.at(voxels, at + i, row * xSize + x + i, 64);
		}
		if (i == n) return;
		final long rest = threshold.some(voxels, at + i, n - i);
		if (rest == 0) return;
		put(row, x + i, rest);
		found.at(voxels, at + i, row * xSize + x + i, n - i);
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
