
package org.twostream.embed;

import java.util.SplittableRandom;

import org.twostream.core.Seed;

/**
 * A random order of n things that needs no memory: a Feistel network over the
 * next power of four, walked until it falls inside (Black and Rogaway 2002).
 */
final class Order {

	private static final int ROUNDS = 6;

	private final long n;
	private final int halfBits;
	private final long[] keys = new long[ROUNDS];

	/**
	 * @param n 1 or more
	 */
	Order(final long n, final Seed seed) {
		this.n = n;
		int bits = 1;
		while (1L << 2 * bits < n)
			bits++;
		halfBits = bits;
		final SplittableRandom random = seed.random();
		for (int i = 0; i < ROUNDS; i++)
			keys[i] = random.nextLong();
	}

	/** The thing at a place; each of 0..n-1 has one. */
	long at(final long place) {
		long v = place;
		do {
			v = permute(v);
		}
		while (v >= n);
		return v;
	}

	private long permute(final long v) {
		final long mask = (1L << halfBits) - 1;
		long left = v >>> halfBits;
		long right = v & mask;
		for (final long key : keys) {
			long h = (right + key) * 0x9E3779B97F4A7C15L;
			h ^= h >>> 29;
			h *= 0xBF58476D1CE4E5B9L;
			final long next = left ^ h >>> 32 & mask;
			left = right;
			right = next;
		}
		return left << halfBits | right;
	}
}
