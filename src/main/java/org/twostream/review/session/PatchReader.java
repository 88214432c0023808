
package org.twostream.review.session;

/** The aligned patches of a proposal. Thread-safe. */
@FunctionalInterface
public interface PatchReader {

	/**
	 * @param row of the ROI table
	 * @return image, then mask: twice 112 x 112 bytes, x fastest, y down; mask 0
	 *         outside, 1 inside or pre-synaptic, 2 post-synaptic
	 * @throws org.twostream.core.UserError if the file is damaged
	 */
	byte[] read(int row);
}
