
package org.twostream.query.cluster;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.twostream.core.Progress;

/**
 * Greedy k-means++ (Arthur, Vassilvitskii 2007, section 2.2, with several
 * candidates per step as they suggest at its end): each next centre is a point
 * drawn with probability proportional to its squared distance to the nearest
 * centre so far; of 2 + ln k drawn the one that lowers the sum most is kept.
 */
final class Seeding {

	private final PointBlocks points;
	private final Workers workers;
	private final SplittableRandom random;
	private final float[] nearest;

	Seeding(final PointBlocks points, final Workers workers,
		final SplittableRandom random)
	{
		this.points = points;
		this.workers = workers;
		this.random = random;
		nearest = new float[points.points()];
		Arrays.fill(nearest, Float.POSITIVE_INFINITY);
	}

	/** @param k 1 to the number of points */
	Centres centres(final int k, final Progress progress) {
		final Centres centres = new Centres(k, points.dimensions());
		final int trials = 2 + (int) Math.log(k);
		int[] candidates = { random.nextInt(points.points()) };
		for (int c = 0; c < k; c++) {
			progress.check();
			if (c > 0) candidates = draw(trials);
			final int best = keepBest(candidates);
			centres.set(c, points.point(best));
		}
		return centres;
	}

	private int[] draw(final int trials) {
		final double[] sums = new double[points.count()];
		double total = 0;
		for (int b = 0; b < sums.length; b++) {
			for (int p = 0; p < points.size(b); p++)
				sums[b] += nearest[b * PointBlocks.SIZE + p];
			total += sums[b];
		}
		final int[] drawn = new int[trials];
		for (int t = 0; t < trials; t++)
			drawn[t] = at(random.nextDouble() * total, sums);
		return drawn;
	}

	private int at(final double position, final double[] sums) {
		double rest = position;
		int b = 0;
		while (b < sums.length - 1 && rest >= sums[b])
			rest -= sums[b++];
		int i = b * PointBlocks.SIZE;
		final int last = i + points.size(b) - 1;
		while (i < last && rest >= nearest[i])
			rest -= nearest[i++];
		return i;
	}

	private int keepBest(final int[] candidates) {
		final Centres tried = new Centres(candidates.length, points.dimensions());
		for (int t = 0; t < candidates.length; t++)
			tried.set(t, points.point(candidates[t]));
		final float[][][] distances = new float[points.count()][][];
		final double[][] sums = new double[points.count()][];
		workers.forEach(points.count(), b -> {
			distances[b] = distances(b, tried);
			sums[b] = sums(distances[b], points.size(b));
		});
		final double[] total = new double[candidates.length];
		for (final double[] sum : sums)
			for (int t = 0; t < total.length; t++)
				total[t] += sum[t];
		int best = 0;
		for (int t = 1; t < total.length; t++)
			if (total[t] < total[best]) best = t;
		for (int b = 0; b < points.count(); b++)
			System.arraycopy(distances[b][best], 0, nearest, b * PointBlocks.SIZE,
				points.size(b));
		return candidates[best];
	}

	/** What {@link #nearest} of a block would be with each of the candidates. */
	private float[][] distances(final int block, final Centres tried) {
		final int first = block * PointBlocks.SIZE;
		final int n = points.size(block);
		final float[][] out = new float[tried.count()][n];
		final float[][] near = new float[PointBlocks.padded(tried
			.count())][PointBlocks.SIZE];
		points.nearness(block, tried, near);
		for (int t = 0; t < tried.count(); t++)
			for (int p = 0; p < n; p++)
				out[t][p] = Math.min(nearest[first + p], points.squaredDistance(first +
					p, near[t][p]));
		return out;
	}

	private static double[] sums(final float[][] distances, final int n) {
		final double[] sums = new double[distances.length];
		for (int t = 0; t < sums.length; t++)
			for (int p = 0; p < n; p++)
				sums[t] += distances[t][p];
		return sums;
	}
}
