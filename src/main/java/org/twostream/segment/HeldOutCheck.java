
package org.twostream.segment;

import org.twostream.core.Progress;

/** Scores a network, while it is trained, on what it does not learn from. */
public interface HeldOutCheck {

	/**
	 * What came out.
	 *
	 * @param overlap at the threshold with the highest VOC score
	 * @param section one of the sections
	 */
	record Result(Overlap overlap, Section section) {
	}

	/**
	 * A section of the part that is scored, x fastest.
	 *
	 * @param width voxels
	 * @param nm edge of a voxel in the section, nm
	 * @param raw 0..255
	 * @param probability 0..255; for polarity the union
	 * @param truth not 0 where the labels say foreground
	 */
	record Section(int width, double nm, byte[] raw, byte[] probability,
			byte[] truth) {

		/** Voxels. */
		public int height() {
			return raw.length / width;
		}
	}

	/**
	 * Voxels that go through the network in one check, overlaps counted.
	 */
	long cost();

	/** Predicts and scores with the network's present weights. */
	Result check(Progress progress);
}
