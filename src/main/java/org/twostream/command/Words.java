
package org.twostream.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.twostream.core.Nearest;
import org.twostream.core.UserError;

/**
 * The words after a verb.
 *
 * @param plain those without a key, in order
 * @param values those of the form key=value
 */
record Words(List<String> plain, Map<String, String> values) {

	/**
	 * Checks the words against what a verb takes.
	 *
	 * @param most plain words, at most
	 * @throws UserError if there are more, a key is unknown or a value is no such
	 *           value
	 */
	static Words of(final Verb verb, final List<String> words, final int most) {
		final List<String> plain = new ArrayList<>(words);
		plain.removeIf(w -> w.indexOf('=') >= 1);
		final List<String> assigned = new ArrayList<>(words);
		assigned.removeAll(plain);
		if (plain.size() > most) throw new UserError(verb.name() + " takes " + verb
			.usage() + ", not \"" + plain.get(most) +
			"\" as well; put quotes round a path with spaces.");
		final Map<String, String> given = Shell.assignments(assigned);
		final List<String> known = verb.keys().stream().map(Key::name).toList();
		for (final String key : given.keySet())
			if (!known.contains(key)) throw new UserError("There is no key " + key +
				" in " + verb.name() + (known.isEmpty() ? "; leave it out."
					: "; did you mean " + Nearest.to(key, known) + "?"));
		final Map<String, String> values = new LinkedHashMap<>();
		for (final Key key : verb.keys())
			values.put(key.name(), key.value(given.getOrDefault(key.name(), key
				.standardText())).toString());
		return new Words(List.copyOf(plain), values);
	}

	/**
	 * The only plain word.
	 *
	 * @throws UserError if it is missing; says what should be there
	 */
	String first(final Verb verb) {
		if (plain.isEmpty()) throw new UserError(verb.name() +
			" needs a folder; write twostream " + verb.name() + " " + verb.usage() +
			".");
		return plain.get(0);
	}

	/** The value of a key, its default where it was not given. */
	String get(final String key) {
		return values.get(key);
	}

	boolean yes(final String key) {
		return "yes".equals(values.get(key));
	}
}
