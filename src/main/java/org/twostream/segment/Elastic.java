
package org.twostream.segment;

import java.util.SplittableRandom;

/**
 * With probability 0.75 one random shift per pixel, the same for all sections:
 * even noise in -1..1, smoothed by a Gaussian of 4 pixels, times 16 pixels; a
 * standard deviation of 0.65 pixels (code of 2020; reference model.md 1.5).
 */
record Elastic() implements Augmentation {

	static final double SIGMA = 4;
	static final float PIXELS = 16;

	@Override
	public String name() {
		return "elastic";
	}

	@Override
	public void deform(final Deformation deformation,
		final SplittableRandom random)
	{
		if (random.nextDouble() >= 0.75) return;
		final WindowSize w = deformation.window();
		deformation.bend(field(w, random), field(w, random));
	}

	/** As if cut out of a field without end. */
	private static float[] field(final WindowSize window,
		final SplittableRandom random)
	{
		final int r = new GaussianBlur(SIGMA).radius();
		final int xn = window.x() + 2 * r;
		final int yn = window.y() + 2 * r;
		final float[] noise = new float[xn * yn];
		for (int i = 0; i < noise.length; i++)
			noise[i] = PIXELS * (float) random.nextDouble(-1, 1);
		return smoothed(noise, xn, yn);
	}

	/** The noise smoothed, without its border of one radius. */
	static float[] smoothed(final float[] noise, final int xn, final int yn) {
		final GaussianBlur blur = new GaussianBlur(SIGMA);
		final int r = blur.radius();
		blur.apply(noise, xn, yn);
		final int inner = xn - 2 * r;
		final float[] field = new float[inner * (yn - 2 * r)];
		for (int y = 0; y < yn - 2 * r; y++)
			System.arraycopy(noise, (y + r) * xn + r, field, y * inner, inner);
		return field;
	}
}
