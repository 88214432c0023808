
package org.twostream.query;

import java.util.Arrays;

/**
 * Each point's nearest centre, the lowest index winning a tie. Reused from one
 * iteration to the next.
 */
final class Assignment {

	private final PointBlocks points;
	private final Workers workers;
	private final int[] labels;
	/** Squared distance to the own centre. */
	private final float[] distances;

	Assignment(final PointBlocks points, final Workers workers) {
		this.points = points;
		this.workers = workers;
		labels = new int[points.points()];
		distances = new float[points.points()];
		Arrays.fill(labels, -1);
	}

	int[] labels() {
		return labels;
	}

	float[] distances() {
		return distances;
	}

	/**
	 * Assigns every point anew.
	 *
	 * @return how many changed their cluster
	 */
	int assign(final Centres centres) {
		final int[] changed = new int[points.count()];
		workers.forEach(points.count(), b -> changed[b] = assign(b, centres));
		return Arrays.stream(changed).sum();
	}

	private int assign(final int block, final Centres centres) {
		final float[][] dots = new float[4][PointBlocks.SIZE];
		final float[] nearest = new float[PointBlocks.SIZE];
		final float[] lowest = new float[PointBlocks.SIZE];
		final int[] label = new int[PointBlocks.SIZE];
		Arrays.fill(lowest, Float.POSITIVE_INFINITY);
		final int n = points.size(block);
		for (int c = 0; c < centres.count(); c += 4) {
			points.dots(block, centres.rows(), c, dots);
			distances(dots[0], dots[1], dots[2], dots[3], centres.squaredNorm(c),
				centres.squaredNorm(c + 1), centres.squaredNorm(c + 2), centres
					.squaredNorm(c + 3), nearest);
			for (int p = 0; p < n; p++)
				if (nearest[p] < lowest[p]) {
					lowest[p] = nearest[p];
					int i = 0;
					while (dots[i][p] != nearest[p])
						i++;
					label[p] = c + i;
				}
		}
		int changed = 0;
		final int first = block * PointBlocks.SIZE;
		for (int p = 0; p < n; p++) {
			if (labels[first + p] != label[p]) changed++;
			labels[first + p] = label[p];
			distances[first + p] = Math.max(0, lowest[p] + points.squaredNorm(first +
				p));
		}
		return changed;
	}

	// Turns dot products into |c|^2 - 2 x.c in place and finds the least of four.
	private static void distances(final float[] a, final float[] b,
		final float[] c, final float[] d, final float na, final float nb,
		final float nc, final float nd, final float[] nearest)
	{
		for (int i = 0; i < PointBlocks.SIZE; i++) {
			final float da = na - 2 * a[i];
			final float db = nb - 2 * b[i];
			final float dc = nc - 2 * c[i];
			final float dd = nd - 2 * d[i];
			a[i] = da;
			b[i] = db;
			c[i] = dc;
			d[i] = dd;
			nearest[i] = Math.min(Math.min(da, db), Math.min(dc, dd));
		}
	}
}
