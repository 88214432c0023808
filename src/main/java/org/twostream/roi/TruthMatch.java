
package org.twostream.roi;

import org.twostream.core.Answer;

/**
 * Which truth object an ROI stands for. For the target polarity an object is a
 * synapse n: its pre-synaptic voxels 2n-1 and post-synaptic ones 2n together.
 *
 * @param roi id of the ROI
 * @param truth id of the truth object that the ROI's mask overlaps most, the
 *          lowest of several; 0 if it overlaps none
 * @param overlap voxels that both share
 * @param truthInBox voxels of that object inside the ROI's box
 * @param voxels voxels of the ROI's mask
 */
public record TruthMatch(long roi, long truth, long overlap, long truthInBox,
		long voxels) {

	/**
	 * Whether an oracle calls the ROI a real object: its mask covers more than
	 * half of the truth object's voxels inside its box (Lin et al., ECCV 2020).
	 */
	public boolean real() {
		return 2 * overlap > truthInBox;
	}

	/** The oracle's answer: True or False, never Unsure. */
	public Answer answer() {
		return real() ? Answer.TRUE : Answer.FALSE;
	}
}
