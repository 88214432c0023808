
package org.twostream.embed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.BitSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twostream.core.Seed;

class OrderTest {

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 16, 17, 100, 1000, 65536, 65537 })
	void everyThingHasOnePlace(final long n) {
		for (int seed = 0; seed < 5; seed++) {
			final Order order = new Order(n, new Seed(seed));
			final BitSet seen = new BitSet();
			for (long i = 0; i < n; i++) {
				final int at = (int) order.at(i);
				assertFalse(seen.get(at));
				seen.set(at);
			}
			assertEquals(n, seen.length());
			assertEquals(n, seen.cardinality());
		}
	}

	@Test
	void everyPlaceIsEquallyLikely() {
		final int n = 10;
		final int seeds = 20_000;
		final int[][] counts = new int[n][n];
		for (int seed = 0; seed < seeds; seed++) {
			final Order order = new Order(n, new Seed(seed));
			for (int i = 0; i < n; i++)
				counts[i][(int) order.at(i)]++;
		}
		// Chi-square with 81 degrees of freedom: mean 81, standard deviation 12.7.
		double chi = 0;
		for (final int[] row : counts)
			for (final int c : row)
				chi += Math.pow(c - seeds / (double) n, 2) / (seeds / (double) n);
		assertEquals(81, chi, 5 * 12.7);
	}

	@Test
	void neighboursPart() {
		final Order order = new Order(100_000, new Seed(1));
		int near = 0;
		for (int i = 0; i < 1000; i++)
			if (Math.abs(order.at(i) - order.at(i + 1)) < 1000) near++;
		// 2 % by chance.
		assertEquals(20, near, 20);
		assertNotEquals(order.at(0), new Order(100_000, new Seed(2)).at(0));
	}
}
