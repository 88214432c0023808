
package org.twostream.net;

import java.util.Locale;
import java.util.Optional;

/** Types of numbers that a foreign module can be given. */
public enum NumberType {

		UINT8(0, 0, 255), INT8(1, -128, 127), INT16(2, Short.MIN_VALUE,
			Short.MAX_VALUE), INT32(3, Integer.MIN_VALUE, Integer.MAX_VALUE), INT64(4,
				Long.MIN_VALUE, Long.MAX_VALUE), FLOAT32(6, 0, 0), FLOAT64(7, 0, 0),
		BOOL(11, 0, 1);

	private final int code;
	private final double least;
	private final double most;

	NumberType(final int code, final double least, final double most) {
		this.code = code;
		this.least = least;
		this.most = most;
	}

	/** How TorchScript calls it (c10::ScalarType). */
	int code() {
		return code;
	}

	/**
	 * What a number becomes in this type: integers are cut towards 0 and kept in
	 * range, NaN is 0 in them; float64 is kept as float32.
	 */
	public double of(final double value) {
		if (this == FLOAT32 || this == FLOAT64) return (float) value;
		if (this == BOOL) return value != 0 ? 1 : 0;
		if (Double.isNaN(value)) return 0;
		final double whole = value < 0 ? Math.ceil(value) : Math.floor(value);
		return Math.max(least, Math.min(most, whole));
	}

	/** The type of a numpy-like name such as float32, empty if not here. */
	public static Optional<NumberType> named(final String name) {
		for (final NumberType t : values())
			if (t.text().equals(name)) return Optional.of(t);
		return Optional.empty();
	}

	/** Its numpy-like name. */
	public String text() {
		return name().toLowerCase(Locale.ROOT);
	}
}
