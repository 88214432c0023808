
package org.twostream.review.spread;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.twostream.core.Answer;
import org.twostream.net.Matrix;
import org.twostream.query.cluster.Centres;
import org.twostream.query.cluster.PointBlocks;
import org.twostream.query.cluster.Workers;
import org.twostream.review.Decision;

/**
 * A vote of the {@link #VOTERS} ROIs answered True or False that are nearest in
 * the features of both embeddings. One at the squared distance d2 weighs
 * exp(-d2 / m), m the mean squared distance of the voters, so that no scale has
 * to be chosen; the probability is (t + 1) / (t + f + 2) with t and f the
 * weights that say True and False. Clusters play no part. With fewer such
 * answers the majority decides, and a note says so.
 */
final class NearestVote {

	static final int VOTERS = 10;

	private NearestVote() {}

	static Spread spread(final Spreading s) {
		final int[] voters = s.answers().entrySet().stream().filter(e -> e
			.getValue() != Answer.UNSURE).mapToInt(e -> e.getKey()).sorted()
			.toArray();
		if (voters.length < VOTERS) return new Spread(s.byMajority(), List.of(
			"There are " + voters.length +
				" answers True or False, and a vote needs " + VOTERS +
				"; the majority of each cluster decided instead."));
		final boolean[] real = new boolean[voters.length];
		for (int v = 0; v < voters.length; v++)
			real[v] = s.answers().get(voters[v]) == Answer.TRUE;
		try (Workers workers = new Workers(s.threads())) {
			final double[] p = probabilities(s.features(workers), voters, real,
				workers);
			return Spread.of(s.decided(row -> p[row], Decision.Source.NEIGHBOURS));
		}
	}

	private static double[] probabilities(final Matrix z, final int[] voters,
		final boolean[] real, final Workers workers)
	{
		final PointBlocks points = new PointBlocks(z, workers);
		final Centres centres = new Centres(voters.length, z.columns());
		for (int v = 0; v < voters.length; v++)
			centres.set(v, points.point(voters[v]));
		final double[] p = new double[z.rows()];
		workers.forEach(points.count(), b -> {
			final float[][] near = new float[PointBlocks.padded(
				voters.length)][PointBlocks.SIZE];
			points.nearness(b, centres, near);
			for (int i = 0; i < points.size(b); i++) {
				final int row = b * PointBlocks.SIZE + i;
				final double[] distances = new double[voters.length];
				for (int v = 0; v < voters.length; v++)
					distances[v] = points.squaredDistance(row, near[v][i]);
				p[row] = vote(distances, real);
			}
		});
		return p;
	}

	/** @param distances squared, to each answered ROI, ten or more */
	static double vote(final double[] distances, final boolean[] real) {
		final double[] sorted = distances.clone();
		Arrays.sort(sorted);
		final double reach = sorted[VOTERS - 1];
		final double mean = Arrays.stream(sorted).limit(VOTERS).average()
			.orElseThrow();
		// of several at the reach those that come first
		final int[] voting = IntStream.concat(IntStream.range(0, real.length)
			.filter(v -> distances[v] < reach), IntStream.range(0, real.length)
				.filter(v -> distances[v] == reach)).limit(VOTERS).toArray();
		double yes = 0, all = 0;
		for (final int v : voting) {
			final double weight = mean == 0 ? 1 : Math.exp(-distances[v] / mean);
			all += weight;
			if (real[v]) yes += weight;
		}
		return (yes + 1) / (all + 2);
	}
}
