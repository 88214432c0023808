
package org.twostream.query.cluster;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.net.Matrix;

/**
 * k-means: Lloyd's algorithm from greedy k-means++ starts, or from the centres
 * that mini-batches of the points found. The same seed gives the same clusters
 * whatever the number of threads, and with PyTorch's library, which makes large
 * work faster, or without. Thread-safe.
 *
 * @param clusters k, at least 1
 * @param restarts independent starts, of which the lowest inertia is kept
 * @param iterations at most, per start
 * @param tolerance a start ends when no point changes its cluster, or when the
 *          squared shift of all centres falls to this fraction of the mean
 *          variance of a dimension
 * @param batch points per mini-batch, from which the start is then found (see
 *          {@link MiniBatch}); 0 for exact k-means
 */
public record KMeans(int clusters, int restarts, int iterations,
		double tolerance, int batch) {

	/** Multiply-adds per iteration that all starts together may take. */
	private static final double LARGE = 1e9;
	/** Points above which mini-batches find the start. */
	private static final int MANY = 50_000;

	/**
	 * @throws IllegalArgumentException if a count is below 1, or the batch below
	 *           0
	 */
	public KMeans {
		if (clusters < 1 || restarts < 1 || iterations < 1 || batch < 0)
			throw new IllegalArgumentException("k-means with " + clusters +
				" clusters, " + restarts + " restarts, " + iterations + " iterations");
	}

	/** Exact k-means. */
	public KMeans(final int clusters, final int restarts, final int iterations,
		final double tolerance)
	{
		this(clusters, restarts, iterations, tolerance, 0);
	}

	/**
	 * The settings of the paper's released code: 10 starts, 200 iterations,
	 * tolerance 1e-4; fewer starts, but one at least, where an iteration of all
	 * takes over 1e9 multiply-adds. Of more than 50,000 points mini-batches of
	 * 4096, or 16 per cluster, find the start, and 20 iterations follow.
	 */
	public static KMeans of(final int clusters, final Matrix points) {
		final double work = (double) clusters * points.rows() * points.columns();
		final int starts = (int) Math.max(1, Math.min(10, LARGE / work));
		return points.rows() > MANY ? new KMeans(clusters, starts, 20, 1e-4, Math
			.max(4096, 16 * clusters)) : new KMeans(clusters, starts, 200, 1e-4);
	}

	/**
	 * The same for one of many parts, each clustered by itself: fewer starts, but
	 * one at least, where all parts together hold more than 50,000 points.
	 *
	 * @param all points of all parts
	 */
	public KMeans oneOf(final int all) {
		return new KMeans(clusters, Math.max(1, Math.min(restarts, 10 * MANY / Math
			.max(1, all))), iterations, tolerance, batch);
	}

	/**
	 * @param points one per row, finite
	 * @param threads at least 1
	 * @return exactly min(clusters, rows) clusters, each with a member
	 * @throws UserError if a value is NaN or infinite
	 */
	public Clustering fit(final Matrix points, final Seed seed, final int threads,
		final Progress progress)
	{
		check(points);
		final int k = Math.min(clusters, points.rows());
		try (Workers workers = new Workers(threads);
				Lloyd lloyd = new Lloyd(points, k, iterations, tolerance, workers))
		{
			if (k == 0) return Clustering.empty(points.columns());
			Clustering best = lloyd.run(start(points, lloyd, k, random(seed, 0),
				workers, progress), progress);
			for (int r = 1; r < restarts && k > 1; r++) {
				progress.report((double) r / restarts, "Clustering");
				final Clustering next = lloyd.run(start(points, lloyd, k, random(seed,
					r), workers, progress), progress);
				if (next.inertia() < best.inertia()) best = next;
			}
			return best.ordered();
		}
	}

	private Centres start(final Matrix points, final Lloyd lloyd, final int k,
		final SplittableRandom random, final Workers workers,
		final Progress progress)
	{
		if (batch == 0 || points.rows() <= 2 * Math.max(batch, k)) return lloyd
			.seeded(k, random, progress);
		return lloyd.given(new MiniBatch(points, k, Math.max(batch, k), random)
			.centres(workers, progress));
	}

	/**
	 * As {@link #fit}, from given centres instead of k-means++ and without
	 * restarts; the clusters keep the order of the centres.
	 */
	public Clustering fitFrom(final Matrix points, final Matrix centres,
		final int threads, final Progress progress)
	{
		check(points);
		if (centres.rows() > points.rows()) throw new IllegalArgumentException(
			centres.rows() + " centres for " + points.rows() + " points");
		try (Workers workers = new Workers(threads);
				Lloyd lloyd = new Lloyd(points, centres.rows(), iterations, tolerance,
					workers))
		{
			return lloyd.run(lloyd.given(centres), progress);
		}
	}

	private static SplittableRandom random(final Seed seed, final int restart) {
		return seed.of("k-means").of(restart).random();
	}

	/** @throws UserError if a value is NaN or infinite */
	public static void check(final Matrix points) {
		for (int i = 0; i < points.rows(); i++)
			for (final float v : points.row(i))
				if (!Float.isFinite(v)) throw new UserError(
					"The embedding of ROI row " + i + " holds " + v +
						"; train the encoders again, perhaps with fewer epochs.");
	}

	/** Squared Euclidean distance in double precision. */
	public static double squaredDistance(final float[] a, final float[] b) {
		double sum = 0;
		for (int j = 0; j < a.length; j++) {
			final double difference = (double) a[j] - b[j];
			sum += difference * difference;
		}
		return sum;
	}

	/** The order that sorts clusters by size, then by their first member. */
	static int[] bySize(final int[][] members) {
		final Integer[] order = new Integer[members.length];
		Arrays.setAll(order, i -> i);
		Arrays.sort(order, (a, b) -> members[a].length != members[b].length
			? Integer.compare(members[b].length, members[a].length) : Integer.compare(
				members[a][0], members[b][0]));
		return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
	}
}
