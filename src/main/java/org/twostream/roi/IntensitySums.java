
package org.twostream.roi;

import java.io.Serializable;
import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sums of raw values and of their squares. Exact, so that neither order nor
 * blocks matter: each value is a whole number of at most 24 bits times a power
 * of 2, and those of one power are summed as whole numbers. Values that are not
 * finite are left out. Not thread-safe.
 */
final class IntensitySums implements Serializable {

	private static final long serialVersionUID = 1L;
	private static final int MANTISSA = 23;
	private static final long LEADING = 1L << MANTISSA;
	private static final int HALF = 24;
	private static final long LOW = (1L << HALF) - 1;

	private long n;
	private final TreeMap<Integer, Sums> powers = new TreeMap<>();
	private int lastPower = Integer.MIN_VALUE;
	private transient Sums last;

	/** Of one power; the squares' lower and higher bits apart. */
	private static final class Sums implements Serializable {

		private static final long serialVersionUID = 1L;

		private long values;
		private long low;
		private long high;
	}

	/**
	 * Adds whole numbers.
	 *
	 * @param count how many
	 */
	void add(final long count, final long sum, final long squares) {
		n += count;
		final Sums s = of(0);
		s.values += sum;
		s.low += squares & LOW;
		s.high += squares >>> HALF;
	}

	void add(final float value) {
		if (!Float.isFinite(value)) return;
		n++;
		if (value == 0) return;
		final int bits = Float.floatToRawIntBits(value);
		final int exponent = bits >>> MANTISSA & 255;
		final long fraction = bits & LEADING - 1;
		final long whole = exponent == 0 ? fraction : fraction | LEADING;
		final Sums s = of(Math.max(1, exponent) - 127 - MANTISSA);
		s.values += bits < 0 ? -whole : whole;
		s.low += whole * whole & LOW;
		s.high += whole * whole >>> HALF;
	}

	void add(final IntensitySums other) {
		n += other.n;
		other.powers.forEach((power, sums) -> {
			final Sums s = of(power);
			s.values += sums.values;
			s.low += sums.low;
			s.high += sums.high;
		});
	}

	private Sums of(final int power) {
		if (last == null || power != lastPower) last = powers.computeIfAbsent(power,
			p -> new Sums());
		lastPower = power;
		return last;
	}

	/** NaN of no value. */
	double mean() {
		return n == 0 ? Double.NaN : Math.scalb(values().doubleValue() / n,
			lowest());
	}

	/** Standard deviation of the values themselves; NaN of none. */
	double deviation() {
		if (n == 0) return Double.NaN;
		final BigInteger values = values();
		BigInteger squares = BigInteger.ZERO;
		for (final Map.Entry<Integer, Sums> e : powers.entrySet())
			squares = squares.add(BigInteger.valueOf(e.getValue().high).shiftLeft(
				HALF).add(BigInteger.valueOf(e.getValue().low)).shiftLeft(2 * (e
					.getKey() - lowest())));
		return Math.scalb(Math.sqrt(squares.multiply(BigInteger.valueOf(n))
			.subtract(values.multiply(values)).doubleValue()) / n, lowest());
	}

	private int lowest() {
		return powers.isEmpty() ? 0 : powers.firstKey();
	}

	/** The sum of the values by the lowest power of 2. */
	private BigInteger values() {
		BigInteger sum = BigInteger.ZERO;
		for (final Map.Entry<Integer, Sums> e : powers.entrySet())
			sum = sum.add(BigInteger.valueOf(e.getValue().values).shiftLeft(e
				.getKey() - lowest()));
		return sum;
	}
}
