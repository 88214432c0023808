
package org.twostream.roi;

/**
 * Sums over the voxels of one run of a bundle of rows. All are whole numbers.
 * Coordinates are those of the block.
 */
final class RunShape {

	/**
	 * Of eight voxels, by their bits: their number, from bit 8 the sum of their
	 * places 0..7, from bit 16 that of their squares.
	 */
	private static final int[] EIGHT = new int[256];

	static {
		for (int b = 0; b < 256; b++)
			for (int i = 0; i < 8; i++)
				if ((b >> i & 1) != 0) EIGHT[b] += 1 + (i << 8) + (i * i << 16);
	}

	/** Voxels of each row; rows as {@link Bundles#word} has them. */
	final long[] n = new long[4];
	/** Sum of x of each row. */
	final long[] x = new long[4];
	/** Sum of the square of x over all rows. */
	long xx;
	/** First voxel of each row that has any. */
	final int[] firstX = new int[4];
	int xMin;
	/** Behind the last voxel. */
	int xMax;

	void clear() {
		for (int row = 0; row < 4; row++) {
			n[row] = 0;
			x[row] = 0;
		}
		xx = 0;
		xMin = Integer.MAX_VALUE;
		xMax = 0;
	}

	/**
	 * Adds voxels of a row; those of smaller x come first.
	 *
	 * @param from x of the lowest bit
	 * @param mask not 0
	 */
	void add(final int row, final int from, final long mask) {
		final int low = Long.numberOfTrailingZeros(mask);
		if (n[row] == 0) firstX[row] = from + low;
		xMin = Math.min(xMin, from + low);
		xMax = Math.max(xMax, from + 64 - Long.numberOfLeadingZeros(mask));
		final long run = mask >>> low;
		if ((run & run + 1) != 0) {
			addScattered(row, from, mask);
			return;
		}
		final long k = Long.bitCount(mask);
		final long a = from + low;
		n[row] += k;
		// sums of 0..k-1 and of their squares, shifted by a
		final long sum = k * (k - 1) / 2;
		x[row] += k * a + sum;
		xx += k * a * a + 2 * a * sum + sum * (2 * k - 1) / 3;
	}

	private void addScattered(final int row, final int from, final long mask) {
		long k = 0;
		long sum = 0;
		long squares = 0;
		// from the highest eight down: what was summed moves by eight each time
		for (int shift = 56; shift >= 0; shift -= 8) {
			final int eight = EIGHT[(int) (mask >>> shift) & 255];
			squares += 16 * sum + 64 * k + (eight >> 16);
			sum += 8 * k + (eight >> 8 & 255);
			k += eight & 255;
		}
		n[row] += k;
		x[row] += sum + k * from;
		xx += squares + 2L * from * sum + k * from * from;
	}
}
