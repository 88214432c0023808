
package org.twostream.command;

import java.util.LinkedHashMap;
import java.util.Map;

import org.twostream.core.UserError;

/**
 * The option string of an ImageJ 1.x macro: {@code key=value key=[a value]},
 * where values with spaces stand in brackets or in single quotes. Unlike
 * {@link ij.Macro#getValue}, it never takes the end of a longer key for a key,
 * and it keeps what it does not know, so that it can be refused.
 */
final class MacroOptions {

	private MacroOptions() {}

	/**
	 * @throws UserError if a word is not key=value, a bracket is not closed or a
	 *           key comes twice
	 */
	static Map<String, String> parse(final String options) {
		final Map<String, String> values = new LinkedHashMap<>();
		int i = 0;
		while (i < options.length()) {
			if (Character.isWhitespace(options.charAt(i))) {
				i++;
				continue;
			}
			final int equals = options.indexOf('=', i);
			final String key = equals < 0 ? options.substring(i).trim() : options
				.substring(i, equals);
			if (equals < 0 || key.isEmpty() || key.contains(" ")) throw new UserError(
				"\"" + key +
					"\" in the macro's options is not key=value; put values with spaces in [ ].");
			final int end = end(options, equals + 1);
			if (values.put(key, bare(options.substring(equals + 1, end))) != null)
				throw new UserError(key + " is given twice; leave one out.");
			i = end;
		}
		return values;
	}

	private static int end(final String options, final int start) {
		final char open = start < options.length() ? options.charAt(start) : ' ';
		if (open != '[' && open != '\'') {
			int i = start;
			while (i < options.length() && !Character.isWhitespace(options.charAt(i)))
				i++;
			return i;
		}
		int depth = open == '[' ? 1 : 0;
		for (int i = start + 1; i < options.length(); i++) {
			final char c = options.charAt(i);
			if (open == '[' && c == '[') depth++;
			if (open == '[' && c == ']') depth--;
			if (depth == 0 && c == (open == '[' ? ']' : '\'')) return i + 1;
		}
		throw new UserError("\"" + options.substring(start) +
			"\" in the macro's options is not closed; add the closing " + (open == '['
				? "]" : "'") + ".");
	}

	private static String bare(final String value) {
		final boolean wrapped = value.length() > 1 && (value.startsWith("[") ||
			value.startsWith("'"));
		return wrapped ? value.substring(1, value.length() - 1) : value;
	}
}
