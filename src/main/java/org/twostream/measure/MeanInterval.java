
package org.twostream.measure;

import java.util.Arrays;
import java.util.Locale;

import org.apache.commons.math3.distribution.TDistribution;
import org.twostream.core.Json;

/**
 * The mean of a measure over repetitions that differ in their seed, with the 95
 * % interval of Student's t (Student 1908).
 *
 * @param mean NaN if there is no value
 * @param low lower end; NaN below two values, for one says nothing about
 *          scatter
 * @param high upper end, as low
 * @param n values
 */
public record MeanInterval(double mean, double low, double high, int n) {

	private static final double UPPER = 0.975;

	public static MeanInterval of(final double... values) {
		final int n = values.length;
		final double mean = Arrays.stream(values).average().orElse(Double.NaN);
		if (n < 2) return new MeanInterval(mean, Double.NaN, Double.NaN, n);
		final double squares = Arrays.stream(values).map(v -> (v - mean) * (v -
			mean)).sum();
		final double half = new TDistribution(n - 1).inverseCumulativeProbability(
			UPPER) * Math.sqrt(squares / (n - 1) / n);
		return new MeanInterval(mean, mean - half, mean + half, n);
	}

	/** In per cent, such as "84.6 % (83.9 to 85.3, n = 5)". */
	public String text() {
		if (n == 0) return "none (n = 0)";
		if (n == 1) return String.format(Locale.ROOT, "%.1f %% (n = 1)", 100 *
			mean);
		return String.format(Locale.ROOT, "%.1f %% (%.1f to %.1f, n = %d)", 100 *
			mean, 100 * low, 100 * high, n);
	}

	/** mean, low and high (left out where they are NaN), n. */
	public Json toJson() {
		return Numbers.put(Numbers.put(Numbers.put(new Json(), "mean", mean), "low",
			low), "high", high).put("n", n);
	}
}
