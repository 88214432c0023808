
package org.twostream.query.sampler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.twostream.core.Answer;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.net.Matrix;
import org.twostream.query.cluster.Workers;
import org.twostream.query.head.CalibratedHead;

/**
 * Any sampler on {@link #PARTS} random parts of the open and of the asked rows,
 * a part of the budget in each (the dissertation, appendix of chapter 5, after
 * Citovsky et al. 2021): a tenth of the distances.
 *
 * @param inner the sampler
 */
public record Partitioned(Sampler inner) implements Sampler {

	static final int PARTS = 10;

	@Override
	public Choice choose(final Pool pool, final int total,
		final Progress progress)
	{
		final int[][] open = parts(pool.open(), pool.seed().of("open parts"));
		final int[][] asked = parts(pool.asked(), pool.seed().of("asked parts"));
		final int[] rows = new int[total];
		final Set<String> notes = new LinkedHashSet<>();
		int done = 0;
		for (int p = 0; p < PARTS; p++) {
			final int quota = total / PARTS + (p < total % PARTS ? 1 : 0);
			final Choice choice = inner.choose(new Part(pool, open[p], asked[p], pool
				.seed().of("part").of(p)), quota, progress.part((double) p / PARTS, (p +
					1.0) / PARTS));
			System.arraycopy(choice.rows(), 0, rows, done, quota);
			done += quota;
			notes.addAll(choice.notes());
		}
		return new Choice(rows, new ArrayList<>(notes));
	}

	/** The first ones are longer by one where the rows do not divide. */
	static int[][] parts(final int[] rows, final Seed seed) {
		final int[] mixed = Draw.some(rows, rows.length, seed.random());
		final int[][] parts = new int[PARTS][];
		int from = 0;
		for (int p = 0; p < PARTS; p++) {
			final int to = from + rows.length / PARTS + (p < rows.length % PARTS ? 1
				: 0);
			parts[p] = Arrays.copyOfRange(mixed, from, to);
			Arrays.sort(parts[p]);
			from = to;
		}
		return parts;
	}

	private record Part(Pool whole, int[] open, int[] asked, Seed seed)
			implements
				Pool {

		@Override
		public Matrix image() {
			return whole.image();
		}

		@Override
		public Matrix features() {
			return whole.features();
		}

		@Override
		public Map<Integer, Answer> answers() {
			return whole.answers();
		}

		@Override
		public Optional<CalibratedHead> head() {
			return whole.head();
		}

		@Override
		public Optional<float[]> losses() {
			return whole.losses();
		}

		@Override
		public Optional<boolean[]> truth() {
			return whole.truth();
		}

		@Override
		public Workers workers() {
			return whole.workers();
		}
	}
}
