
package org.twostream.roi;

import java.io.Serializable;

/**
 * Takes the patches of ROIs. Thread-safe: groups come from several threads, in
 * no certain order; a copy in another process writes to the same place.
 */
public interface PatchSink extends Serializable {

	/** Patches per group; only the last group of a table may hold fewer. */
	int GROUP = 64;

	/**
	 * Takes a group. When this returns, it must survive the end of the process.
	 *
	 * @param firstRoi row of the first ROI in its table, a multiple of
	 *          {@link #GROUP}
	 * @param patches (roi, {image, mask}, 112, 112), as a C array; image: grey
	 *          value, mask: 0 outside the ROI, 1 inside or pre-synaptic, 2
	 *          post-synaptic
	 * @throws org.twostream.core.UserError if the disk refuses
	 */
	void write(int firstRoi, byte[] patches);

	/**
	 * Makes durable what was written so far; a group is marked as done only after
	 * this.
	 *
	 * @throws org.twostream.core.UserError if the disk refuses
	 */
	void sync();
}
