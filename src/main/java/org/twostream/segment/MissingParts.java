
package org.twostream.segment;

import java.util.SplittableRandom;

/**
 * Torn sections: with a probability per window and then per section, but never
 * two neighbours, a band across the section has the section's mean. The band is
 * a line between two opposite borders and all that is near it, in city blocks
 * (reference model.md 1.5). Its width goes with the window.
 *
 * @param name as in the key {@code augment}
 * @param window probability that anything happens
 * @param section probability of each section whose predecessor is whole
 * @param reach so many of the window's narrower edges on either side of the
 *          line
 */
record MissingParts(String name, double window, double section, double reach)
		implements
			Augmentation {

	/** Code of 2020: 40 pixels on either side, in windows of 256. */
	static final MissingParts OF_2020 = new MissingParts("missing-parts", 0.9,
		0.9, 40 / 256.0);
	/** Code of 2019: 50 pixels on either side, in windows of 160. */
	static final MissingParts OF_2019 = new MissingParts("missing-parts-2019",
		0.5, 0.25, 50 / 160.0);

	@Override
	public void change(final Sample sample, final SplittableRandom random) {
		final WindowSize w = sample.window();
		if (random.nextDouble() >= window) return;
		final int pixels = (int) Math.round(reach * Math.min(w.x(), w.y()));
		for (int z = 0; z < w.z(); z++)
			if (random.nextDouble() < section) {
				tear(sample.image(), z, w, pixels, random);
				z++;
			}
	}

	private static void tear(final float[] image, final int z, final WindowSize w,
		final int pixels, final SplittableRandom random)
	{
		final int n = w.x() * w.y();
		final boolean upright = random.nextBoolean();
		final int length = upright ? w.y() : w.x();
		final int width = upright ? w.x() : w.y();
		final int a = random.nextInt(width);
		final int b = random.nextInt(width);
		final int[] distance = new int[n];
		java.util.Arrays.fill(distance, n);
		// As many points as make a line without gaps.
		final int points = Math.max(length, Math.abs(b - a) + 1);
		for (int i = 0; i < points; i++) {
			final double t = points == 1 ? 0 : (double) i / (points - 1);
			final int along = (int) Math.round(t * (length - 1));
			final int across = (int) Math.round(a + t * (b - a));
			distance[upright ? along * w.x() + across : across * w.x() + along] = 0;
		}
		cityBlocks(distance, w.x(), w.y());
		double sum = 0;
		for (int i = 0; i < n; i++)
			sum += image[z * n + i];
		for (int i = 0; i < n; i++)
			if (distance[i] <= pixels) image[z * n + i] = (float) (sum / n);
	}

	/** From 0 on, the distance to the nearest 0 in steps along x or y. */
	private static void cityBlocks(final int[] d, final int xn, final int yn) {
		for (int y = 0, i = 0; y < yn; y++)
			for (int x = 0; x < xn; x++, i++) {
				if (x > 0) d[i] = Math.min(d[i], d[i - 1] + 1);
				if (y > 0) d[i] = Math.min(d[i], d[i - xn] + 1);
			}
		for (int y = yn - 1, i = xn * yn - 1; y >= 0; y--)
			for (int x = xn - 1; x >= 0; x--, i--) {
				if (x < xn - 1) d[i] = Math.min(d[i], d[i + 1] + 1);
				if (y < yn - 1) d[i] = Math.min(d[i], d[i + xn] + 1);
			}
	}
}
