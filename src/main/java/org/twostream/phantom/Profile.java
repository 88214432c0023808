
package org.twostream.phantom;

/**
 * Shapes of lines and edges across a section. A section is a slab: what it
 * shows is the average over its thickness, so a sheet that is tilted against
 * the beam looks wide and faint. Tables are made with StrictMath, so that
 * pictures are the same bits on every processor.
 */
final class Profile {

	private static final int STEPS = 256;
	private static final float LIMIT = 4;
	private static final float[] TANH = new float[(int) (LIMIT * STEPS) + 2];
	private static final float[] COSINE = new float[1025];

	static {
		for (int i = 0; i < TANH.length; i++)
			TANH[i] = (float) StrictMath.tanh(i / (double) STEPS);
		for (int i = 0; i < COSINE.length; i++)
			COSINE[i] = (float) StrictMath.cos(i * Math.PI / 512);
	}

	private Profile() {}

	static float tanh(final float u) {
		final float a = Math.abs(u);
		if (a >= LIMIT) return u < 0 ? -1 : 1;
		final float t = a * STEPS;
		final int i = (int) t;
		final float v = TANH[i] + (t - i) * (TANH[i + 1] - TANH[i]);
		return u < 0 ? -v : v;
	}

	/** Cosine of a number of turns. */
	static float cosine(final float turns) {
		final float t = (turns - (float) Math.floor(turns)) * 1024;
		final int i = (int) t;
		return COSINE[i] + (t - i) * (COSINE[Math.min(i + 1, 1024)] - COSINE[i]);
	}

	/**
	 * A dark sheet seen through a slab.
	 *
	 * @param distance from the sheet's middle, nm
	 * @param width half width of the sheet, nm
	 * @param half half of the way through the slab along the sheet's normal, nm
	 * @return 0..1
	 */
	static float sheet(final float distance, final float width,
		final float half)
	{
		if (Math.abs(distance) > half + LIMIT * width) return 0;
		if (half < 0.2f * width) {
			final float t = tanh(distance / width);
			return 1 - t * t;
		}
		return width * (tanh((distance + half) / width) - tanh((distance - half) /
			width)) / (2 * half);
	}

	/** A step from 0 (negative) to 1 (positive) over +-width, all in nm. */
	static float step(final float distance, final float width) {
		if (distance <= -width) return 0;
		if (distance >= width) return 1;
		final float t = 0.5f + 0.5f * distance / width;
		return t * t * (3 - 2 * t);
	}
}
