
package org.twostream.segment;

import java.util.SplittableRandom;

/**
 * With probability ½ larger or smaller structures: x and y each by a factor of
 * its own, even in 0.8..1.25 (code of 2020; reference model.md 1.5).
 */
record Rescale() implements Augmentation {

	static final double LEAST = 0.8;
	static final double MOST = 1.25;

	@Override
	public String name() {
		return "rescale";
	}

	@Override
	public void deform(final Deformation deformation,
		final SplittableRandom random)
	{
		if (random.nextDouble() < 0.5) deformation.scale(random.nextDouble(LEAST,
			MOST), random.nextDouble(LEAST, MOST));
	}
}
