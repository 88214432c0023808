
package org.twostream.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link Proportion} against published and separately computed intervals. */
class ProportionTest {

	// Newcombe 1998, Stat. Med. 17:857, table I, method 3 (Wilson score).
	@ParameterizedTest
	@CsvSource({ "81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605",
		"0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718" })
	void agreesWithNewcombe(final long successes, final long n, final double low,
		final double high)
	{
		final Proportion p = new Proportion(successes, n);
		assertEquals(low, p.low(), 5e-5);
		assertEquals(high, p.high(), 5e-5);
	}

	@Test
	void endsAreExactAndTheIntervalMirrors() {
		assertEquals(0, new Proportion(0, 7).low());
		assertEquals(1, new Proportion(7, 7).high());
		for (int k = 0; k <= 30; k++) {
			final Proportion p = new Proportion(k, 30);
			final Proportion q = new Proportion(30 - k, 30);
			assertEquals(1 - p.low(), q.high(), 1e-12);
			assertTrue(p.low() <= p.value() && p.value() <= p.high());
		}
	}

	@Test
	void nothingCountedIsNaNAndLeftOutOfJson() {
		final Proportion none = new Proportion(0, 0);
		assertTrue(Double.isNaN(none.value()));
		assertTrue(Double.isNaN(none.low()));
		assertTrue(Double.isNaN(none.high()));
		assertFalse(none.toJson().has("value"));
		assertEquals(0, none.toJson().integer("n"));
		assertEquals("none (n = 0)", none.text());
	}

	@Test
	void saysItselfInPerCent() {
		assertEquals("30.8 % (25.5 to 36.6, n = 263)", new Proportion(81, 263)
			.text());
	}

	@Test
	void refusesMoreThanAll() {
		assertThrows(IllegalArgumentException.class, () -> new Proportion(8, 7));
		assertThrows(IllegalArgumentException.class, () -> new Proportion(-1, 7));
	}
}
