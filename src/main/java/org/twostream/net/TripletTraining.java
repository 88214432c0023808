
package org.twostream.net;

/** A triplet training under way; not thread-safe. */
public interface TripletTraining extends AutoCloseable {

	/**
	 * One step; the i-th rows of the three belong together.
	 *
	 * @param patches (n, 1, 112, 112)
	 * @param positives same answer as the patch
	 * @param negatives the other answer
	 * @return mean of 2 sigmoid(dP - dN)^2 before the step, 0..2, 0.5 when the
	 *         embedding does not tell them apart
	 */
	double step(Tensor patches, Tensor positives, Tensor negatives);

	@Override
	void close();
}
