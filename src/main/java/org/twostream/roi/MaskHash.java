
package org.twostream.roi;

import java.util.HexFormat;

/**
 * A hash of a set of voxels that does not depend on where the set lies, in
 * which order its voxels come, or how it is cut into blocks: the sum of a^x b^y
 * c^z over its voxels modulo the prime 2^61 - 1, for fixed random a, b, c. Two
 * different sets of extent d agree with a chance of about d / 2^61 (a
 * polynomial of degree d has at most d roots). A run along x is a geometric
 * series, so it costs as much as one voxel. Shifting a set multiplies its sum,
 * which is how blocks are joined and the final position taken out.
 */
final class MaskHash {

	private static final long P = (1L << 61) - 1;
	private static final long A = 0x0A5F1C3D9B7E2468L;
	private static final long B = 0x13C6EF372FE94F82L;
	private static final long C = 0x05BE0CD19137E217L;

	private final long[] runsTo;
	private final long[] yPower;
	private final long[] zPower;

	/** For blocks of up to this size. */
	MaskHash(final int xSize, final int ySize, final int zSize) {
		final long[] xPower = powers(A, xSize);
		runsTo = new long[xSize + 1];
		for (int x = 0; x < xSize; x++)
			runsTo[x + 1] = add(runsTo[x], xPower[x]);
		yPower = powers(B, ySize);
		zPower = powers(C, zSize);
	}

	private static long[] powers(final long base, final int n) {
		final long[] powers = new long[n];
		for (int i = 0; i < n; i++)
			powers[i] = i == 0 ? 1 : multiply(powers[i - 1], base);
		return powers;
	}

	/** The sum over one run of a block, x from start to end - 1. */
	long run(final int start, final int end, final int y, final int z) {
		return multiply(add(runsTo[end], P - runsTo[start]), rowFactor(y, z));
	}

	/**
	 * The sum along x of some voxels of a row.
	 *
	 * @param from x of the lowest bit
	 * @param mask 1 for a voxel of the set
	 */
	long along(final int from, final long mask) {
		long sum = 0;
		for (long rest = mask; rest != 0;) {
			final int start = Long.numberOfTrailingZeros(rest);
			// the run's bits become 0 and the bit behind it 1, if that was not left
			final long without = rest + (1L << start);
			final int end = without == 0 ? 64 : Long.numberOfTrailingZeros(without);
			sum = add(sum, add(runsTo[from + end], P - runsTo[from + start]));
			rest &= without;
		}
		return sum;
	}

	/** What the sum along x of each row y + ySize * z is multiplied by. */
	long[] rowFactors() {
		final long[] factors = new long[yPower.length * zPower.length];
		for (int row = 0; row < factors.length; row++)
			factors[row] = rowFactor(row % yPower.length, row / yPower.length);
		return factors;
	}

	private long rowFactor(final int y, final int z) {
		return multiply(yPower[y], zPower[z]);
	}

	/** The sum of two sets without a common voxel. */
	static long add(final long a, final long b) {
		final long sum = a + b;
		return sum >= P ? sum - P : sum;
	}

	/** What the sum of a set is multiplied by when the set moves. */
	static long factor(final long x, final long y, final long z) {
		return multiply(power(A, x), multiply(power(B, y), power(C, z)));
	}

	/** 16 hex digits for a sum whose set has its box at the origin. */
	static String text(final long sum) {
		long h = sum * 0x9E3779B97F4A7C15L;
		h = (h ^ h >>> 32) * 0xD6E8FEB86659FD93L;
		return HexFormat.of().toHexDigits(h ^ h >>> 32);
	}

	/** The product modulo the prime, of a sum and a factor. */
	static long multiply(final long a, final long b) {
		final long low = a * b;
		final long high = Math.multiplyHigh(a, b);
		return add(low & P, low >>> 61 | high << 3);
	}

	private static long power(final long base, final long exponent) {
		// a^(P - 1) = 1 modulo a prime, hence negative exponents are positive ones
		long e = Math.floorMod(exponent, P - 1);
		long result = 1;
		for (long square = base; e > 0; e >>= 1) {
			if ((e & 1) != 0) result = multiply(result, square);
			square = multiply(square, square);
		}
		return result;
	}
}
