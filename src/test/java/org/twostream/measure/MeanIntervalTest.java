
package org.twostream.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class MeanIntervalTest {

	@Test
	void agreesWithTheTable() {
		// t(4; 0.975) = 2.776, standard error sqrt(2.5 / 5)
		final MeanInterval i = MeanInterval.of(1, 2, 3, 4, 5);
		assertEquals(3, i.mean(), 1e-12);
		assertEquals(3 - 2.776445 * Math.sqrt(0.5), i.low(), 1e-5);
		assertEquals(3 + 2.776445 * Math.sqrt(0.5), i.high(), 1e-5);
		assertEquals(5, i.n());
	}

	@Test
	void oneValueHasNoInterval() {
		final MeanInterval one = MeanInterval.of(0.5);
		assertTrue(Double.isNaN(one.low()) && Double.isNaN(one.high()));
		assertEquals("50.0 % (n = 1)", one.text());
		assertFalse(one.toJson().has("low"));
		assertEquals("none (n = 0)", MeanInterval.of().text());
	}

	@Test
	void holdsTheTrueMeanNineteenTimesInTwenty() {
		final SplittableRandom random = new SplittableRandom(3);
		int held = 0;
		final int repeats = 4000;
		for (int r = 0; r < repeats; r++) {
			final double[] values = new double[5];
			for (int i = 0; i < values.length; i++)
				values[i] = random.nextGaussian();
			final MeanInterval interval = MeanInterval.of(values);
			if (interval.low() <= 0 && interval.high() >= 0) held++;
		}
		// four standard deviations of a share of 0.95 in 4000
		assertEquals(0.95, (double) held / repeats, 0.014);
	}
}
