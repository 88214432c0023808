
package org.twostream.query.head;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;

/**
 * Logistic regression: minimises the mean of ln(1 + exp(-(w.z + b) y)) over the
 * points, y being -1 or 1, plus lambda/2 |w|^2, by Newton's method with halved
 * steps. The intercept b carries no penalty beyond 1e-9, which only keeps it
 * finite.
 */
final class LogisticRegression {

	private static final int STEPS = 50;
	private static final double INTERCEPT = 1e-9;

	private final float[][] z;
	private final boolean[] real;
	private final double lambda;

	private LogisticRegression(final float[][] z, final boolean[] real,
		final double lambda)
	{
		this.z = z;
		this.real = real;
		this.lambda = lambda;
	}

	/**
	 * @param z one row per point, at least one
	 * @param real its class
	 * @param lambda above 0
	 * @return w, then b
	 */
	static double[] fit(final float[][] z, final boolean[] real,
		final double lambda)
	{
		return new LogisticRegression(z, real, lambda).minimum();
	}

	/** w.z + b of weights that {@link #fit} gave. */
	static double margin(final double[] w, final float[] z) {
		double sum = w[z.length];
		for (int j = 0; j < z.length; j++)
			sum += w[j] * z[j];
		return sum;
	}

	/** ln(1 + exp(x)). */
	static double softplus(final double x) {
		return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
	}

	static double sigmoid(final double x) {
		return 1 / (1 + Math.exp(-x));
	}

	private double[] minimum() {
		double[] w = new double[z[0].length + 1];
		double value = value(w);
		for (int step = 0; step < STEPS; step++) {
			final double[] direction = direction(w);
			double factor = 1;
			double[] next = moved(w, direction, factor);
			double lower = value(next);
			while (lower > value && factor > 1e-6) {
				factor /= 2;
				next = moved(w, direction, factor);
				lower = value(next);
			}
			if (!(lower < value)) break;
			final boolean done = value - lower < 1e-10 * (1 + value);
			w = next;
			value = lower;
			if (done) break;
		}
		return w;
	}

	private static double[] moved(final double[] w, final double[] direction,
		final double factor)
	{
		final double[] moved = w.clone();
		for (int j = 0; j < w.length; j++)
			moved[j] -= factor * direction[j];
		return moved;
	}

	private double value(final double[] w) {
		double sum = 0;
		for (int i = 0; i < z.length; i++) {
			final double margin = margin(w, z[i]);
			sum += softplus(real[i] ? -margin : margin);
		}
		double squares = 0;
		for (int j = 0; j < w.length - 1; j++)
			squares += w[j] * w[j];
		return sum / z.length + lambda / 2 * squares + INTERCEPT / 2 * w[w.length -
			1] * w[w.length - 1];
	}

	/** The Hessian's inverse times the gradient. */
	private double[] direction(final double[] w) {
		final int d = w.length;
		final double[] gradient = new double[d];
		final double[][] hessian = new double[d][d];
		final double[] x = new double[d];
		for (int i = 0; i < z.length; i++) {
			for (int j = 0; j < d - 1; j++)
				x[j] = z[i][j];
			x[d - 1] = 1;
			final double p = sigmoid(margin(w, z[i]));
			final double slope = (p - (real[i] ? 1 : 0)) / z.length;
			final double curve = p * (1 - p) / z.length;
			for (int j = 0; j < d; j++) {
				gradient[j] += slope * x[j];
				final double factor = curve * x[j];
				final double[] row = hessian[j];
				for (int k = 0; k <= j; k++)
					row[k] += factor * x[k];
			}
		}
		for (int j = 0; j < d; j++) {
			final double penalty = j < d - 1 ? lambda : INTERCEPT;
			gradient[j] += penalty * w[j];
			hessian[j][j] += penalty + 1e-12;
			for (int k = 0; k < j; k++)
				hessian[k][j] = hessian[j][k];
		}
		return new CholeskyDecomposition(new Array2DRowRealMatrix(hessian, false),
			1e-6, 0).getSolver().solve(new ArrayRealVector(gradient, false))
			.toArray();
	}
}
