
package org.twostream.loop;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.twostream.core.Answer;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.measure.LabelAccuracy;
import org.twostream.query.Budget;
import org.twostream.query.Embeddings;
import org.twostream.query.Place;
import org.twostream.query.Query;
import org.twostream.query.QueryRequest;
import org.twostream.query.Strategies;
import org.twostream.review.spread.SpreadRule;
import org.twostream.review.spread.Spreading;

/**
 * What asking as many ROIs at random would have given: the same pool, the same
 * number per round, the same truth, the answers spread by the same rule; random
 * batches have no clusters, so that the majority spreads nothing. Nothing of it
 * enters the journal or any model.
 */
final class ControlArm {

	private final Set<Integer> asked = new TreeSet<>();
	private final boolean[] real;
	private final Set<Integer> spared;
	private final SpreadRule rule;
	private final Seed seed;

	ControlArm(final boolean[] real, final Set<Integer> spared,
		final SpreadRule rule, final Seed seed)
	{
		this.rule = rule;
		this.real = real;
		this.spared = spared;
		this.seed = seed.of("random control arm");
	}

	/** Asks so many more. */
	LabelAccuracy round(final Embeddings embeddings, final int queries,
		final int threads)
	{
		if (queries > 0) for (final Query q : Strategies.named("random").suggest(
			new QueryRequest(embeddings, asked, spared, new Budget(queries, 1, 1,
				queries), seed.of(asked.size()), threads), Progress.NONE).queries())
			asked.add(q.roi());
		final Map<Integer, Answer> answers = asked.stream().collect(Collectors
			.toMap(row -> row, row -> real[row] ? Answer.TRUE : Answer.FALSE));
		return LoopStep.labels(answers, rule.spread(new Spreading(Collections
			.nCopies(real.length, Place.none(-1)), answers, Map.of(),
			() -> embeddings, seed.of("spread"), threads)).decisions(), real);
	}
}
