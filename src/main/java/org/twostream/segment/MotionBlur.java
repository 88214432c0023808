
package org.twostream.segment;

import java.util.SplittableRandom;

/**
 * With probability ½ two sections (one, where there is one) are blurred along x
 * or along y, the same for both: each pixel becomes the mean of the 11 about
 * it, or of those that the window has (code of 2020; reference model.md 1.5).
 */
record MotionBlur() implements Augmentation {

	private static final int SECTIONS = 2;
	private static final int RADIUS = 5;

	@Override
	public String name() {
		return "motion-blur";
	}

	@Override
	public void change(final Sample sample, final SplittableRandom random) {
		if (random.nextDouble() >= 0.5) return;
		final WindowSize w = sample.window();
		final boolean alongX = random.nextBoolean();
		final int n = w.x() * w.y();
		final int first = random.nextInt(w.z());
		blur(sample.image(), first * n, w, alongX);
		if (w.z() < SECTIONS) return;
		final int other = random.nextInt(w.z() - 1);
		blur(sample.image(), (other < first ? other : other + 1) * n, w, alongX);
	}

	private static void blur(final float[] image, final int from,
		final WindowSize w, final boolean alongX)
	{
		final int lines = alongX ? w.y() : w.x();
		final int length = alongX ? w.x() : w.y();
		final int step = alongX ? 1 : w.x();
		final double[] sums = new double[length + 1];
		for (int line = 0; line < lines; line++) {
			final int start = from + line * (alongX ? w.x() : 1);
			for (int i = 0; i < length; i++)
				sums[i + 1] = sums[i] + image[start + i * step];
			for (int i = 0; i < length; i++) {
				final int low = Math.max(0, i - RADIUS);
				final int high = Math.min(length, i + RADIUS + 1);
				image[start + i * step] = (float) ((sums[high] - sums[low]) / (high -
					low));
			}
		}
	}
}
