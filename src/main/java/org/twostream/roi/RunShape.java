
package org.twostream.roi;

/**
 * Sums over the voxels of one run of a bundle of rows. All are whole numbers.
 * Coordinates are those of the block; for y and z only what the bundle's second
 * rows add is kept.
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
	/** Of the row: voxels, and sum of their x. */
	private long rowN;
	private long rowX;

	/** Starts a run. */
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
	 * Adds voxels of a row; those of smaller x come first.
	 *
	 * @param from x of the lowest bit
	 * @param mask not 0
	 */
	void add(final int from, final long mask) {
		final int low = Long.numberOfTrailingZeros(mask);
		final int high = 64 - Long.numberOfLeadingZeros(mask);
		if (n + rowN == 0) firstX = from + low;
		xMin = Math.min(xMin, from + low);
		xMax = Math.max(xMax, from + high);
		final long run = mask >>> low;
		if ((run & run + 1) != 0) {
			addScattered(from, mask);
			return;
		}
		final long k = high - low;
		final long a = from + low;
		// sum of 0..k-1, and 3 times that of their squares, shifted by a
		final long sum = k * (k - 1) / 2;
		rowN += k;
		rowX += k * a + sum;
		xx += k * a * a + 2 * a * sum + sum * (2 * k - 1) / 3;
	}

	private void addScattered(final int from, final long mask) {
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
		rowN += k;
		rowX += sum + k * from;
		xx += squares + 2L * from * sum + k * from * from;
	}

	/**
	 * Ends a row; rows come in the order z, then y.
	 *
	 * @param y 0 or 1
	 * @param z 0 or 1
	 * @return whether it has any voxel
	 */
	boolean endRow(final int y, final int z) {
		if (rowN == 0) return false;
		if (n == 0) {
			firstY = y;
			firstZ = z;
		}
		n += rowN;
		x += rowX;
		ny += y * rowN;
		nz += z * rowN;
		nyz += y * z * rowN;
		xy += y * rowX;
		xz += z * rowX;
		rowN = 0;
		rowX = 0;
		return true;
	}
}
