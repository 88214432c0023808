
package org.twostream.review.spread;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;

import org.twostream.core.Answer;
import org.twostream.core.Seed;
import org.twostream.net.Matrix;
import org.twostream.query.Embeddings;
import org.twostream.query.Place;
import org.twostream.query.cluster.Workers;
import org.twostream.query.head.Features;
import org.twostream.review.AnswerSpreading;
import org.twostream.review.Decision;

/**
 * What answers are spread by.
 *
 * @param places of every ROI, in the order of the table
 * @param answers by row; rows without one are missing
 * @param probability by row, how probably an answered ROI is real, where that
 *          is known; see {@link AnswerSpreading}
 * @param embeddings of every ROI; asked for only by the rules that use them
 * @param seed start of every random choice
 * @param threads at least 1; does not change the outcome
 */
public record Spreading(List<Place> places, Map<Integer, Answer> answers,
		Map<Integer, Double> probability, Supplier<Embeddings> embeddings,
		Seed seed, int threads) {

	List<Decision> byMajority() {
		return AnswerSpreading.spread(places, answers, probability);
	}

	/** Features of both embeddings. */
	Matrix features(final Workers workers) {
		final Embeddings both = embeddings.get();
		return Features.of(List.of(both.mask(), both.image()), seed.of("features"),
			workers);
	}

	/**
	 * Decisions by probabilities. Those answered True or False stay as they are,
	 * Unsure stays with the new probability; of all others 0.5 and above is True.
	 */
	List<Decision> decided(final IntFunction<Double> real,
		final Decision.Source source)
	{
		final List<Decision> decisions = new ArrayList<>();
		for (final Decision d : byMajority()) {
			final boolean verdict = d.source() == Decision.Source.VERDICT;
			if (verdict && d.answer() != Answer.UNSURE) {
				decisions.add(d);
				continue;
			}
			final double p = real.apply(d.row());
			decisions.add(verdict ? new Decision(d.row(), d.answer(), p, d.source())
				: new Decision(d.row(), p >= 0.5 ? Answer.TRUE : Answer.FALSE, p,
					source));
		}
		return decisions;
	}
}
