
package org.twostream.segment;

import java.util.SplittableRandom;

/**
 * A random change of training windows that leaves them possible ones. Each does
 * its own dice: with its probability it acts, else it leaves the window alone.
 * Stateless and thread-safe; the same random numbers give the same change.
 * {@link AugmentationSet} holds their names and their order.
 */
interface Augmentation {

	/** The name in the key {@code augment}. */
	String name();

	/** Changes where the voxels of a window come from, before they are read. */
	default void deform(final Deformation deformation,
		final SplittableRandom random)
	{
		// most leave voxels where they are
	}

	/**
	 * Changes the labels of a window, before its foreground is counted.
	 *
	 * @param codes as {@link TargetCodes}, x fastest, changed in place
	 */
	default void relabel(final byte[] codes, final WindowSize window) {
		// most do not
	}

	/** Changes a window that was read: image and target alike, or the image. */
	default void change(final Sample sample, final SplittableRandom random) {
		// most of the others do
	}
}
