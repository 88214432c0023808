
package org.twostream.segment;

import org.twostream.core.Target;
import org.twostream.core.UserError;

/**
 * When a network's prediction of an ROI counts as "there is an object".
 *
 * @param target polarity: the largest 6-connected components of pre and of post
 *          inside the union must both be large enough; else the largest
 *          26-connected component inside the ROI's old mask
 * @param window what the network sees, centred on the ROI
 * @param xyMargin voxels at the window's border in x and y of which the
 *          prediction is not used
 * @param zMargin the same in z
 * @param threshold a voxel counts when its stored value / 255 is at least this
 * @param minVoxels large enough
 */
public record RoiRule(Target target, WindowSize window, int xyMargin,
		int zMargin, double threshold, long minVoxels) {

	/**
	 * @throws UserError if the margins leave nothing of the window or the
	 *           threshold is not in 0..1
	 */
	public RoiRule {
		if (window.x() <= 2 * xyMargin || window.y() <= 2 * xyMargin || window
			.z() <= 2 * zMargin) throw new UserError("window=" + window.text() +
				" leaves nothing inside margins of " + xyMargin + " voxels (z " +
				zMargin + "); give a larger window.");
		if (!(threshold >= 0 && threshold <= 1)) throw new UserError("threshold=" +
			threshold + " is not in 0..1; 0.5 is usual.");
	}

	/**
	 * The rule for polarity in the code that made the paper's figures: window 4 x
	 * 128 x 128, of which 2 x 48 x 48 is used, threshold 0.4, more than 100
	 * voxels on each side.
	 */
	public static RoiRule polarity() {
		return new RoiRule(Target.POLARITY, new WindowSize(128, 128, 4), 40, 1, 0.4,
			101);
	}

	/** For mitochondria and clefts: an eighth of the window as margin. */
	public static RoiRule of(final Target target, final WindowSize window,
		final double threshold, final long minVoxels)
	{
		return new RoiRule(target, window, Math.min(window.x(), window.y()) / 8,
			window.z() / 8, threshold, minVoxels);
	}
}
