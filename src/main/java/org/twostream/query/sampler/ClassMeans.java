
package org.twostream.query.sampler;

import java.util.Arrays;

import org.twostream.net.Matrix;
import org.twostream.query.cluster.Workers;

/** Means of the two classes as rows are added, and which class is rarer. */
final class ClassMeans {

	private static final int UNIT = 2000;

	private final double[][] sums;
	private final int[] counts = new int[2];

	ClassMeans(final int columns) {
		sums = new double[2][columns];
	}

	void add(final boolean real, final float[] z) {
		final int c = real ? 1 : 0;
		counts[c]++;
		for (int j = 0; j < z.length; j++)
			sums[c][j] += z[j];
	}

	/** How many the rarer class has fewer than the other. */
	int lacking() {
		return Math.abs(counts[1] - counts[0]);
	}

	/** Index, below left, of the row nearest to the rarer class. */
	int best(final Matrix z, final int[] rows, final int left,
		final Workers workers)
	{
		final int rare = counts[1] < counts[0] ? 1 : 0;
		final float[] near = mean(rare);
		final float[] far = mean(1 - rare);
		final int units = (left + UNIT - 1) / UNIT;
		final int[] best = new int[units];
		final double[] least = new double[units];
		workers.forEach(units, u -> {
			least[u] = Double.POSITIVE_INFINITY;
			for (int i = u * UNIT; i < Math.min(left, (u + 1) * UNIT); i++) {
				final float[] row = z.row(rows[i]);
				final double value = (counts[rare] == 0 ? 1 : squared(row, near)) / Math
					.max(squared(row, far), 1e-12);
				if (value < least[u]) {
					least[u] = value;
					best[u] = i;
				}
			}
		});
		int first = 0;
		for (int u = 1; u < units; u++)
			if (least[u] < least[first]) first = u;
		return best[first];
	}

	private float[] mean(final int c) {
		final float[] mean = new float[sums[c].length];
		if (counts[c] == 0) Arrays.fill(mean, 0);
		else for (int j = 0; j < mean.length; j++)
			mean[j] = (float) (sums[c][j] / counts[c]);
		return mean;
	}

	private static float squared(final float[] a, final float[] b) {
		float p = 0, q = 0, r = 0, s = 0;
		int j = 0;
		for (; j + 4 <= a.length; j += 4) {
			final float t = a[j] - b[j], u = a[j + 1] - b[j + 1], v = a[j + 2] - b[j +
				2], w = a[j + 3] - b[j + 3];
			p = Math.fma(t, t, p);
			q = Math.fma(u, u, q);
			r = Math.fma(v, v, r);
			s = Math.fma(w, w, s);
		}
		for (; j < a.length; j++)
			p = Math.fma(a[j] - b[j], a[j] - b[j], p);
		return p + q + (r + s);
	}
}
