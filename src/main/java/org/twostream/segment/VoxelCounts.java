
package org.twostream.segment;

/** Foreground and background voxels by probability. */
final class VoxelCounts {

	private final long[] foreground = new long[256];
	private final long[] background = new long[256];

	/**
	 * @param code of {@link TargetCodes}; what has no say is not counted
	 * @param probability 0..255
	 */
	void add(final byte code, final byte probability) {
		if (code == TargetCodes.NO_SAY) return;
		(TargetCodes.foreground(code) ? foreground : background)[probability &
			0xFF]++;
	}

	/** The smallest stored value that counts as found at a threshold of 0..1. */
	static int cut(final double threshold) {
		return (int) Math.ceil(threshold * 255 - 1e-9);
	}

	/**
	 * Voxels at one threshold.
	 *
	 * @param found true foreground that is found
	 * @param missed true foreground that is not
	 * @param wrong background that is found
	 * @param empty background that is not
	 */
	record Cells(long found, long missed, long wrong, long empty) {

		double iou() {
			return ratio(found, found + missed + wrong);
		}

		double voc() {
			return (iou() + ratio(empty, empty + missed + wrong)) / 2;
		}

		double precision() {
			return ratio(found, found + wrong);
		}

		double recall() {
			return ratio(found, found + missed);
		}

		private static double ratio(final long part, final long whole) {
			return whole == 0 ? 1 : (double) part / whole;
		}
	}

	Cells at(final double threshold) {
		final int cut = cut(threshold);
		long found = 0;
		long missed = 0;
		long wrong = 0;
		long empty = 0;
		for (int v = 0; v < 256; v++) {
			if (v >= cut) found += foreground[v];
			else missed += foreground[v];
			if (v >= cut) wrong += background[v];
			else empty += background[v];
		}
		return new Cells(found, missed, wrong, empty);
	}

	/** The threshold of 0.02, 0.04, ... 0.98 with the highest VOC score. */
	Overlap best() {
		Overlap best = new Overlap(0, 0, -1);
		for (int k = 1; k < 50; k++) {
			final Cells cells = at(k / 50.);
			if (cells.voc() > best.voc()) best = new Overlap(k / 50., cells.iou(),
				cells.voc());
		}
		return best;
	}
}
