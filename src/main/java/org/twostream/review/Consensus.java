
package org.twostream.review;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.twostream.core.Answer;

/**
 * One answer per ROI out of several annotators': the majority of those who
 * decided. Unsure casts no vote, and is the answer only where nobody decided. A
 * tie has no answer and is to be shown to someone who settles it. Immutable.
 *
 * @param rulings by row of the ROI table
 */
public record Consensus(SortedMap<Integer, Ruling> rulings) {

	/**
	 * The votes on one ROI.
	 *
	 * @param answer empty for a tie
	 */
	public record Ruling(Optional<Answer> answer, int votesTrue, int votesFalse,
			int votesUnsure) {

		static Ruling of(final Collection<Verdict> verdicts) {
			final int t = count(verdicts, Answer.TRUE);
			final int f = count(verdicts, Answer.FALSE);
			final Optional<Answer> answer = t == 0 && f == 0 ? Optional.of(
				Answer.UNSURE) : t == f ? Optional.empty() : Optional.of(t > f
					? Answer.TRUE : Answer.FALSE);
			return new Ruling(answer, t, f, count(verdicts, Answer.UNSURE));
		}

		private static int count(final Collection<Verdict> verdicts,
			final Answer answer)
		{
			return (int) verdicts.stream().filter(v -> v.answer() == answer).count();
		}
	}

	/**
	 * @param verdicts by row of the ROI table, of each annotator at most one per
	 *          row
	 */
	public static Consensus of(final Map<Integer, List<Verdict>> verdicts) {
		final SortedMap<Integer, Ruling> rulings = new TreeMap<>();
		verdicts.forEach((row, list) -> {
			if (!list.isEmpty()) rulings.put(row, Ruling.of(list));
		});
		return new Consensus(java.util.Collections.unmodifiableSortedMap(rulings));
	}

	/** Rows with an answer; those asked but tied are missing. */
	public SortedMap<Integer, Answer> answers() {
		final SortedMap<Integer, Answer> answers = new TreeMap<>();
		rulings.forEach((row, ruling) -> ruling.answer().ifPresent(a -> answers.put(
			row, a)));
		return answers;
	}

	/** Rows on which as many say True as False, ascending. */
	public List<Integer> ties() {
		return rulings.entrySet().stream().filter(e -> e.getValue().answer()
			.isEmpty()).map(Map.Entry::getKey).toList();
	}
}
