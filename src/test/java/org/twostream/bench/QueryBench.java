
package org.twostream.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.twostream.core.Answer;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.net.Matrix;
import org.twostream.query.BudgetKeys;
import org.twostream.query.Embeddings;
import org.twostream.query.Evidence;
import org.twostream.query.QueryRequest;
import org.twostream.query.QueryStrategy;
import org.twostream.query.Strategies;

/**
 * Seconds for one batch by each strategy, after a first batch was answered.
 * Arguments: ROIs, dimensions of the image embedding (the mask's are 20), ROIs
 * to ask, threads, then names of strategies, none for all.
 */
public final class QueryBench {

	private static final int BLOBS = 300;

	private QueryBench() {}

	public static void main(final String... args) {
		final int n = Integer.parseInt(args[0]);
		final int d = Integer.parseInt(args[1]);
		final int budget = Integer.parseInt(args[2]);
		final int threads = Integer.parseInt(args[3]);
		final SplittableRandom random = new SplittableRandom(1);
		final int[] blob = random.ints(n, 0, BLOBS).toArray();
		final Embeddings embeddings = new Embeddings(blobs(blob, 20, random), blobs(
			blob, d, random));
		final boolean[] real = new boolean[n];
		final Map<Integer, Answer> answers = new HashMap<>();
		for (int i = 0; i < n; i++)
			real[i] = random.nextDouble() < (blob[i] % 4 == 0 ? 0.2 : 0.9);
		while (answers.size() < budget) {
			final int roi = random.nextInt(n);
			answers.put(roi, real[roi] ? Answer.TRUE : Answer.FALSE);
		}
		for (final QueryStrategy strategy : strategies(args)) {
			final QueryRequest request = new QueryRequest(embeddings, answers
				.keySet(), strategy.budget(new BudgetKeys(budget, 0, 0, 0)), new Seed(
					1), threads).with(Evidence.of(answers).withTruth(real));
			final long c0 = cpuNanos();
			final long t0 = System.nanoTime();
			final int asked = strategy.suggest(request, Progress.NONE).queries()
				.size();
			System.out.printf("%-22s %6d of %d x %d: %7.2f s, %7.2f CPU s%n", strategy
				.name(), asked, n, d, (System.nanoTime() - t0) * 1e-9, (cpuNanos() -
					c0) * 1e-9);
		}
	}

	private static List<QueryStrategy> strategies(final String... args) {
		if (args.length == 4) return Strategies.all();
		final List<QueryStrategy> named = new ArrayList<>();
		for (final String name : Arrays.copyOfRange(args, 4, args.length))
			named.add(Strategies.named(name));
		return named;
	}

	private static Matrix blobs(final int[] blob, final int d,
		final SplittableRandom random)
	{
		final float[][] middles = new float[BLOBS][d];
		for (final float[] middle : middles)
			fill(middle, random);
		final float[][] rows = new float[blob.length][d];
		for (int i = 0; i < rows.length; i++) {
			fill(rows[i], random);
			for (int j = 0; j < d; j++)
				rows[i][j] += middles[blob[i]][j];
		}
		return new Matrix(rows, d);
	}

	/** Uniform of variance 1. */
	private static void fill(final float[] row, final SplittableRandom random) {
		final double most = Math.sqrt(3);
		for (int j = 0; j < row.length; j++)
			row[j] = (float) ((random.nextDouble() * 2 - 1) * most);
	}

	private static long cpuNanos() {
		return ((com.sun.management.OperatingSystemMXBean) ManagementFactory
			.getOperatingSystemMXBean()).getProcessCpuTime();
	}
}
