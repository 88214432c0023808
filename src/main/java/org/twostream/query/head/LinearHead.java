
package org.twostream.query.head;

import org.twostream.net.Matrix;

/**
 * Class scores s = W z + b; the class of a point is the one of the largest
 * score, the lowest on a tie. For ROIs class 0 is False and class 1 is True.
 *
 * @param weights W, one row per class; shared
 * @param biases b, one per class; shared
 */
public record LinearHead(Matrix weights, float[] biases) {

	/**
	 * @throws IllegalArgumentException with fewer than two classes or another
	 *           number of biases
	 */
	public LinearHead {
		if (weights.rows() < 2 || biases.length != weights.rows())
			throw new IllegalArgumentException(weights.rows() + " classes and " +
				biases.length + " biases");
	}

	/** Of two classes whose log odds for class 1 are w.z + b. */
	public static LinearHead binary(final double[] w, final double b) {
		final float[][] rows = new float[2][w.length];
		for (int j = 0; j < w.length; j++) {
			rows[0][j] = (float) (-w[j] / 2);
			rows[1][j] = (float) (w[j] / 2);
		}
		return new LinearHead(new Matrix(rows, w.length), new float[] {
			(float) (-b / 2), (float) (b / 2) });
	}

	/** Number of classes C. */
	public int classes() {
		return biases.length;
	}

	/** The C scores of a point. */
	public double[] scores(final float[] z) {
		final double[] scores = new double[classes()];
		for (int c = 0; c < scores.length; c++) {
			final float[] w = weights.row(c);
			double sum = biases[c];
			for (int j = 0; j < z.length; j++)
				sum += (double) w[j] * z[j];
			scores[c] = sum;
		}
		return scores;
	}

	/** The class of the largest score. */
	public static int top(final double[] scores) {
		int best = 0;
		for (int c = 1; c < scores.length; c++)
			if (scores[c] > scores[best]) best = c;
		return best;
	}

	/** exp(s_c) / sum exp(s), without overflow. */
	public static double[] softmax(final double[] scores) {
		final double greatest = scores[top(scores)];
		final double[] p = new double[scores.length];
		double sum = 0;
		for (int c = 0; c < p.length; c++) {
			p[c] = Math.exp(scores[c] - greatest);
			sum += p[c];
		}
		for (int c = 0; c < p.length; c++)
			p[c] /= sum;
		return p;
	}
}
