
package org.twostream.review.consensus;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.twostream.core.Nearest;
import org.twostream.core.UserError;

/** How several annotators' answers become one. */
public enum ConsensusRule {

		/**
		 * The majority of those who decided, of any number of annotators. Unsure
		 * casts no vote, and is the answer only where nobody decided. A tie has no
		 * answer.
		 */
		MAJORITY("majority") {

			@Override
			public Consensus settle(final Votes votes) {
				return Consensus.of(majority(votes), new TreeMap<>(), votes);
			}
		},

		/**
		 * Weighs each annotator by the errors that the answers of all show; see
		 * {@link DawidSkene}. Unsure is the answer where nobody decided.
		 */
		DAWID_SKENE("dawid-skene") {

			@Override
			public Consensus settle(final Votes votes) {
				return AnnotatorWeights.settle(votes, majority(votes));
			}
		};

	private final String text;

	ConsensusRule(final String text) {
		this.text = text;
	}

	/** The value of the key {@code consensus}. */
	public String text() {
		return text;
	}

	/**
	 * @throws UserError if there is no such rule, naming the nearest
	 */
	public static ConsensusRule named(final String name) {
		for (final ConsensusRule rule : values())
			if (rule.text.equals(name)) return rule;
		throw new UserError("consensus=" + name + " is unknown; did you mean " +
			Nearest.to(name, List.of(MAJORITY.text, DAWID_SKENE.text)) + "?");
	}

	/** One ruling for each row that anybody answered. */
	public abstract Consensus settle(Votes votes);

	private static SortedMap<Integer, Ruling> majority(final Votes votes) {
		final SortedMap<Integer, Ruling> rulings = new TreeMap<>();
		votes.byRow().forEach((row, list) -> {
			if (!list.isEmpty()) rulings.put(row, Ruling.majority(list));
		});
		return rulings;
	}
}
