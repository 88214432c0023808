
package org.twostream.segment;

import java.util.SplittableRandom;

/**
 * With probability 0.75 noise in a cuboid of 0.4 of each edge: every voxel
 * changes by an even draw of -0.3..0.3, clipped to 0..1 (code of 2020;
 * reference model.md 1.5).
 */
record CutNoise() implements Augmentation {

	private static final double SHARE = 0.4;
	private static final double MOST = 0.3;

	@Override
	public String name() {
		return "cut-noise";
	}

	@Override
	public void change(final Sample sample, final SplittableRandom random) {
		if (random.nextDouble() >= 0.75) return;
		final WindowSize w = sample.window();
		final Cuboid cut = Cuboid.of(w, SHARE, random);
		final float[] image = sample.image();
		for (int z = cut.zMin(); z < cut.zMax(); z++)
			for (int y = cut.yMin(); y < cut.yMax(); y++) {
				final int row = (z * w.y() + y) * w.x();
				for (int i = row + cut.xMin(); i < row + cut.xMax(); i++)
					image[i] = (float) Math.max(0, Math.min(1, image[i] + random
						.nextDouble(-MOST, MOST)));
			}
	}
}
