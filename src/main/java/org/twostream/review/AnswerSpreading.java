
package org.twostream.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.twostream.core.Answer;
import org.twostream.query.Place;

/**
 * Gives every ROI an answer out of the few that were asked (Lin et al., ECCV
 * 2020, section 6.2). All start as True. An answered ROI keeps its answer; the
 * others take the majority of the answers in their cluster, whichever batch
 * they are from. Unsure casts no vote; a tie or no vote keeps True, and so does
 * every unasked ROI of a strategy without clusters.
 * <p>
 * The probability is 1 for an answer True and 0 for False, unless something
 * else is known of how sure the answer is. For all others, those answered
 * Unsure among them, it is (t + 1) / (t + f + 2) with t and f the numbers of
 * True and False in their cluster (the rule of succession), so 0.5 where there
 * is no vote.
 */
public final class AnswerSpreading {

	private AnswerSpreading() {}

	/**
	 * @param places of every ROI, in the order of the table
	 * @param answers by row; rows without one are missing
	 * @return one decision per ROI, in the order of the table
	 */
	public static List<Decision> spread(final List<Place> places,
		final Map<Integer, Answer> answers)
	{
		return spread(places, answers, Map.of());
	}

	/**
	 * @param places of every ROI, in the order of the table
	 * @param answers by row; rows without one are missing
	 * @param probability by row, how probably an answered ROI is real; rows
	 *          without one, and Unsure, have it as above
	 * @return one decision per ROI, in the order of the table
	 */
	public static List<Decision> spread(final List<Place> places,
		final Map<Integer, Answer> answers, final Map<Integer, Double> probability)
	{
		final int clusters = places.stream().mapToInt(Place::cluster).max().orElse(
			-1) + 1;
		final int[][] votes = new int[clusters][2];
		answers.forEach((row, answer) -> {
			final int cluster = places.get(row).cluster();
			if (cluster >= 0 && answer != Answer.UNSURE)
				votes[cluster][answer == Answer.TRUE ? 1 : 0]++;
		});
		final List<Decision> decisions = new ArrayList<>();
		for (int row = 0; row < places.size(); row++) {
			final int cluster = places.get(row).cluster();
			final int t = cluster < 0 ? 0 : votes[cluster][1];
			final int f = cluster < 0 ? 0 : votes[cluster][0];
			final Decision d = decide(row, answers.get(row), t, f);
			final Double known = answers.get(row) == Answer.UNSURE ? null
				: probability.get(row);
			decisions.add(d.source() != Decision.Source.VERDICT || known == null ? d
				: new Decision(row, d.answer(), known, d.source()));
		}
		return decisions;
	}

	private static Decision decide(final int row, final Answer own, final int t,
		final int f)
	{
		final double share = (t + 1.0) / (t + f + 2);
		if (own != null) return new Decision(row, own, own == Answer.TRUE ? 1
			: own == Answer.FALSE ? 0 : share, Decision.Source.VERDICT);
		if (t == f) return new Decision(row, Answer.TRUE, share,
			Decision.Source.DEFAULT);
		return new Decision(row, t > f ? Answer.TRUE : Answer.FALSE, share,
			Decision.Source.CLUSTER);
	}
}
