
package org.twostream.ui.planes;

/**
 * How planes are painted.
 *
 * @param opacity of the probability where it is 1, in eighths
 * @param probability whether it is painted
 * @param outlines whether they are painted
 * @param smooth whether grey values are interpolated between voxels
 */
record PlaneSettings(int opacity, boolean probability, boolean outlines,
		boolean smooth) {

	private static final int MOST = 8;

	static final PlaneSettings USUAL = new PlaneSettings(3, true, true, true);

	/** With the probability on, so many eighths more opaque. */
	PlaneSettings moreOpaque(final int eighths) {
		return new PlaneSettings(Math.max(0, Math.min(MOST, opacity + eighths)),
			true, outlines, smooth);
	}

	PlaneSettings toggleProbability() {
		return new PlaneSettings(opacity, !probability, outlines, smooth);
	}

	PlaneSettings toggleOutlines() {
		return new PlaneSettings(opacity, probability, !outlines, smooth);
	}

	PlaneSettings toggleSmooth() {
		return new PlaneSettings(opacity, probability, outlines, !smooth);
	}

	/** 0..256 */
	int alpha() {
		return probability ? opacity * 256 / MOST : 0;
	}
}
