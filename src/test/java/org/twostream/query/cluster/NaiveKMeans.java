
package org.twostream.query.cluster;

import org.twostream.net.Matrix;

/** Lloyd's algorithm as in a textbook, in double precision. */
final class NaiveKMeans {

	private NaiveKMeans() {}

	static int[] labels(final Matrix points, final double[][] centres) {
		final int[] labels = new int[points.rows()];
		for (int i = 0; i < labels.length; i++)
			for (int c = 1; c < centres.length; c++)
				if (distance(points.row(i), centres[c]) < distance(points.row(i),
					centres[labels[i]])) labels[i] = c;
		return labels;
	}

	static int[] run(final Matrix points, final Matrix first,
		final int iterations)
	{
		final double[][] centres = new double[first.rows()][first.columns()];
		for (int c = 0; c < centres.length; c++)
			for (int j = 0; j < first.columns(); j++)
				centres[c][j] = first.row(c)[j];
		int[] labels = labels(points, centres);
		for (int n = 0; n < iterations; n++) {
			for (int c = 0; c < centres.length; c++) {
				int size = 0;
				final double[] sum = new double[first.columns()];
				for (int i = 0; i < labels.length; i++) {
					if (labels[i] != c) continue;
					size++;
					for (int j = 0; j < sum.length; j++)
						sum[j] += points.row(i)[j];
				}
				for (int j = 0; j < sum.length; j++)
					centres[c][j] = sum[j] / size;
			}
			labels = labels(points, centres);
		}
		return labels;
	}

	static double inertia(final Matrix points, final int[] labels,
		final Matrix centres)
	{
		double sum = 0;
		for (int i = 0; i < labels.length; i++)
			sum += KMeans.squaredDistance(points.row(i), centres.row(labels[i]));
		return sum;
	}

	private static double distance(final float[] point, final double[] centre) {
		double sum = 0;
		for (int j = 0; j < centre.length; j++)
			sum += (point[j] - centre[j]) * (point[j] - centre[j]);
		return sum;
	}
}
