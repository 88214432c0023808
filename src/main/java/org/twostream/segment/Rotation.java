
package org.twostream.segment;

import java.util.SplittableRandom;

/**
 * With probability ½ a turn in the plane of the sections by 0, 90, 180 or 270
 * degrees, even odds; windows that are not square by 0 or 180 (code of 2020;
 * reference model.md 1.5).
 */
record Rotation() implements Augmentation {

	@Override
	public String name() {
		return "rotation";
	}

	@Override
	public void change(final Sample sample, final SplittableRandom random) {
		if (random.nextDouble() >= 0.5) return;
		final int quarters = random.nextInt(4);
		final boolean square = sample.window().x() == sample.window().y();
		final boolean odd = square && quarters % 2 == 1;
		sample.flip(new Flip(quarters == 1 && odd || quarters == 2, quarters == 2 ||
			quarters == 3 && odd, false, odd));
	}
}
