
package org.twostream.measure.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;

/**
 * Numbers beside an axis: so many significant digits, no trailing zeros, the
 * same text whatever the language of the computer.
 */
final class TickFormat extends NumberFormat {

	private static final long serialVersionUID = 1L;

	private final int digits;

	TickFormat(final int digits) {
		this.digits = digits;
	}

	@Override
	public StringBuffer format(final double number, final StringBuffer out,
		final FieldPosition position)
	{
		if (number == 0 || !Double.isFinite(number)) return out.append(number == 0
			? "0" : Double.toString(number));
		final BigDecimal rounded = new BigDecimal(number, new MathContext(digits))
			.stripTrailingZeros();
		final double size = Math.abs(number);
		return out.append(size >= 1e7 || size < 1e-5 ? rounded.toString() : rounded
			.toPlainString());
	}

	@Override
	public StringBuffer format(final long number, final StringBuffer out,
		final FieldPosition position)
	{
		return format((double) number, out, position);
	}

	@Override
	public Number parse(final String source, final ParsePosition position) {
		throw new UnsupportedOperationException("Ticks are only written");
	}
}
