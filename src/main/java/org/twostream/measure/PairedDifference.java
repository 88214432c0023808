
package org.twostream.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

import org.twostream.core.Json;
import org.twostream.core.Seed;

/**
 * The mean difference of two series measured on the same things (seeds, rounds,
 * ROIs), with the 95 % percentile interval of a paired bootstrap (Efron 1979).
 *
 * @param mean of a - b; NaN if n is 0
 * @param low 2.5 % point of the resampled means; NaN if n is below 2: one pair
 *          says nothing about scatter
 * @param high 97.5 % point, as low
 * @param n pairs
 * @param resamples drawn
 */
public record PairedDifference(double mean, double low, double high, int n,
		int resamples) {

	/**
	 * @param a for example the accuracies of hierarchical queries, one per seed
	 * @param b for example those of random queries, same seeds, same order
	 * @param resamples 1000 or more for a useful interval
	 * @param seed of the resampling
	 * @throws IllegalArgumentException if the lengths differ or resamples is
	 *           below 1
	 */
	public static PairedDifference bootstrap(final double[] a, final double[] b,
		final int resamples, final Seed seed)
	{
		if (a.length != b.length) throw new IllegalArgumentException(a.length +
			" and " + b.length + " values make no pairs");
		if (resamples < 1) throw new IllegalArgumentException(resamples +
			" resamples");
		final int n = a.length;
		final double[] d = new double[n];
		for (int i = 0; i < n; i++)
			d[i] = a[i] - b[i];
		final double mean = Arrays.stream(d).average().orElse(Double.NaN);
		if (n < 2) return new PairedDifference(mean, Double.NaN, Double.NaN, n,
			resamples);
		final SplittableRandom random = seed.of("paired bootstrap").random();
		final double[] means = new double[resamples];
		for (int r = 0; r < resamples; r++) {
			double sum = 0;
			for (int i = 0; i < n; i++)
				sum += d[random.nextInt(n)];
			means[r] = sum / n;
		}
		Arrays.sort(means);
		return new PairedDifference(mean, quantile(means, 0.025), quantile(means,
			0.975), n, resamples);
	}

	/** Linear between order statistics (Hyndman and Fan 1996, type 7). */
	private static double quantile(final double[] sorted, final double q) {
		final double at = q * (sorted.length - 1);
		final int i = (int) at;
		final int next = Math.min(i + 1, sorted.length - 1);
		return sorted[i] + (at - i) * (sorted[next] - sorted[i]);
	}

	/** Whether the interval leaves out 0; false if there is no interval. */
	public boolean excludesZero() {
		return low > 0 || high < 0;
	}

	/** In percentage points, such as "+1.2 (+0.4 to +2.0, n = 5)". */
	public String text() {
		if (n == 0) return "none (n = 0)";
		if (n == 1) return String.format(Locale.ROOT, "%+.1f (n = 1)", 100 * mean);
		return String.format(Locale.ROOT, "%+.1f (%+.1f to %+.1f, n = %d)", 100 *
			mean, 100 * low, 100 * high, n);
	}

	public Json toJson() {
		final Json json = new Json();
		Numbers.put(json, "mean", mean);
		Numbers.put(json, "low", low);
		Numbers.put(json, "high", high);
		return json.put("n", n).put("resamples", resamples);
	}
}
