
package org.twostream.roi;

/**
 * Sums over the voxels of one run of a bundle of rows. All are whole numbers.
 * Coordinates are those of the block; of y and z only what the bundle's second
 * rows add is here.
 */
final class RunShape {

	/** Sums of the places before each place of a word, and of their squares. */
	private static final int[] SUM = new int[65];
	private static final int[] SQUARES = new int[65];
	/**
	 * Of eight voxels, by their bits: the sum of their places 0..7, from bit 8
	 * that of the squares.
	 */
	private static final int[] EIGHT = new int[256];

	static {
		for (int i = 0; i < 64; i++) {
			SUM[i + 1] = SUM[i] + i;
			SQUARES[i + 1] = SQUARES[i] + i * i;
		}
		for (int b = 0; b < 256; b++)
			for (int i = 0; i < 8; i++)
				if ((b >> i & 1) != 0) EIGHT[b] += i + (i * i << 8);
	}

	/** Voxels. */
	long n;
	/** Voxels of the second rows along y, along z, and both. */
	long ny;
	long nz;
	long nyz;
	/** Sum of x, also that of the second rows along y and along z. */
	long x;
	long xy;
	long xz;
	/** Sum of the square of x. */
	long xx;
	int xMin;
	/** Behind the last voxel. */
	int xMax;

	/** Forgets what was added. */
	void clear() {
		n = 0;
		ny = 0;
		nz = 0;
		nyz = 0;
		x = 0;
		xy = 0;
		xz = 0;
		xx = 0;
		xMin = Integer.MAX_VALUE;
		xMax = 0;
	}

	/**
	 * Adds voxels of the bundle's four rows, one or more in all.
	 *
	 * @param from x of the lowest bit
	 * @param a the first row
	 * @param b the second along y
	 * @param c the second along z
	 * @param d the second along both
	 */
	void add(final int from, final long a, final long b, final long c,
		final long d)
	{
		final long all = a | b | c | d;
		xMin = Math.min(xMin, from + Long.numberOfTrailingZeros(all));
		xMax = Math.max(xMax, from + 64 - Long.numberOfLeadingZeros(all));
		final int na = Long.bitCount(a);
		final int nb = Long.bitCount(b);
		final int nc = Long.bitCount(c);
		final int nd = Long.bitCount(d);
		final int sa;
		final int sb;
		final int sc;
		final int sd;
		final int squares;
		if ((gaps(a) | gaps(b) | gaps(c) | gaps(d)) == 0) {
			final int ia = Long.numberOfTrailingZeros(a);
			final int ib = Long.numberOfTrailingZeros(b);
			final int ic = Long.numberOfTrailingZeros(c);
			final int id = Long.numberOfTrailingZeros(d);
			sa = SUM[ia + na] - SUM[ia];
			sb = SUM[ib + nb] - SUM[ib];
			sc = SUM[ic + nc] - SUM[ic];
			sd = SUM[id + nd] - SUM[id];
			squares = SQUARES[ia + na] - SQUARES[ia] + SQUARES[ib + nb] -
				SQUARES[ib] + SQUARES[ic + nc] - SQUARES[ic] + SQUARES[id + nd] -
				SQUARES[id];
		}
		else {
			final long fa = scattered(a);
			final long fb = scattered(b);
			final long fc = scattered(c);
			final long fd = scattered(d);
			sa = (int) fa;
			sb = (int) fb;
			sc = (int) fc;
			sd = (int) fd;
			squares = (int) (fa + fb + fc + fd >>> 32);
		}
		final long k = na + nb + nc + nd;
		final long sum = sa + sb + sc + sd;
		n += k;
		ny += nb + nd;
		nz += nc + nd;
		nyz += nd;
		x += sum + k * from;
		xy += sb + sd + (long) (nb + nd) * from;
		xz += sc + sd + (long) (nc + nd) * from;
		xx += squares + (2 * sum + k * from) * from;
	}

	/** 0 where bits of 1 follow each other without a gap. */
	private static long gaps(final long bits) {
		return bits + (bits & -bits) & bits;
	}

	/** The sum of the places, from bit 32 on that of their squares. */
	private static long scattered(final long mask) {
		long count = 0;
		long places = 0;
		long squares = 0;
		// from the highest eight down: what was summed moves by eight each time
		for (int shift = 56; shift >= 0; shift -= 8) {
			final int bits = (int) (mask >>> shift) & 255;
			final int eight = EIGHT[bits];
			squares += 16 * places + 64 * count + (eight >> 8);
			places += 8 * count + (eight & 255);
			count += Integer.bitCount(bits);
		}
		return squares << 32 | places;
	}
}
