
package org.twostream.segment;

import java.util.EnumSet;
import java.util.Set;

import org.twostream.core.Json;
import org.twostream.core.Target;
import org.twostream.core.UserError;

/**
 * How training windows are drawn.
 *
 * @param window voxels
 * @param batch windows per step, 1 or more
 * @param minForeground a window with fewer foreground voxels is thrown away
 *          with the next probability and another one is drawn
 * @param rejection that probability, 0..0.99; 0 keeps all
 * @param augmentations changes made to each window
 */
public record Sampling(WindowSize window, int batch, int minForeground,
		double rejection, Set<Augmentation> augmentations) {

	/** Voxels of the window for which the printed minimum of 1000 holds. */
	private static final double PRINTED_WINDOW = 8 * 256 * 256;

	/**
	 * @throws UserError if a value is outside its range
	 */
	public Sampling {
		if (batch < 1) throw new UserError("batch=" + batch +
			" is below 1; give the number of windows per step.");
		if (!(rejection >= 0 && rejection <= 0.99)) throw new UserError(
			"rejection probability " + rejection +
				" is not in 0..0.99; 0.95 is usual.");
		augmentations = Set.copyOf(augmentations);
	}

	/**
	 * The 2020 code's values: 1000 foreground voxels per window of 8 x 256 x 256
	 * (in proportion for others), thrown away with probability 0.95 for clefts
	 * and 0.9 for polarity; mitochondria are frequent enough to keep all.
	 */
	public static Sampling of(final Target target, final WindowSize window,
		final int batch)
	{
		final int least = (int) Math.ceil(1000 * window.voxels() / PRINTED_WINDOW);
		final Set<Augmentation> all = EnumSet.allOf(Augmentation.class);
		switch (target) {
			case CLEFT:
				return new Sampling(window, batch, least, 0.95, all);
			case POLARITY:
				return new Sampling(window, batch, least, 0.9, all);
			case MITOCHONDRIA:
			default:
				return new Sampling(window, batch, 0, 0, all);
		}
	}

	/** The same without any change to windows and without rejection. */
	public Sampling plain() {
		return new Sampling(window, batch, 0, 0, Set.of());
	}

	/** All settings. */
	public Json json() {
		return new Json().put("window", window.text()).put("batch", batch).put(
			"min_foreground", minForeground).put("rejection", rejection).put(
				"augmentations", augmentations.stream().sorted().map(a -> a.name()
					.toLowerCase(java.util.Locale.ROOT)).toList());
	}
}
