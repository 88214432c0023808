
package org.twostream.segment;

import java.util.SplittableRandom;

/**
 * With probability ½ a wide elastic shift, the same for all sections: even
 * noise in -1..1 on a grid of 40 pixels, smoothed by a Gaussian of 0.6 grid
 * steps, times 20 pixels, between the knots by cubic splines (Catmull and Rom);
 * a standard deviation of some 5 pixels. That of the hybrid network (reference
 * model.md 6.2), there one field for a whole volume of 800 pixels per epoch;
 * here every window has its own.
 */
record CoarseElastic() implements Augmentation {

	private static final int STEP = 40;
	private static final double SIGMA = 0.6;
	private static final float PIXELS = 20;

	@Override
	public String name() {
		return "coarse-elastic";
	}

	@Override
	public void deform(final Deformation deformation,
		final SplittableRandom random)
	{
		if (random.nextDouble() >= 0.5) return;
		final double x = random.nextDouble();
		final double y = random.nextDouble();
		final WindowSize w = deformation.window();
		deformation.bend(field(w, x, y, random), field(w, x, y, random));
	}

	private static float[] field(final WindowSize window, final double xStart,
		final double yStart, final SplittableRandom random)
	{
		final GaussianBlur blur = new GaussianBlur(SIGMA);
		final int border = blur.radius() + 1;
		final int xn = window.x() / STEP + 2 * border + 3;
		final int yn = window.y() / STEP + 2 * border + 3;
		final float[] knots = new float[xn * yn];
		for (int i = 0; i < knots.length; i++)
			knots[i] = PIXELS * (float) random.nextDouble(-1, 1);
		blur.apply(knots, xn, yn);
		final float[] rows = new float[yn * window.x()];
		for (int x = 0; x < window.x(); x++) {
			final double at = border + xStart + (double) x / STEP;
			for (int y = 0; y < yn; y++)
				rows[y * window.x() + x] = spline(knots, y * xn + (int) at, 1, at -
					(int) at);
		}
		final float[] field = new float[window.x() * window.y()];
		for (int y = 0; y < window.y(); y++) {
			final double at = border + yStart + (double) y / STEP;
			for (int x = 0; x < window.x(); x++)
				field[y * window.x() + x] = spline(rows, (int) at * window.x() + x,
					window.x(), at - (int) at);
		}
		return field;
	}

	/** Between the second and the third of four knots, 0 <= t < 1. */
	private static float spline(final float[] v, final int second, final int step,
		final double t)
	{
		final double a = v[second - step];
		final double b = v[second];
		final double c = v[second + step];
		final double d = v[second + 2 * step];
		return (float) (b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t *
			(3 * (b - c) + d - a))));
	}
}
