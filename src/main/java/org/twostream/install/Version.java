
package org.twostream.install;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of a library, compared part by part: numbers as numbers, 1.54
 * before 1.54p, 1.0.0-beta-17 before 1.0.0. Immutable.
 *
 * @param text as the library writes it
 */
public record Version(String text) implements Comparable<Version> {

	private static final Pattern PART = Pattern.compile("\\d+|[A-Za-z]+");
	/** Words that stand before the release they name. */
	private static final Set<String> BEFORE = Set.of("alpha", "beta", "rc", "m",
		"cr", "snapshot", "preview");
	private static final String NOTHING = "";

	/**
	 * Whether code made for {@code needed} can be expected to run with this one:
	 * it is not older, or only the numbers behind the first differ (of 0.x behind
	 * the second, where nothing is promised earlier). So does one that does not
	 * say its version: nobody could tell.
	 */
	boolean serves(final Version needed) {
		return text.isEmpty() || compareTo(needed) >= 0 || line().equals(needed
			.line());
	}

	// The numbers within which a library promises to stay compatible.
	private String line() {
		final List<String> parts = parts();
		final boolean young = part(parts, 0).equals("0");
		return young ? "0." + part(parts, 1) : part(parts, 0);
	}

	private List<String> parts() {
		final List<String> parts = new ArrayList<>();
		final Matcher matcher = PART.matcher(text);
		while (matcher.find())
			parts.add(matcher.group());
		return parts;
	}

	@Override
	public int compareTo(final Version other) {
		final List<String> mine = parts();
		final List<String> theirs = other.parts();
		for (int i = 0; i < Math.max(mine.size(), theirs.size()); i++) {
			final int order = compare(part(mine, i), part(theirs, i));
			if (order != 0) return order;
		}
		return 0;
	}

	private static String part(final List<String> parts, final int index) {
		return index < parts.size() ? parts.get(index) : NOTHING;
	}

	private static int compare(final String a, final String b) {
		final int kinds = Integer.compare(kind(a), kind(b));
		if (kinds != 0) return kinds;
		if (kind(a) != NUMBER) return a.compareToIgnoreCase(b);
		return new java.math.BigInteger(a).compareTo(new java.math.BigInteger(b));
	}

	private static final int NUMBER = 3;

	// 1.0-beta < 1.0 < 1.0p < 1.0.1
	private static int kind(final String part) {
		if (part.isEmpty()) return 1;
		if (Character.isDigit(part.charAt(0))) return NUMBER;
		return BEFORE.contains(part.toLowerCase(java.util.Locale.ROOT)) ? 0 : 2;
	}

	@Override
	public String toString() {
		return text;
	}
}
