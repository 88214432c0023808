
package org.twostream.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.twostream.core.Answer;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.Tsv;
import org.twostream.net.Matrix;
import org.twostream.query.BudgetKeys;
import org.twostream.query.Embeddings;
import org.twostream.query.Evidence;
import org.twostream.query.QueryRequest;
import org.twostream.query.QueryStrategy;
import org.twostream.query.Strategies;
import org.twostream.query.Suggestion;
import org.twostream.review.Decision;
import org.twostream.review.spread.SpreadRule;
import org.twostream.review.spread.Spreading;
import org.twostream.volume.chunked.ChunkedArray;

/**
 * Label accuracy of all ROIs by how answers are spread, with the answers of a
 * project in which every ROI was answered. Arguments: encoders folder, its
 * decisions.tsv, ROIs asked in each of two rounds, seeds, then strategies.
 * Prints the mean over seeds after each round, and the Brier score of the
 * unasked.
 */
public final class SpreadBench {

	private static final int ROUNDS = 2;

	private SpreadBench() {}

	public static void main(final String... args) {
		final Path folder = Path.of(args[0], "embedding.zarr");
		final Embeddings embeddings = new Embeddings(read(folder.resolve("mask")),
			read(folder.resolve("image")));
		final Tsv table = Tsv.read(Path.of(args[1]));
		final boolean[] real = new boolean[table.size()];
		int trues = 0;
		for (int i = 0; i < real.length; i++) {
			real[i] = table.get(i, "answer").equals("True");
			if (real[i]) trues++;
		}
		System.out.printf("%d of %d are real%n", trues, real.length);
		final int budget = Integer.parseInt(args[2]);
		final int seeds = Integer.parseInt(args[3]);
		for (int a = 4; a < args.length; a++)
			run(Strategies.named(args[a]), embeddings, real, budget, seeds);
	}

	private static void run(final QueryStrategy strategy,
		final Embeddings embeddings, final boolean[] real, final int budget,
		final int seeds)
	{
		final double[][][] sums = new double[ROUNDS][SpreadRule.values().length][2];
		for (int seed = 0; seed < seeds; seed++) {
			final Map<Integer, Answer> answers = new HashMap<>();
			for (int round = 0; round < ROUNDS; round++) {
				final Set<Integer> asked = new HashSet<>(answers.keySet());
				final Suggestion s = strategy.suggest(new QueryRequest(embeddings,
					asked, Set.of(), Evidence.of(answers), strategy.budget(new BudgetKeys(
						budget, 0, 0, 0)), new Seed(seed), 1), Progress.NONE);
				s.queries().forEach(q -> answers.put(q.roi(), real[q.roi()]
					? Answer.TRUE : Answer.FALSE));
				for (final SpreadRule rule : SpreadRule.values())
					add(sums[round][rule.ordinal()], rule.spread(new Spreading(s.places(),
						answers, Map.of(), () -> embeddings, new Seed(seed), 1))
						.decisions(), answers, real);
			}
		}
		for (int round = 0; round < ROUNDS; round++) {
			System.out.printf("%-16s asked %4d:", strategy.name(), budget * (round +
				1));
			for (final SpreadRule rule : SpreadRule.values())
				System.out.printf("  %s %.3f (%.3f)", rule.text(), sums[round][rule
					.ordinal()][0] / seeds, sums[round][rule.ordinal()][1] / seeds);
			System.out.println();
		}
	}

	private static void add(final double[] sums, final List<Decision> decisions,
		final Map<Integer, Answer> answers, final boolean[] real)
	{
		int right = 0, unasked = 0;
		double brier = 0;
		for (final Decision d : decisions) {
			if (d.keeps() == real[d.row()]) right++;
			if (answers.containsKey(d.row())) continue;
			unasked++;
			brier += Math.pow(d.probability() - (real[d.row()] ? 1 : 0), 2);
		}
		sums[0] += (double) right / real.length;
		sums[1] += brier / Math.max(1, unasked);
	}

	private static Matrix read(final Path stream) {
		try (ChunkedArray array = ChunkedArray.open(stream)) {
			final int n = (int) array.shape()[0];
			final int columns = (int) array.shape()[1];
			final float[] all = new float[n * columns];
			array.readRows(0, n, all);
			final float[][] rows = new float[n][columns];
			for (int i = 0; i < n; i++)
				System.arraycopy(all, i * columns, rows[i], 0, columns);
			return new Matrix(rows, columns);
		}
	}
}
