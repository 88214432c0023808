
package org.twostream.segment;

import java.util.SplittableRandom;

/**
 * Along z, y and x and an exchange of x and y (square windows), each with
 * probability ½ (codes of 2019 and 2020; reference model.md 1.5). Flips
 * exchange no pre- with post-synaptic side: both move.
 *
 * @param isotropic whether x and z may be exchanged too, with probability ½, in
 *          windows that are cubes; for voxels that are
 */
record Flips(boolean isotropic) implements Augmentation {

	@Override
	public String name() {
		return "flips";
	}

	@Override
	public void change(final Sample sample, final SplittableRandom random) {
		final WindowSize w = sample.window();
		final boolean square = w.x() == w.y();
		final boolean z = random.nextBoolean();
		final boolean y = random.nextBoolean();
		final boolean x = random.nextBoolean();
		sample.flip(new Flip(x, y, z, random.nextBoolean() && square));
		if (random.nextBoolean() && isotropic && square && w.x() == w.z()) sample
			.exchangeXZ();
	}
}
