
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
 */
record Key(String name, Class<?> type, String label, String description,
		Object standard, List<String> choices) {

	Key {
		choices = List.copyOf(choices);
	}

	static Key of(final ModuleItem<?> item) {
		final List<?> choices = item.getChoices();
		return new Key(item.getName(), item.getType(), item.getLabel(), item
			.getDescription(), item.getDefaultValue(), choices == null ? List.of()
				: choices.stream().map(Object::toString).toList());
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
		return value instanceof Double ? new BigDecimal(value.toString())
			.stripTrailingZeros().toPlainString() : value.toString();
	}

	/**
	 * @throws UserError if the text is no such value
	 */
	Object value(final String text) {
		final String t = text.trim();
		try {
			if (type == int.class) return Integer.valueOf(t);
			if (type == long.class) return Long.valueOf(t);
			if (type == double.class) return Double.valueOf(t);
		}
		catch (final NumberFormatException e) {
			throw new UserError(name + "=" + text + " is not a " +
				(type == double.class ? "number" : "whole number") +
				"; correct it or leave the key out.", e);
		}
		refuseOutsideChoices(t);
		return t;
	}

	/**
	 * @throws UserError if there are choices and the value is none of them
	 */
	void refuseOutsideChoices(final String value) {
		if (!choices.isEmpty() && !choices.contains(value)) throw new UserError(
			name + "=" + value + " is none of " + String.join(", ", choices.stream()
				.filter(c -> !c.isEmpty()).toList()) + "; choose one of them.");
	}
}
