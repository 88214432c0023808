
package org.twostream.query.head;

import java.util.SplittableRandom;

import org.twostream.core.Seed;
import org.twostream.net.Matrix;
import org.twostream.query.cluster.Workers;

/**
 * Leading principal components by subspace iteration (Halko, Martinsson, Tropp
 * 2011, algorithm 4.4: a random start, each pass orthonormalised) on a sample
 * of the rows. With no more columns than components wanted it only centres.
 */
final class Components {

	private static final int SAMPLE = 10_000;
	private static final int PASSES = 6;
	/** Rows per unit of work; sums do not depend on the number of threads. */
	private static final int UNIT = 1000;

	private final float[] mean;
	/** Orthonormal rows; empty where the columns stay as they are. */
	private final float[][] basis;

	private Components(final float[] mean, final float[][] basis) {
		this.mean = mean;
		this.basis = basis;
	}

	static Components of(final Matrix points, final int wanted, final Seed seed,
		final Workers workers)
	{
		final Matrix sample = sample(points, seed.of("sample").random());
		final float[] mean = mean(sample);
		if (points.columns() <= wanted) return new Components(mean, new float[0][]);
		final float[][] basis = new float[wanted][points.columns()];
		final SplittableRandom random = seed.of("components").random();
		for (final float[] row : basis)
			for (int j = 0; j < row.length; j++)
				row[j] = (float) random.nextDouble(-1, 1);
		orthonormalise(basis);
		for (int pass = 0; pass < PASSES; pass++) {
			final float[][] next = multiply(sample, mean, basis, workers);
			orthonormalise(next);
			System.arraycopy(next, 0, basis, 0, wanted);
		}
		return new Components(mean, basis);
	}

	int count() {
		return basis.length == 0 ? mean.length : basis.length;
	}

	/** Writes the components of a row into z from a place on. */
	void project(final float[] row, final float[] z, final int first) {
		final float[] x = centred(row, mean);
		if (basis.length == 0) System.arraycopy(x, 0, z, first, x.length);
		for (int c = 0; c < basis.length; c++)
			z[first + c] = Dot.of(x, basis[c]);
	}

	private static Matrix sample(final Matrix points,
		final SplittableRandom random)
	{
		if (points.rows() <= SAMPLE) return points;
		final int[] rows = new int[SAMPLE];
		for (int i = 0; i < SAMPLE; i++)
			rows[i] = random.nextInt(points.rows());
		return points.select(rows);
	}

	private static float[] mean(final Matrix points) {
		final double[] sum = new double[points.columns()];
		for (int i = 0; i < points.rows(); i++)
			for (int j = 0; j < sum.length; j++)
				sum[j] += points.row(i)[j];
		final float[] mean = new float[sum.length];
		for (int j = 0; j < mean.length; j++)
			mean[j] = (float) (sum[j] / Math.max(1, points.rows()));
		return mean;
	}

	private static float[] centred(final float[] row, final float[] mean) {
		final float[] x = new float[row.length];
		for (int j = 0; j < x.length; j++)
			x[j] = row[j] - mean[j];
		return x;
	}

	/** The covariance, which is never formed, times each row of the basis. */
	private static float[][] multiply(final Matrix points, final float[] mean,
		final float[][] basis, final Workers workers)
	{
		final int units = (points.rows() + UNIT - 1) / UNIT;
		final float[][][] parts = new float[units][][];
		workers.forEach(units, u -> {
			final float[][] part = new float[basis.length][mean.length];
			for (int i = u * UNIT; i < Math.min(points.rows(), (u + 1) * UNIT); i++) {
				final float[] x = centred(points.row(i), mean);
				for (int c = 0; c < basis.length; c++)
					add(part[c], x, Dot.of(x, basis[c]));
			}
			parts[u] = part;
		});
		for (int u = 1; u < units; u++)
			for (int c = 0; c < basis.length; c++)
				add(parts[0][c], parts[u][c], 1);
		return parts[0];
	}

	/** Gram-Schmidt, twice; a row that vanishes becomes zeros. */
	private static void orthonormalise(final float[][] rows) {
		for (int c = 0; c < rows.length; c++) {
			for (int twice = 0; twice < 2; twice++)
				for (int b = 0; b < c; b++)
					add(rows[c], rows[b], -Dot.of(rows[c], rows[b]));
			final double norm = Math.sqrt(Dot.of(rows[c], rows[c]));
			final float factor = norm < 1e-12 ? 0 : (float) (1 / norm);
			for (int j = 0; j < rows[c].length; j++)
				rows[c][j] *= factor;
		}
	}

	private static void add(final float[] to, final float[] what,
		final float times)
	{
		for (int j = 0; j < to.length; j++)
			to[j] = Math.fma(what[j], times, to[j]);
	}
}
