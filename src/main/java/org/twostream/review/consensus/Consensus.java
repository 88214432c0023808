
package org.twostream.review.consensus;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.twostream.core.Answer;
import org.twostream.review.Verdict;

/**
 * One answer per ROI out of several annotators'. An adjudication settles its
 * ROI alone. Immutable.
 *
 * @param rulings by row of the ROI table
 * @param confusion by annotator, where the rule estimates it: row 0 for a real
 *          object and row 1 for another, how often the annotator says True,
 *          False and Unsure of such a one, 0..1; empty of the majority rule
 */
public record Consensus(SortedMap<Integer, Ruling> rulings,
		SortedMap<String, double[][]> confusion) {

	/** Below it a ruling is not sure enough to go without an adjudication. */
	static final double SURE = 0.9;

	public Consensus {
		rulings = Collections.unmodifiableSortedMap(rulings);
		confusion = Collections.unmodifiableSortedMap(confusion);
	}

	static Consensus of(final SortedMap<Integer, Ruling> rulings,
		final SortedMap<String, double[][]> confusion, final Votes votes)
	{
		final SortedMap<Integer, Ruling> all = new TreeMap<>(rulings);
		for (final Map.Entry<Integer, Verdict> e : votes.adjudicated().entrySet())
			all.put(e.getKey(), all.getOrDefault(e.getKey(), Ruling.majority(List
				.of())).adjudicated(e.getValue().answer()));
		return new Consensus(all, confusion);
	}

	/** Rows with an answer; those asked but tied are missing. */
	public SortedMap<Integer, Answer> answers() {
		final SortedMap<Integer, Answer> answers = new TreeMap<>();
		rulings.forEach((row, ruling) -> ruling.answer().ifPresent(a -> answers.put(
			row, a)));
		return answers;
	}

	/** By row, how probably the ROI is a real object. */
	public SortedMap<Integer, Double> probabilities() {
		final SortedMap<Integer, Double> probabilities = new TreeMap<>();
		rulings.forEach((row, r) -> probabilities.put(row, r.probability()));
		return probabilities;
	}

	/** Rows without an answer: as much speaks for True as for False. */
	public List<Integer> ties() {
		return rulings.entrySet().stream().filter(e -> e.getValue().answer()
			.isEmpty()).map(Map.Entry::getKey).toList();
	}

	/**
	 * Rows that someone should settle: some said True and some False, or the rule
	 * is not sure though several answered; and nobody has settled them yet. The
	 * least sure first.
	 */
	public List<Integer> toAdjudicate() {
		return rulings.entrySet().stream().filter(e -> isOpen(e.getValue())).sorted(
			Comparator.<Map.Entry<Integer, Ruling>> comparingDouble(e -> margin(e
				.getValue())).thenComparing(Map.Entry::getKey)).map(Map.Entry::getKey)
			.toList();
	}

	private static boolean isOpen(final Ruling r) {
		final boolean several = r.votesTrue() + r.votesFalse() + r
			.votesUnsure() > 1;
		final boolean decided = r.votesTrue() + r.votesFalse() > 0;
		return !r.adjudicated() && (r.isDisputed() || several && decided && Math
			.max(r.probability(), 1 - r.probability()) < SURE);
	}

	private static double margin(final Ruling r) {
		final double votes = r.votesTrue() + r.votesFalse();
		return Math.abs(r.probability() - 0.5) + Math.abs(r.votesTrue() - r
			.votesFalse()) / votes;
	}
}
