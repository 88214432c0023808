
package org.twostream.query.sampler;

import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;

import org.twostream.core.Answer;
import org.twostream.core.Progress;
import org.twostream.net.Matrix;
import org.twostream.query.head.CalibratedHead;

/**
 * The balancing sampler (Aggarwal et al. 2020; the dissertation, section 5.5,
 * baseline x) for the classes not real and real. One row after the other: while
 * more can be chosen than the rarer class lacks, at random; from then on the
 * row that is nearest to the mean of the rarer class's features for its
 * distance to the other's, d2(x, rare) / d2(x, common), the numerator being 1
 * while the rarer class has no row. Its class then counts at once. The original
 * asks for each label before it goes on, which an experiment with truth does
 * too. Else the class that the head gives stands for it, and with too few
 * answers for a head the batch is drawn at random with a note.
 */
public final class Balancing implements Sampler {

	@Override
	public Choice choose(final Pool pool, final int total,
		final Progress progress)
	{
		final Optional<IntPredicate> real = classes(pool);
		if (real.isEmpty()) return Draw.withoutHead(pool, total);
		final Matrix z = pool.features();
		final ClassMeans means = new ClassMeans(z.columns());
		for (final Map.Entry<Integer, Answer> e : pool.answers().entrySet())
			if (e.getValue() != Answer.UNSURE) means.add(e.getValue() == Answer.TRUE,
				z.row(e.getKey()));
		final int[] open = pool.open().clone();
		final SplittableRandom random = pool.seed().of("balancing").random();
		int left = open.length;
		final int[] chosen = new int[total];
		for (int n = 0; n < total; n++) {
			progress.check();
			progress.report((double) n / total, "Choosing queries");
			final int next = total - n <= means.lacking() ? means.best(z, open, left,
				pool.workers()) : random.nextInt(left);
			chosen[n] = open[next];
			// The order stays, so that ties fall to the lowest row.
			System.arraycopy(open, next + 1, open, next, --left - next);
			means.add(real.get().test(chosen[n]), z.row(chosen[n]));
		}
		return Choice.of(chosen);
	}

	private static Optional<IntPredicate> classes(final Pool pool) {
		if (pool.truth().isPresent()) {
			final boolean[] real = pool.truth().get();
			return Optional.of(row -> real[row]);
		}
		final Optional<CalibratedHead> head = pool.head();
		return head.map(h -> row -> {
			final double[] scores = h.head().scores(pool.features().row(row));
			return scores[1] > scores[0];
		});
	}
}
