
package org.twostream.segment;

import org.twostream.core.Target;
import org.twostream.core.UserError;

/**
 * How training windows are drawn.
 *
 * @param window voxels
 * @param batch windows per step, 1 or more
 * @param rejection which are thrown away
 * @param augmentations changes made to each window
 */
public record Sampling(WindowSize window, int batch, RejectSampling rejection,
		AugmentationSet augmentations) {

	/**
	 * @throws UserError if a value is outside its range
	 */
	public Sampling {
		if (batch < 1) throw new UserError("batch=" + batch +
			" is below 1; give the number of windows per step.");
	}

	/** With the rejection of the code of 2020. */
	public static Sampling of(final Target target, final WindowSize window,
		final int batch, final AugmentationSet augmentations)
	{
		return new Sampling(window, batch, RejectSampling.coded(target, window),
			augmentations);
	}

	/** Windows as they are, all of them kept. */
	public static Sampling plain(final WindowSize window, final int batch) {
		return new Sampling(window, batch, RejectSampling.OFF, AugmentationSet
			.none());
	}
}
