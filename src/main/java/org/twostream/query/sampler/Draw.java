
package org.twostream.query.sampler;

import java.util.List;
import java.util.SplittableRandom;

import org.twostream.core.Answer;
import org.twostream.query.head.CalibratedHead;

/** Random draws without replacement. */
final class Draw {

	private Draw() {}

	/** So many of the rows, uniformly, in random order. */
	static int[] some(final int[] rows, final int count,
		final SplittableRandom random)
	{
		final int[] left = rows.clone();
		final int[] chosen = new int[count];
		for (int i = 0; i < count; i++) {
			final int j = i + random.nextInt(left.length - i);
			chosen[i] = left[j];
			left[j] = left[i];
		}
		return chosen;
	}

	/** How a sampler starts that has too little to go by. */
	static Choice instead(final Pool pool, final int total, final String why) {
		return new Choice(some(pool.open(), total, pool.seed().of("start")
			.random()), List.of(why + " this batch was drawn at random."));
	}

	/** How a sampler starts that needs a head. */
	static Choice withoutHead(final Pool pool, final int total) {
		final long yes = count(pool, Answer.TRUE);
		final long no = count(pool, Answer.FALSE);
		return instead(pool, total, "There are " + yes + " answers True and " + no +
			" False, and a classifier needs " + CalibratedHead.LEAST + " of each;");
	}

	private static long count(final Pool pool, final Answer wanted) {
		return pool.answers().values().stream().filter(a -> a == wanted).count();
	}
}
