
package org.twostream.query.map;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.twostream.net.Matrix;

/**
 * Points seen along their two widest directions: the first two principal
 * components (Pearson 1901), each pointing to where its largest weight is
 * positive. The arrays are shared and not to be changed.
 *
 * @param x along the widest direction, one per point, centred
 * @param y along the next, 0 if the points have one dimension
 * @param explained share of all variance that the plane shows, 0..1; NaN if all
 *          points are equal
 */
public record PrincipalPlane(double[] x, double[] y, double explained) {

	/** @param points at least one row and one column, finite */
	public static PrincipalPlane of(final Matrix points) {
		final int n = points.rows();
		final int d = points.columns();
		final double[] mean = new double[d];
		for (int i = 0; i < n; i++)
			for (int j = 0; j < d; j++)
				mean[j] += (double) points.row(i)[j] / n;
		final double[][] covariance = new double[d][d];
		for (int i = 0; i < n; i++) {
			final float[] row = points.row(i);
			for (int j = 0; j < d; j++) {
				final double a = (row[j] - mean[j]) / n;
				for (int k = 0; k <= j; k++)
					covariance[j][k] += a * (row[k] - mean[k]);
			}
		}
		double total = 0;
		for (int j = 0; j < d; j++) {
			total += covariance[j][j];
			for (int k = 0; k < j; k++)
				covariance[k][j] = covariance[j][k];
		}
		final EigenDecomposition eigen = new EigenDecomposition(
			new Array2DRowRealMatrix(covariance, false));
		final double[] second = d > 1 ? eigen.getEigenvector(1).toArray()
			: new double[d];
		final double shown = eigen.getRealEigenvalue(0) + (d > 1 ? eigen
			.getRealEigenvalue(1) : 0);
		return new PrincipalPlane(project(points, mean, eigen.getEigenvector(0)
			.toArray()), project(points, mean, second), total == 0 ? Double.NaN
				: shown / total);
	}

	private static double[] project(final Matrix points, final double[] mean,
		final double[] direction)
	{
		double largest = 0;
		for (final double v : direction)
			if (Math.abs(v) > Math.abs(largest)) largest = v;
		final double sign = largest < 0 ? -1 : 1;
		final double[] along = new double[points.rows()];
		for (int i = 0; i < along.length; i++)
			for (int j = 0; j < mean.length; j++)
				along[i] += sign * direction[j] * (points.row(i)[j] - mean[j]);
		return along;
	}
}
