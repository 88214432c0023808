
package org.twostream.query.cluster;

import org.twostream.net.Matrix;

/**
 * The step of Lloyd's algorithm that moves each centre to the mean of its
 * points. One centre is one thread's unit and its points are added in their
 * order, so the sums do not depend on the number of threads.
 */
final class CentreUpdate {

	/** Rows added in float before they go into a double sum. */
	private static final int CHUNK = 32;

	private final Matrix matrix;
	private final float[] mean;
	private final Workers workers;

	CentreUpdate(final Matrix matrix, final float[] mean, final Workers workers) {
		this.matrix = matrix;
		this.mean = mean;
		this.workers = workers;
	}

	/**
	 * @param labels cluster of each point; a cluster without points keeps a row
	 *          of zeros
	 */
	Centres update(final int[] labels, final int clusters) {
		final Centres centres = new Centres(clusters, matrix.columns());
		final int[][] members = Members.of(labels, clusters);
		workers.forEach(clusters, c -> centres.set(c, centre(members[c], centres
			.row(c))));
		return centres;
	}

	private float[] centre(final int[] members, final float[] row) {
		if (members.length == 0) return row;
		final int d = matrix.columns();
		final double[] sum = new double[d];
		final float[] part = new float[d];
		for (int first = 0; first < members.length; first += CHUNK) {
			final int end = Math.min(first + CHUNK, members.length);
			java.util.Arrays.fill(part, 0);
			int i = first;
			for (; i + 4 <= end; i += 4)
				add(part, matrix.row(members[i]), matrix.row(members[i + 1]), matrix
					.row(members[i + 2]), matrix.row(members[i + 3]), mean);
			for (; i < end; i++)
				add(part, matrix.row(members[i]), mean);
			for (int j = 0; j < d; j++)
				sum[j] += part[j];
		}
		for (int j = 0; j < d; j++)
			row[j] = (float) (sum[j] / members.length);
		return row;
	}

	private static void add(final float[] sum, final float[] a, final float[] b,
		final float[] c, final float[] d, final float[] mean)
	{
		for (int j = 0; j < sum.length; j++)
			sum[j] += ((a[j] - mean[j]) + (b[j] - mean[j])) + ((c[j] - mean[j]) +
				(d[j] - mean[j]));
	}

	private static void add(final float[] sum, final float[] a,
		final float[] mean)
	{
		for (int j = 0; j < sum.length; j++)
			sum[j] += a[j] - mean[j];
	}
}
