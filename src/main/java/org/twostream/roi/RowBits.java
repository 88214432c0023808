
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
	// answers to bits. All of them laid on each other are no less than the
	// largest, so that mere background is passed over at once.
	private void extract(final byte[] voxels, final int offset, final int least,
		final int word)
	{
		final boolean low = least <= 128;
		final long add = EIGHT_ONES * (low ? 128 - least : 256 - least);
		final long or = low ? -1 : 0;
		int x = 0;
		for (; x + 64 <= xSize; x += 64) {
			final int at = offset + x;
			final long a = eight(voxels, at);
			final long b = eight(voxels, at + 8);
			final long c = eight(voxels, at + 16);
			final long d = eight(voxels, at + 24);
			final long e = eight(voxels, at + 32);
			final long f = eight(voxels, at + 40);
			final long g = eight(voxels, at + 48);
			final long h = eight(voxels, at + 56);
			if (high(a | b | c | d | e | f | g | h, add, or) == 0) continue;
			bits[word + (x >> 6)] = gather(high(a, add, or)) | gather(high(b, add,
				or)) << 8 | gather(high(c, add, or)) << 16 | gather(high(d, add,
					or)) << 24 | gather(high(e, add, or)) << 32 | gather(high(f, add,
						or)) << 40 | gather(high(g, add, or)) << 48 | gather(high(h, add,
							or)) << 56;
		}
		if (x == xSize) return;
		long rest = 0;
		for (int i = x; i < xSize; i++)
			if ((voxels[offset + i] & 255) >= least) rest |= 1L << (i - x);
		bits[word + (x >> 6)] = rest;
	}

	/** The highest bit of each of eight bytes says whether it counts. */
	private static long high(final long v, final long add, final long or) {
		final long sum = (v & LOW_SEVEN) + add;
		return (sum & v | (sum | v) & or) & HIGH_BIT;
	}

	private static long gather(final long high) {
		return (high >>> 7) * 0x0102040810204080L >>> 56;
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
