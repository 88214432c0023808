
package org.twostream.review.spread;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.twostream.core.Nearest;
import org.twostream.core.UserError;
import org.twostream.query.Strategies;

/** How answers become a decision for every ROI. */
public enum SpreadRule {

		/** By the majority of the answers in its cluster; the paper's. */
		MAJORITY {

			@Override
			public Spread spread(final Spreading s) {
				return Spread.of(s.byMajority());
			}
		},

		/**
		 * By a vote of the answered ROIs nearest to it, see {@link NearestVote}.
		 */
		WEIGHTED {

			@Override
			public Spread spread(final Spreading s) {
				return NearestVote.spread(s);
			}
		},

		/** By a calibrated classifier, see {@link ByClassifier}. */
		CLASSIFIER {

			@Override
			public Spread spread(final Spreading s) {
				return ByClassifier.spread(s);
			}
		};

	/**
	 * Answered ROIs keep their answers under every rule.
	 *
	 * @throws UserError if an embedding that the rule looks at holds NaN or
	 *           infinity
	 */
	public abstract Spread spread(Spreading spreading);

	/** The value of the key {@code spread}: lower case. */
	public String text() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The rule that fits the strategy. */
	public static final String AUTO = "auto";

	/**
	 * @param name auto stands for the rule that fits the strategy: the classifier
	 *          for {@link Strategies#AUTO}, the majority for all others
	 * @param strategy that chose what was asked
	 * @throws UserError if there is none of that name, naming the nearest
	 */
	public static SpreadRule named(final String name, final String strategy) {
		final String wanted = name.trim().toLowerCase(Locale.ROOT);
		if (wanted.equals(AUTO)) return Strategies.AUTO.equalsIgnoreCase(strategy
			.trim()) ? CLASSIFIER : MAJORITY;
		for (final SpreadRule rule : values())
			if (rule.text().equals(wanted)) return rule;
		final List<String> names = Stream.concat(Stream.of(AUTO), Arrays.stream(
			values()).map(SpreadRule::text)).toList();
		throw new UserError("spread=" + name + " is unknown; did you mean " +
			Nearest.to(wanted, names) + "? There are " + String.join(", ", names) +
			".");
	}
}
