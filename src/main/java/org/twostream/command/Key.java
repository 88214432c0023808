
package org.twostream.command;

import java.math.BigDecimal;
import java.util.List;

import org.scijava.module.ModuleItem;
import org.twostream.core.UserError;

/**
 * A parameter of a step as the user meets it.
 *
 * @param name the field's name: the same in shell, macro, script and --run
 * @param type String, int, long or double
 * @param label what a dialog calls it, with its unit
 * @param description meaning, range and default in words
 * @param standard what it is when not given; "" or 0 where the library chooses
 * @param choices the only values allowed, empty where others are
 * @param range the numbers allowed
 */
record Key(String name, Class<?> type, String label, String description,
		Object standard, List<String> choices, Range range) {

	private static final Range ANY = new Range(Double.NEGATIVE_INFINITY,
		Double.POSITIVE_INFINITY);

	/** From least to most, either without end; NaN is in none. */
	record Range(double least, double most) {

		static Range of(final ModuleItem<?> item) {
			final Number least = (Number) item.getMinimumValue();
			final Number most = (Number) item.getMaximumValue();
			return new Range(least == null ? Double.NEGATIVE_INFINITY : least
				.doubleValue(), most == null ? Double.POSITIVE_INFINITY : most
					.doubleValue());
		}

		boolean holds(final double value) {
			return value >= least && value <= most;
		}

		@Override
		public String toString() {
			return Double.isInfinite(most) ? text(least) + " or more" : text(least) +
				" to " + text(most);
		}
	}

	Key {
		choices = List.copyOf(choices);
	}

	static Key of(final ModuleItem<?> item) {
		final List<?> choices = item.getChoices();
		return new Key(item.getName(), item.getType(), item.getLabel(), item
			.getDescription(), item.getDefaultValue(), choices == null ? List.of()
				: choices.stream().map(Object::toString).toList(), Range.of(item));
	}

	/** A key with these values, the first of which is the default. */
	static Key choice(final String name, final String description,
		final String... choices)
	{
		return new Key(name, String.class, name, description, choices[0], List.of(
			choices), ANY);
	}

	/** A key for any text. */
	static Key text(final String name, final String description,
		final String standard)
	{
		return new Key(name, String.class, name, description, standard, List.of(),
			ANY);
	}

	/** A key for whole numbers of a range. */
	static Key number(final String name, final String description,
		final int standard, final int least, final int most)
	{
		return new Key(name, int.class, name, description, standard, List.of(),
			new Range(least, most));
	}

	/** The unit at the end of the label, in its brackets, "" if there is none. */
	String unit() {
		return label.endsWith(")") ? label.substring(label.lastIndexOf('(')) : "";
	}

	/** The default as text: "" or 0 where the library chooses. */
	String standardText() {
		return text(standard);
	}

	// As a user writes numbers: 0.0001, and whole ones without a point.
	private static String text(final Object value) {
		return value instanceof Double d && Double.isFinite(d) ? new BigDecimal(
			value.toString()).stripTrailingZeros().toPlainString() : value.toString();
	}

	/**
	 * @throws UserError if the text is no such value
	 */
	Object value(final String text) {
		final Object value = parse(text.trim());
		refuseOutside(value);
		return value;
	}

	private Object parse(final String text) {
		try {
			if (type == int.class) return Integer.valueOf(text);
			if (type == long.class) return Long.valueOf(text);
			if (type == double.class) return Double.valueOf(text);
			return text;
		}
		catch (final NumberFormatException e) {
			throw new UserError(name + "=" + text + " is not a " +
				(type == double.class ? "number" : "whole number") +
				"; correct it or leave the key out.", e);
		}
	}

	/**
	 * @throws UserError if there are choices or a range and the value is outside
	 */
	void refuseOutside(final Object given) {
		if (given instanceof Number n && !range.holds(n.doubleValue()))
			throw new UserError(name + "=" + text(given) + " is not " + range +
				"; correct it or leave the key out.");
		final String value = String.valueOf(given);
		if (!choices.isEmpty() && !choices.contains(value)) throw new UserError(
			name + "=" + value + " is none of " + String.join(", ", choices.stream()
				.filter(c -> !c.isEmpty()).toList()) + "; choose one of them.");
	}
}
