
package org.twostream.roi;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The foreground of a block, one bit per voxel. Each row along x has whole
 * words of 64 voxels, the first voxel in the lowest bit; row r = y + ySize * z
 * starts at word r * words. Bits behind a row's last voxel are 0.
 */
final class RowBits {

	private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(
		long[].class, ByteOrder.LITTLE_ENDIAN);
	private static final long LOW_SEVEN = 0x7f7f7f7f7f7f7f7fL;
	private static final long HIGH_BIT = 0x8080808080808080L;
	private static final long EIGHT_ONES = 0x0101010101010101L;

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
		bits = new long[Math.multiplyExact(words, ySize * zSize)];
	}

	/**
	 * @param voxels x fastest, unsigned
	 * @param offset of the block's first voxel
	 * @param least a voxel counts when its value is at least this, 0..255
	 */
	static RowBits of(final byte[] voxels, final int offset, final int least,
		final int xSize, final int ySize, final int zSize)
	{
		final RowBits rows = new RowBits(xSize, ySize, zSize);
		for (int row = 0; row < ySize * zSize; row++)
			rows.extract(voxels, offset + row * xSize, least, row * rows.words);
		return rows;
	}

	// 64 voxels at a time: compare eight bytes within one long, and gather their
	// answers to bits if there is any.
	private void extract(final byte[] voxels, final int offset, final int least,
		final int word)
	{
		final boolean low = least <= 128;
		final long add = EIGHT_ONES * (low ? 128 - least : 256 - least);
		final long or = low ? -1 : 0;
		int x = 0;
		for (; x + 64 <= xSize; x += 64) {
			final int at = offset + x;
			final long a = high(voxels, at, add, or);
			final long b = high(voxels, at + 8, add, or);
			final long c = high(voxels, at + 16, add, or);
			final long d = high(voxels, at + 24, add, or);
			final long e = high(voxels, at + 32, add, or);
			final long f = high(voxels, at + 40, add, or);
			final long g = high(voxels, at + 48, add, or);
			final long h = high(voxels, at + 56, add, or);
			final long any = (a | b | c | d | e | f | g | h) & HIGH_BIT;
			if (any != 0) bits[word + (x >> 6)] = gather(a) | gather(b) << 8 | gather(
				c) << 16 | gather(d) << 24 | gather(e) << 32 | gather(f) << 40 | gather(
					g) << 48 | gather(h) << 56;
		}
		if (x == xSize) return;
		long rest = 0;
		for (int i = x; i < xSize; i++)
			if ((voxels[offset + i] & 255) >= least) rest |= 1L << (i - x);
		bits[word + (x >> 6)] = rest;
	}

	/** The highest bit of each of eight bytes says whether it counts. */
	private static long high(final byte[] voxels, final int at, final long add,
		final long or)
	{
		final long v = (long) LONGS.get(voxels, at);
		final long sum = (v & LOW_SEVEN) + add;
		return sum & v | (sum | v) & or;
	}

	private static long gather(final long high) {
		return ((high & HIGH_BIT) >>> 7) * 0x0102040810204080L >>> 56;
	}

	/** Eight bytes, the first in the lowest bits. */
	static long eight(final byte[] voxels, final int at) {
		return (long) LONGS.get(voxels, at);
	}

	/** The bits of a word that lie in x from start to end - 1. */
	static long within(final int word, final int start, final int end) {
		long mask = -1;
		if (word == start >> 6) mask <<= start;
		if (word == end - 1 >> 6) mask &= -1L >>> -end;
		return mask;
	}
}
