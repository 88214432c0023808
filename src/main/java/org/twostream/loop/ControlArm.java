
package org.twostream.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.measure.LabelAccuracy;
import org.twostream.query.Budget;
import org.twostream.query.Embeddings;
import org.twostream.query.Query;
import org.twostream.query.QueryRequest;
import org.twostream.query.Strategies;

/**
 * What asking as many ROIs at random would have given: the same pool, the same
 * number per round, the same truth, nothing spread. Nothing of it enters the
 * journal or any model.
 */
final class ControlArm {

	private final Set<Integer> asked = new TreeSet<>();
	private final boolean[] real;
	private final Set<Integer> spared;
	private final Seed seed;

	ControlArm(final boolean[] real, final Set<Integer> spared, final Seed seed) {
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
		final List<LabelAccuracy.Decided> all = new ArrayList<>();
		for (int i = 0; i < real.length; i++)
			all.add(new LabelAccuracy.Decided(real[i], !asked.contains(i) || real[i],
				asked.contains(i)));
		return LabelAccuracy.of(all);
	}
}
