
package org.twostream.experiment.cifar;

import org.twostream.net.Matrix;
import org.twostream.query.head.LinearHead;

/**
 * The linear head s = W z + b of all classes: mean cross-entropy plus 1e-3 / 2
 * |W|^2, by gradient descent with Nesterov's momentum from zero; the same
 * points give the same head. Features should have about unit variance.
 */
final class SoftmaxRegression {

	private static final int STEPS = 300;
	private static final double RATE = 0.5;
	private static final double MOMENTUM = 0.9;
	private static final double PENALTY = 1e-3;

	private SoftmaxRegression() {}

	/**
	 * @param z features of all points
	 * @param rows of those to learn from
	 * @param labels of all points, 0..classes-1
	 */
	static LinearHead fit(final Matrix z, final int[] rows, final int[] labels,
		final int classes)
	{
		final int d = z.columns();
		final double[][] w = new double[classes][d + 1];
		final double[][] velocity = new double[classes][d + 1];
		for (int step = 0; step < STEPS; step++) {
			final double[][] ahead = new double[classes][d + 1];
			for (int c = 0; c < classes; c++)
				for (int j = 0; j <= d; j++)
					ahead[c][j] = w[c][j] + MOMENTUM * velocity[c][j];
			final double[][] gradient = gradient(z, rows, labels, ahead);
			for (int c = 0; c < classes; c++)
				for (int j = 0; j <= d; j++) {
					velocity[c][j] = MOMENTUM * velocity[c][j] - RATE * (gradient[c][j] +
						(j < d ? PENALTY * ahead[c][j] : 0));
					w[c][j] += velocity[c][j];
				}
		}
		return head(w, d);
	}

	private static double[][] gradient(final Matrix z, final int[] rows,
		final int[] labels, final double[][] w)
	{
		final int d = z.columns();
		final double[][] sum = new double[w.length][d + 1];
		final double[] scores = new double[w.length];
		for (final int row : rows) {
			final float[] x = z.row(row);
			for (int c = 0; c < w.length; c++) {
				double s = w[c][d];
				for (int j = 0; j < d; j++)
					s += w[c][j] * x[j];
				scores[c] = s;
			}
			final double[] p = LinearHead.softmax(scores);
			for (int c = 0; c < w.length; c++) {
				final double g = (p[c] - (labels[row] == c ? 1 : 0)) / rows.length;
				for (int j = 0; j < d; j++)
					sum[c][j] += g * x[j];
				sum[c][d] += g;
			}
		}
		return sum;
	}

	private static LinearHead head(final double[][] w, final int d) {
		final float[][] weights = new float[w.length][d];
		final float[] biases = new float[w.length];
		for (int c = 0; c < w.length; c++) {
			for (int j = 0; j < d; j++)
				weights[c][j] = (float) w[c][j];
			biases[c] = (float) w[c][d];
		}
		return new LinearHead(new Matrix(weights, d), biases);
	}
}
