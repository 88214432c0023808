
package org.twostream.roi;

/**
 * Sums over the voxels of one run of a bundle of rows. All are whole numbers.
 * Coordinates are those of the block; of y and z only what the bundle's second
 * rows add is here.
 */
final class RunShape {

	private static final int ROWS = 4;
	/**
	 * Of eight voxels, by their bits: the sum of their places 0..7, from bit 8
	 * that of the squares.
	 */
	private static final int[] EIGHT = new int[256];

	static {
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
	/** x, y and z of the first voxel; y and z 0 or 1. */
	int firstX;
	int firstY;
	int firstZ;
	// of one row
	private long k;
	private long sum;
	private long squares;

	/**
	 * Sums over a run.
	 *
	 * @param rows where the bundle's rows start in the bits, as
	 *          {@link Bundles#words} gives them
	 * @param from first x
	 * @param to behind the last x
	 */
	void of(final long[] bits, final int[] rows, final int from, final int to) {
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
		for (int row = 0; row < ROWS; row++) {
			if (rows[row] < 0) continue;
			k = 0;
			sum = 0;
			squares = 0;
			for (int w = from >> 6; w <= to - 1 >> 6; w++) {
				final long m = bits[rows[row] + w] & RowBits.within(w, from, to);
				if (m != 0) add(w << 6, m);
			}
			if (k > 0) endRow(row & 1, row >> 1);
		}
	}

	private void add(final int from, final long mask) {
		final int low = from + Long.numberOfTrailingZeros(mask);
		final int high = from + 64 - Long.numberOfLeadingZeros(mask);
		if (n + k == 0) firstX = low;
		xMin = Math.min(xMin, low);
		xMax = Math.max(xMax, high);
		final long run = mask >>> low;
		if ((run & run + 1) == 0) {
			final long count = high - low;
			final long places = count * (count - 1) / 2;
			k += count;
			sum += count * low + places;
			squares += count * low * low + 2 * low * places + places * (2 * count -
				1) / 3;
		}
		else scattered(from, mask);
	}

	private void scattered(final int from, final long mask) {
		long count = 0;
		long places = 0;
		long placeSquares = 0;
		// from the highest eight down: what was summed moves by eight each time
		for (int shift = 56; shift >= 0; shift -= 8) {
			final int bits = (int) (mask >>> shift) & 255;
			final int eight = EIGHT[bits];
			placeSquares += 16 * places + 64 * count + (eight >> 8);
			places += 8 * count + (eight & 255);
			count += Integer.bitCount(bits);
		}
		k += count;
		sum += places + count * from;
		squares += placeSquares + 2L * from * places + count * from * from;
	}

	// Rows come in the order z, then y.
	private void endRow(final int y, final int z) {
		if (n == 0) {
			firstY = y;
			firstZ = z;
		}
		n += k;
		x += sum;
		xx += squares;
		if (y > 0) {
			ny += k;
			xy += sum;
		}
		if (z > 0) {
			nz += k;
			xz += sum;
			if (y > 0) nyz = k;
		}
	}
}
