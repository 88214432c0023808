
package org.twostream.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twostream.core.Seed;

/** {@link LabelAccuracy} and {@link PairedDifference}. */
class LabelAccuracyTest {

	// Lin et al., ECCV 2020, table 2: start 0.762; the row "random".
	@ParameterizedTest
	@CsvSource({ "0.0223, 0.767", "0.0446, 0.772" })
	void randomBaselineOfThePaper(final double share, final double expected) {
		assertEquals(expected, LabelAccuracy.randomBaseline(0.762, share), 1e-3);
	}

	@Test
	void handComputed() {
		final LabelAccuracy a = LabelAccuracy.of(List.of(new LabelAccuracy.Decided(
			true, true, true), new LabelAccuracy.Decided(false, false, true),
			new LabelAccuracy.Decided(false, false, false), new LabelAccuracy.Decided(
				false, true, false), new LabelAccuracy.Decided(true, true, false)));
		assertEquals(new Proportion(4, 5), a.all().accuracy());
		assertEquals(new Proportion(2, 3), a.unasked().accuracy());
		assertEquals(new Proportion(2, 5), a.before());
		assertEquals(0.4, a.shareAsked());
		assertEquals(0.4 * 0.6 + 0.4, a.randomBaseline(), 1e-15);
		assertEquals(5, a.toJson().object("accuracy_all").integer("n"));
		assertFalse(a.toJson().object("unasked").has("undefined"));
	}

	@Test
	void noRoi() {
		final LabelAccuracy none = LabelAccuracy.of(List.of());
		assertTrue(Double.isNaN(none.shareAsked()));
		assertFalse(none.toJson().has("random_baseline"));
	}

	@Test
	void differenceOfEqualSeriesIsZero() {
		final double[] a = { 0.1, 0.5, 0.9 };
		assertEquals(new PairedDifference(0, 0, 0, 3, 100), PairedDifference
			.bootstrap(a, a, 100, new Seed(1)));
	}

	@Test
	void bootstrapAgreesWithTheNormalIntervalWhereThatHolds() {
		final int n = 400;
		final double[] a = new double[n];
		final double[] b = new double[n];
		final var r = new Seed(9).random();
		double sum = 0;
		double squares = 0;
		for (int i = 0; i < n; i++) {
			b[i] = r.nextDouble();
			a[i] = b[i] + 0.05 + 0.2 * (r.nextDouble() - 0.5);
			sum += a[i] - b[i];
			squares += (a[i] - b[i]) * (a[i] - b[i]);
		}
		final double mean = sum / n;
		final double error = Math.sqrt((squares / n - mean * mean) / n);
		final PairedDifference d = PairedDifference.bootstrap(a, b, 4000, new Seed(
			1));
		assertEquals(mean, d.mean(), 1e-12);
		assertEquals(mean - 1.96 * error, d.low(), 0.1 * error);
		assertEquals(mean + 1.96 * error, d.high(), 0.1 * error);
		assertTrue(d.excludesZero());
		assertEquals(d, PairedDifference.bootstrap(a, b, 4000, new Seed(1)));
	}

	@Test
	void onePairHasNoInterval() {
		final PairedDifference d = PairedDifference.bootstrap(new double[] { 0.9 },
			new double[] { 0.8 }, 10, new Seed(1));
		assertTrue(Double.isNaN(d.low()));
		assertFalse(d.excludesZero());
		assertEquals("+10.0 (n = 1)", d.text());
		assertFalse(d.toJson().has("low"));
	}
}
