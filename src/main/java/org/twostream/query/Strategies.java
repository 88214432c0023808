
package org.twostream.query;

import java.util.List;
import java.util.Locale;

import org.twostream.core.Nearest;
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
		final List<String> names = ALL.stream().map(QueryStrategy::name).toList();
		throw new UserError("strategy=" + name + " is unknown; did you mean " +
			Nearest.to(wanted, names) + "? There are " + String.join(", ", names) +
			".");
	}
}
