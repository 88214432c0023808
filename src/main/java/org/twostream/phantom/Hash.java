
package org.twostream.phantom;

/**
 * Numbers from places: the same seed and lattice point give the same bits
 * wherever and in whatever order they are asked for.
 */
final class Hash {

	private Hash() {}

	// Finaliser of SplitMix64 (Steele, Lea, Flood 2014).
	static long mix(final long z0) {
		long z = z0;
		z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
		z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
		return z ^ (z >>> 31);
	}

	static long of(final long key, final long x, final long y, final long z) {
		return mix(key + x * 0x9E3779B97F4A7C15L + y * 0xC2B2AE3D27D4EB4FL + z *
			0x165667B19E3779F9L);
	}

	static long of(final long key, final long n) {
		return mix(key ^ mix(n + 0x9E3779B97F4A7C15L));
	}

	/** 0 (inside) to 1 (outside). */
	static double unit(final long hash) {
		return (hash >>> 11) * 0x1p-53;
	}

	/** The n-th (0, 1, 2) group of 21 bits as 0 (inside) to 1 (outside). */
	static double part(final long hash, final int n) {
		return (hash >>> (21 * n) & 0x1FFFFF) * 0x1p-21;
	}
}
