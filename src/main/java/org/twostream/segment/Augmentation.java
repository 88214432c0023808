
package org.twostream.segment;

import java.util.SplittableRandom;

/**
 * A random change of a training window that leaves it a possible one (the 2020
 * code's probabilities and ranges). They are applied in the order of the
 * constants.
 */
public enum Augmentation {

		/**
		 * With probability 0.75: contrast by 0.85..1.15, brightness by -0.15..0.15,
		 * clipped to 0..1, then a gamma of 0.5..2.
		 */
		INTENSITY {

			@Override
			void apply(final Sample sample, final SplittableRandom random) {
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
					image[i] = curve[Math.round(Math.max(0, Math.min(1, v)) * CURVE)];
				}
			}
		},

		/** Along z, y and x and an exchange of x and y, each with probability ½. */
		FLIPS {

			@Override
			void apply(final Sample sample, final SplittableRandom random) {
				final boolean square = sample.window().x() == sample.window().y();
				final boolean z = random.nextBoolean();
				final boolean y = random.nextBoolean();
				final boolean x = random.nextBoolean();
				sample.flip(new Flip(x, y, z, random.nextBoolean() && square));
			}
		};

	/** Steps of a gamma curve: finer than 8-bit intensities. */
	private static final int CURVE = 4096;

	abstract void apply(Sample sample, SplittableRandom random);
}
