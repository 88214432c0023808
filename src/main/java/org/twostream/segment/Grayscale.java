
package org.twostream.segment;

import java.util.SplittableRandom;

/**
 * With probability 0.75: contrast by 0.85..1.15, brightness by -0.15..0.15,
 * clipped to 0..1, then a gamma of 0.5..2; the same for all sections (code of
 * 2020; reference model.md 1.5).
 */
record Grayscale() implements Augmentation {

	/** Steps of a gamma curve: finer than 8-bit intensities. */
	private static final int CURVE = 4096;

	@Override
	public String name() {
		return "grayscale";
	}

	@Override
	public void change(final Sample sample, final SplittableRandom random) {
		if (random.nextDouble() >= 0.75) return;
		final float contrast = (float) (1 + 0.3 * (random.nextDouble() - 0.5));
		final float brightness = (float) (0.3 * (random.nextDouble() - 0.5));
		final double gamma = StrictMath.pow(2, 2 * random.nextDouble() - 1);
		final float[] curve = new float[CURVE + 1];
		for (int i = 0; i <= CURVE; i++)
			curve[i] = (float) StrictMath.pow((double) i / CURVE, gamma);
		final float[] image = sample.image();
		for (int i = 0; i < image.length; i++) {
			final float v = image[i] * contrast + brightness;
			image[i] = curve[(int) (Math.max(0, Math.min(1, v)) * CURVE + 0.5f)];
		}
	}
}
