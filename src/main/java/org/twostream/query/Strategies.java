
package org.twostream.query;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.twostream.core.UserError;

/** The strategies by name. */
public final class Strategies {

	private static final List<QueryStrategy> ALL = List.of(
		new HierarchicalStrategy(), new LateFusionStrategy(),
		new MaskOnlyStrategy(), new ImageOnlyStrategy(), new CoreSetStrategy(),
		new RandomStrategy());

	private Strategies() {}

	/** All, the default first. */
	public static List<QueryStrategy> all() {
		return ALL;
	}

	/**
	 * @param name value of the key {@code strategy}; case does not matter
	 * @throws UserError if there is none of that name, naming the nearest
	 */
	public static QueryStrategy named(final String name) {
		final String wanted = name.trim().toLowerCase(Locale.ROOT).replace('_',
			'-');
		for (final QueryStrategy strategy : ALL)
			if (strategy.name().equals(wanted)) return strategy;
		final String nearest = ALL.stream().map(QueryStrategy::name).min(Comparator
			.comparingInt(known -> edits(known, wanted))).orElseThrow();
		throw new UserError("strategy=" + name + " is unknown; did you mean " +
			nearest + "? There are " + String.join(", ", ALL.stream().map(
				QueryStrategy::name).toList()) + ".");
	}

	// Levenshtein distance.
	private static int edits(final String a, final String b) {
		int[] last = java.util.stream.IntStream.rangeClosed(0, b.length())
			.toArray();
		for (int i = 1; i <= a.length(); i++) {
			final int[] row = new int[b.length() + 1];
			row[0] = i;
			for (int j = 1; j <= b.length(); j++)
				row[j] = Math.min(last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0
					: 1), 1 + Math.min(last[j], row[j - 1]));
			last = row;
		}
		return last[b.length()];
	}
}
