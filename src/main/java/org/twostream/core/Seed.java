
package org.twostream.core;

import java.util.SplittableRandom;

/**
 * The start of every random choice. The same seed and the same purpose give the
 * same numbers on every machine and thread count; different purposes are
 * independent, so adding a random choice does not shift the others.
 *
 * @param value any number; the key {@code seed}
 */
public record Seed(long value) {

	/** An independent seed for a named purpose. */
	public Seed of(final String purpose) {
		long h = value * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L;
		for (int i = 0; i < purpose.length(); i++)
			h = mix(h ^ purpose.charAt(i));
		return new Seed(mix(h));
	}

	/** An independent seed for the n-th of many, such as a block or a window. */
	public Seed of(final long n) {
		return new Seed(mix(value ^ mix(n + 0x9E3779B97F4A7C15L)));
	}

	/** A generator that starts here; not thread-safe. */
	public SplittableRandom random() {
		return new SplittableRandom(mix(value));
	}

// Finaliser of SplitMix64 (Steele, Lea, Flood 2014).
	private static long mix(final long z0) {
		long z = z0;
		z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
		z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
		return z ^ (z >>> 31);
	}
}
