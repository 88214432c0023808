
package org.twostream.review.consensus;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import org.twostream.core.Answer;
import org.twostream.review.Verdict;

/**
 * ROIs whose right answer is known well enough to test an annotator: somebody
 * else settled it, or at least two others answered and all of them the same, or
 * the truth tells. Immutable.
 *
 * @param votes of everybody
 * @param truth by row; empty where there is none
 */
public record KnownAnswers(Votes votes, Map<Integer, Answer> truth) {

	private static final int ENOUGH = 2;

	public KnownAnswers {
		truth = Map.copyOf(truth);
	}

	/** True or False; empty where it is not known. */
	public Optional<Answer> of(final int row, final String annotator) {
		final Verdict settled = votes.adjudicated().get(row);
		if (settled != null && !settled.annotator().equals(annotator) && settled
			.answer() != Answer.UNSURE) return Optional.of(settled.answer());
		final List<Answer> others = votes.byRow().getOrDefault(row, List.of())
			.stream().filter(v -> !v.annotator().equals(annotator)).map(
				Verdict::answer).toList();
		if (others.size() >= ENOUGH && others.stream().distinct().count() == 1 &&
			others.get(0) != Answer.UNSURE) return Optional.of(others.get(0));
		return Optional.ofNullable(truth.get(row));
	}

	/** All that are known, by row. */
	public SortedMap<Integer, Answer> all(final String annotator) {
		final TreeSet<Integer> rows = new TreeSet<>(votes.byRow().keySet());
		rows.addAll(votes.adjudicated().keySet());
		rows.addAll(truth.keySet());
		final SortedMap<Integer, Answer> known = new TreeMap<>();
		for (final int row : rows)
			of(row, annotator).ifPresent(a -> known.put(row, a));
		return known;
	}
}
