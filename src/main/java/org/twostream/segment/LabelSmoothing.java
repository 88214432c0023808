
package org.twostream.segment;

/**
 * Rounder labels: per section and side, twice a Gaussian of two pixels and the
 * threshold ½; the post-synaptic side lies above the pre-synaptic one, and what
 * has no say stays so (code of 2020, there per id; reference model.md 1.5).
 * Objects under some four pixels across vanish.
 */
record LabelSmoothing() implements Augmentation {

	private static final double SIGMA = 2;
	private static final int ROUNDS = 2;

	@Override
	public String name() {
		return "smooth-labels";
	}

	@Override
	public void relabel(final byte[] codes, final WindowSize window) {
		final int n = window.x() * window.y();
		for (int z = 0; z < window.z(); z++)
			for (final byte side : new byte[] { TargetCodes.FIRST,
				TargetCodes.SECOND })
				smooth(codes, z * n, window, side);
	}

	private static void smooth(final byte[] codes, final int from,
		final WindowSize window, final byte side)
	{
		final int n = window.x() * window.y();
		final float[] mask = new float[n];
		boolean any = false;
		for (int i = 0; i < n; i++)
			if (codes[from + i] == side) {
				mask[i] = 1;
				any = true;
			}
		if (!any) return;
		final GaussianBlur blur = new GaussianBlur(SIGMA);
		for (int r = 0; r < ROUNDS; r++) {
			blur.apply(mask, window.x(), window.y());
			for (int i = 0; i < n; i++)
				mask[i] = mask[i] > 0.5f ? 1 : 0;
		}
		for (int i = 0; i < n; i++) {
			if (codes[from + i] == TargetCodes.NO_SAY) continue;
			if (codes[from + i] == side) codes[from + i] = TargetCodes.BACKGROUND;
			if (mask[i] > 0) codes[from + i] = side;
		}
	}
}
