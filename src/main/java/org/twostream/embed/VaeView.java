
package org.twostream.embed;

/** Whoever looks on while an autoencoder is trained. */
@FunctionalInterface
public interface VaeView {

	/** Looks away. */
	VaeView NONE = (curve, shown) -> {};

	/**
	 * Told of every point of the curve, on the training's thread: training waits.
	 *
	 * @param curve so far
	 * @param shown what the network keeps of some patches now
	 */
	void point(VaeCurve curve, Reconstructions shown);
}
