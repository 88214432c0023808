
package org.twostream.query.sampler;

import org.twostream.core.Progress;
import org.twostream.query.head.LinearHead;

/**
 * A sampler by what a linear head says of the features. While the answers are
 * too few for a head, the batch is drawn at random and a note says so, as the
 * dissertation starts (section 5.2: the first labelled set is random).
 */
@FunctionalInterface
public interface HeadSampler {

	/** As {@link Sampler#choose}, with a head. */
	int[] choose(Pool pool, LinearHead head, int total, Progress progress);

	/** The sampler that trains the head on the answers so far. */
	static Sampler started(final HeadSampler inner) {
		return (pool, total, progress) -> pool.head().map(h -> Choice.of(inner
			.choose(pool, h.head(), total, progress))).orElseGet(() -> Draw
				.withoutHead(pool, total));
	}
}
