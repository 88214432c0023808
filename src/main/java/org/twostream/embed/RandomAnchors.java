
package org.twostream.embed;

import java.util.SplittableRandom;

import org.twostream.core.Seed;

/**
 * Any patch.
 *
 * @param sizes number of patches by kind
 */
record RandomAnchors(int[] sizes, Seed seed) implements AnchorChoice {

	@Override
	public int same(final int kind, final int at, final long k) {
		if (sizes[kind] == 1) return at;
		return (at + 1 + random(k).nextInt(sizes[kind] - 1)) % sizes[kind];
	}

	@Override
	public int other(final int kind, final int at, final long k) {
		final SplittableRandom random = random(k);
		// the first number is the choice of same
		if (sizes[kind] > 1) random.nextInt(sizes[kind] - 1);
		return random.nextInt(sizes[1 - kind]);
	}

	private SplittableRandom random(final long k) {
		return seed.of(k).random();
	}
}
