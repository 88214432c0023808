
package org.twostream.query.head;

/**
 * Platt's sigmoid (Platt, Probabilistic outputs for support vector machines,
 * 1999): slope and offset that make the margins' log loss least against the
 * targets (n1 + 1) / (n1 + 2) and 1 / (n0 + 2), by Newton's method as in Lin,
 * Lin, Weng (Machine Learning 68, 2007). The slope does not become negative:
 * margins that say less than nothing get the slope 0, which leaves the share of
 * the classes.
 */
final class Platt {

	private static final int STEPS = 100;
	private static final double RIDGE = 1e-9;

	private Platt() {}

	/** @return slope, offset */
	static double[] fit(final double[] margins, final boolean[] real) {
		int yes = 0;
		for (final boolean r : real)
			if (r) yes++;
		final int no = real.length - yes;
		final double[] targets = new double[real.length];
		for (int i = 0; i < targets.length; i++)
			targets[i] = real[i] ? (yes + 1.0) / (yes + 2) : 1.0 / (no + 2);
		final double[] fit = newton(margins, targets, new double[] { 0, Math.log(
			(yes + 1.0) / (no + 1)) });
		if (fit[0] > 0) return fit;
		return newton(new double[margins.length], targets, new double[2]);
	}

	private static double[] newton(final double[] margins, final double[] targets,
		final double[] start)
	{
		double[] fit = start;
		double value = loss(margins, targets, fit);
		for (int step = 0; step < STEPS; step++) {
			final double[] direction = direction(margins, targets, fit);
			double factor = 1;
			double[] next;
			double lower;
			do {
				next = new double[] { fit[0] - factor * direction[0], fit[1] - factor *
					direction[1] };
				lower = loss(margins, targets, next);
				factor /= 2;
			}
			while (lower > value && factor > 1e-9);
			if (!(lower < value)) break;
			fit = next;
			value = lower;
		}
		return fit;
	}

	private static double[] direction(final double[] margins,
		final double[] targets, final double[] fit)
	{
		double g0 = 0, g1 = 0, h00 = RIDGE, h01 = 0, h11 = RIDGE;
		for (int i = 0; i < margins.length; i++) {
			final double p = LogisticRegression.sigmoid(fit[0] * margins[i] + fit[1]);
			final double slope = p - targets[i];
			final double curve = p * (1 - p);
			g0 += slope * margins[i];
			g1 += slope;
			h00 += curve * margins[i] * margins[i];
			h01 += curve * margins[i];
			h11 += curve;
		}
		final double determinant = h00 * h11 - h01 * h01;
		return new double[] { (h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 *
			g0) / determinant };
	}

	private static double loss(final double[] margins, final double[] targets,
		final double[] fit)
	{
		double sum = 0;
		for (int i = 0; i < margins.length; i++) {
			final double m = fit[0] * margins[i] + fit[1];
			sum += targets[i] * LogisticRegression.softplus(-m) + (1 - targets[i]) *
				LogisticRegression.softplus(m);
		}
		return sum;
	}
}
