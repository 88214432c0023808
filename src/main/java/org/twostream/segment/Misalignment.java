
package org.twostream.segment;

import java.util.SplittableRandom;

/**
 * With probability ½ sections that were aligned badly: an inner one alone or it
 * and all that follow, even odds. Half of them are shifted, along x and y each
 * by the difference of two even draws of 0..15 pixels; the others turned,
 * evenly up to the angle at which the corners of the window move by 16 pixels.
 * In windows narrower than 128 pixels an eighth of the narrower edge takes the
 * place of 16 (code of 2020; reference model.md 1.5). Needs three sections.
 */
record Misalignment() implements Augmentation {

	private static final int PIXELS = 16;

	@Override
	public String name() {
		return "misalignment";
	}

	@Override
	public void deform(final Deformation deformation,
		final SplittableRandom random)
	{
		final WindowSize w = deformation.window();
		final int most = Math.min(PIXELS, Math.min(w.x(), w.y()) / 8);
		if (random.nextDouble() >= 0.5 || w.z() < 3 || most == 0) return;
		final int first = 1 + random.nextInt(w.z() - 2);
		final int end = random.nextBoolean() ? first + 1 : w.z();
		if (random.nextBoolean()) deformation.slip(first, end, difference(most,
			random), difference(most, random), 0);
		else deformation.slip(first, end, 0, 0, random.nextDouble(-1, 1) * angle(w,
			most));
	}

	private static int difference(final int end, final SplittableRandom random) {
		final int before = random.nextInt(end);
		return random.nextInt(end) - before;
	}

	/** The turn about the middle that moves the corners so far, radians. */
	static double angle(final WindowSize window, final double pixels) {
		return 2 * StrictMath.asin(pixels / StrictMath.hypot(window.x(), window
			.y()));
	}
}
