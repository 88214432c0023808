
package org.twostream.embed;

import org.twostream.net.Tensor;
import org.twostream.roi.PatchFrame;

/** A number of patches. Thread-safe. */
public interface PatchSource {

	/** Pixels along a patch's side. */
	int SIDE = PatchFrame.SIDE;

	/** Pixels of a patch. */
	int PIXELS = SIDE * SIDE;

	/** Number of patches. */
	long size();

	/**
	 * @param index 0..{@link #size}-1
	 * @param target receives {@link #PIXELS} numbers, x fastest: images 0..1;
	 *          masks 0 or 1, of polarity 1 pre and -1 post
	 * @param offset of the first number
	 */
	void read(long index, float[] target, int offset);

	/** Several patches, (n, 1, 112, 112). */
	default Tensor batch(final long[] indices) {
		final float[] values = new float[indices.length * PIXELS];
		for (int i = 0; i < indices.length; i++)
			read(indices[i], values, i * PIXELS);
		return new Tensor(values, indices.length, 1, SIDE, SIDE);
	}
}
