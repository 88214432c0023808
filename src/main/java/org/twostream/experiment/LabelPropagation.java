
package org.twostream.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.twostream.core.Answer;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.measure.LabelAccuracy;
import org.twostream.query.Query;
import org.twostream.query.QueryRequest;
import org.twostream.query.Strategies;
import org.twostream.query.Suggestion;
import org.twostream.review.AnswerSpreading;
import org.twostream.review.Decision;

/**
 * What the labels of a pool are worth after one batch was asked and its answers
 * spread (Lin et al., ECCV 2020, section 6.2; docs/design.md, Label accuracy).
 * The truth answers; nobody errs.
 *
 * @param threads at least 1; does not change the outcome
 */
public record LabelPropagation(int threads) {

	/** A batch of this design. */
	public Suggestion suggest(final Pool pool, final Design design,
		final Seed seed, final Progress progress)
	{
		return Strategies.named(design.strategy()).suggest(new QueryRequest(pool
			.embeddings(), java.util.Set.of(), design.budget(pool.size()), seed.of(
				"queries"), threads), progress);
	}

	/** How right the labels of all ROIs are after a batch of this design. */
	public LabelAccuracy run(final Pool pool, final Design design,
		final Seed seed, final Progress progress)
	{
		return judge(suggest(pool, design, seed, progress), pool.real());
	}

	/** The truth's answers to a batch, spread over its clusters. */
	static LabelAccuracy judge(final Suggestion batch, final boolean[] real) {
		final Map<Integer, Answer> answers = new TreeMap<>();
		for (final Query q : batch.queries())
			answers.put(q.roi(), real[q.roi()] ? Answer.TRUE : Answer.FALSE);
		return judge(AnswerSpreading.spread(batch.places(), answers), answers,
			real);
	}

	/** How right decisions are after these answers. */
	static LabelAccuracy judge(final List<Decision> decisions,
		final Map<Integer, Answer> answers, final boolean[] real)
	{
		final List<LabelAccuracy.Decided> decided = new ArrayList<>();
		for (int i = 0; i < real.length; i++)
			decided.add(new LabelAccuracy.Decided(real[i], decisions.get(i).keeps(),
				answers.containsKey(i)));
		return LabelAccuracy.of(decided);
	}
}
