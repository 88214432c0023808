
package org.twostream.segment;

import java.util.SplittableRandom;

/**
 * With probability ½ two inner sections are lost, from the image and from the
 * labels: the window shows what lies before and behind them (code of 2020;
 * reference model.md 1.5). Only as many as the region has more than the window.
 */
record MissingSection() implements Augmentation {

	private static final int SECTIONS = 2;

	@Override
	public String name() {
		return "missing-section";
	}

	@Override
	public void deform(final Deformation deformation,
		final SplittableRandom random)
	{
		final int lost = Math.min(SECTIONS, deformation.spareSections());
		final int z = deformation.window().z();
		if (random.nextDouble() >= 0.5 || lost == 0 || z < 2) return;
		// Of z + lost sections those are lost that are neither first nor last.
		final int inner = z + lost - 2;
		final int a = 1 + random.nextInt(inner);
		if (lost == 1) {
			deformation.skipSectionBefore(a);
			return;
		}
		final int b = 1 + random.nextInt(inner - 1);
		final int other = b < a ? b : b + 1;
		deformation.skipSectionBefore(Math.min(a, other));
		deformation.skipSectionBefore(Math.max(a, other) - 1);
	}
}
