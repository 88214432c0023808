
package org.twostream.measure;

import java.util.Locale;

import org.twostream.core.Json;

/**
 * So many of so many, with its 95 % interval (Wilson 1927, without continuity
 * correction): every accuracy in a report is one of these.
 *
 * @param successes 0..n
 * @param n how many there are
 */
public record Proportion(long successes, long n) {

	/** The 97.5 % point of the normal distribution. */
	private static final double Z = 1.959963984540054;

	/**
	 * @throws IllegalArgumentException if not 0 &lt;= successes &lt;= n
	 */
	public Proportion {
		if (successes < 0 || successes > n) throw new IllegalArgumentException(
			successes + " of " + n);
	}

	/** successes / n, 0..1, NaN if n is 0. */
	public double value() {
		return n == 0 ? Double.NaN : (double) successes / n;
	}

	/** Lower end of the interval, 0..value, NaN if n is 0. */
	public double low() {
		return successes == 0 && n > 0 ? 0 : centre() - halfWidth();
	}

	/** Upper end of the interval, value..1, NaN if n is 0. */
	public double high() {
		return successes == n && n > 0 ? 1 : centre() + halfWidth();
	}

	private double centre() {
		if (n == 0) return Double.NaN;
		return (value() + Z * Z / (2.0 * n)) / (1 + Z * Z / n);
	}

	private double halfWidth() {
		if (n == 0) return Double.NaN;
		final double p = value();
		return Z / (1 + Z * Z / n) * Math.sqrt(p * (1 - p) / n + Z * Z / (4.0 * n *
			n));
	}

	/** Such as "84.6 % (83.9 to 85.3, n = 10000)"; "none" if n is 0. */
	public String text() {
		if (n == 0) return "none (n = 0)";
		return String.format(Locale.ROOT, "%.1f %% (%.1f to %.1f, n = %d)", 100 *
			value(), 100 * low(), 100 * high(), n);
	}

	/** value, low, high (all left out if n is 0), successes, n. */
	public Json toJson() {
		return Numbers.put(Numbers.put(Numbers.put(new Json(), "value", value()),
			"low", low()), "high", high()).put("successes", successes).put("n", n);
	}
}
