
package org.twostream.experiment;

import org.twostream.core.UserError;
import org.twostream.measure.Proportion;
import org.twostream.query.Embeddings;

/**
 * The ROIs of an experiment. The array is shared and not to be changed.
 *
 * @param embeddings row i is ROI i
 * @param real whether the truth calls ROI i an object of the target
 */
public record Pool(Embeddings embeddings, boolean[] real) {

	/**
	 * @throws UserError if all ROIs are alike, for nothing can then be gained or
	 *           lost by asking
	 * @throws IllegalArgumentException if the numbers differ
	 */
	public Pool {
		if (embeddings.rois() != real.length) throw new IllegalArgumentException(
			embeddings.rois() + " embedded ROIs and " + real.length +
				" of the truth");
		final long yes = count(real);
		if (yes == 0 || yes == real.length) throw new UserError("The pool has " +
			real.length + " ROIs, of which " + yes +
			" are real; an experiment needs real and false ones, so choose another threshold or min_voxels.");
	}

	/** Number of ROIs. */
	public int size() {
		return real.length;
	}

	/** Accuracy of calling every ROI True. */
	public Proportion start() {
		return new Proportion(count(real), real.length);
	}

	/** The same ROIs as other encoders see them. */
	public Pool with(final Embeddings other) {
		return new Pool(other, real);
	}

	private static long count(final boolean[] real) {
		long n = 0;
		for (final boolean r : real)
			if (r) n++;
		return n;
	}
}
