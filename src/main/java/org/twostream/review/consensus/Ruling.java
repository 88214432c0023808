
package org.twostream.review.consensus;

import java.util.Collection;
import java.util.Optional;

import org.twostream.core.Answer;
import org.twostream.review.Verdict;

/**
 * What several annotators mean together for one ROI.
 *
 * @param answer Unsure where nobody decided; empty for a tie
 * @param probability that it is a real object, 0..1: of the majority rule 1, 0,
 *          or 0.5 for a tie and Unsure
 * @param votesTrue annotators who said so
 * @param votesFalse annotators who said so
 * @param votesUnsure annotators who said so
 * @param adjudicated whether the answer is that of an adjudication
 */
public record Ruling(Optional<Answer> answer, double probability, int votesTrue,
		int votesFalse, int votesUnsure, boolean adjudicated) {

	/** The majority of those who decided. */
	static Ruling majority(final Collection<Verdict> votes) {
		final int t = count(votes, Answer.TRUE);
		final int f = count(votes, Answer.FALSE);
		final Optional<Answer> answer = t == 0 && f == 0 ? Optional.of(
			Answer.UNSURE) : t == f ? Optional.empty() : Optional.of(t > f
				? Answer.TRUE : Answer.FALSE);
		return new Ruling(answer, probability(answer), t, f, count(votes,
			Answer.UNSURE), false);
	}

	private static double probability(final Optional<Answer> answer) {
		return answer.filter(a -> a != Answer.UNSURE).map(a -> a == Answer.TRUE
			? 1.0 : 0.0).orElse(0.5);
	}

	private static int count(final Collection<Verdict> votes,
		final Answer answer)
	{
		return (int) votes.stream().filter(v -> v.answer() == answer).count();
	}

	/** The same votes with another outcome. */
	Ruling with(final Optional<Answer> other, final double likely) {
		return new Ruling(other, likely, votesTrue, votesFalse, votesUnsure,
			adjudicated);
	}

	/** The same votes, settled by one who saw them. */
	Ruling adjudicated(final Answer by) {
		return new Ruling(Optional.of(by), probability(Optional.of(by)), votesTrue,
			votesFalse, votesUnsure, true);
	}

	/** Whether some said True and some False. */
	public boolean isDisputed() {
		return votesTrue > 0 && votesFalse > 0;
	}
}
