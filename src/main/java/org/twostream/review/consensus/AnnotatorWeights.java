
package org.twostream.review.consensus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import org.twostream.core.Answer;
import org.twostream.review.Verdict;

/**
 * Settles ROIs by {@link DawidSkene}: real or not are the classes, True, False
 * and Unsure what can be said of them.
 */
final class AnnotatorWeights {

	private static final int CLASSES = 2;
	/** Closer to 0.5 is a tie. */
	private static final double NEAR = 1e-6;

	private AnnotatorWeights() {}

	static Consensus settle(final Votes votes,
		final SortedMap<Integer, Ruling> majority)
	{
		final List<Integer> rows = List.copyOf(majority.keySet());
		final TreeSet<String> names = new TreeSet<>();
		votes.byRow().values().forEach(list -> list.forEach(v -> names.add(v
			.annotator())));
		final List<String> annotators = List.copyOf(names);
		final List<DawidSkene.Label> labels = new ArrayList<>();
		for (int i = 0; i < rows.size(); i++)
			for (final Verdict v : votes.byRow().get(rows.get(i)))
				labels.add(new DawidSkene.Label(i, annotators.indexOf(v.annotator()), v
					.answer().ordinal()));
		final DawidSkene.Fit fit = DawidSkene.fit(labels, CLASSES, Answer
			.values().length, DawidSkene.Smoothing.USUAL);
		final SortedMap<Integer, Ruling> rulings = new TreeMap<>();
		for (int i = 0; i < rows.size(); i++)
			rulings.put(rows.get(i), ruling(majority.get(rows.get(i)), fit
				.posterior()[i][Answer.TRUE.ordinal()]));
		final SortedMap<String, double[][]> confusion = new TreeMap<>();
		for (int k = 0; k < annotators.size(); k++)
			confusion.put(annotators.get(k), fit.confusion()[k]);
		return Consensus.of(rulings, confusion, votes);
	}

	private static Ruling ruling(final Ruling majority, final double real) {
		final boolean decided = majority.votesTrue() + majority.votesFalse() > 0;
		if (!decided) return majority.with(Optional.of(Answer.UNSURE), real);
		if (Math.abs(real - 0.5) < NEAR) return majority.with(Optional.empty(),
			real);
		return majority.with(Optional.of(real > 0.5 ? Answer.TRUE : Answer.FALSE),
			real);
	}
}
