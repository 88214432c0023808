
package org.twostream.loop;

/**
 * Keys of {@code search}; "" and 0 mean the default.
 *
 * @param training keys of the training of each network; its model and rate are
 *          drawn
 * @param tries networks that are drawn and trained
 * @param best how many of them are named as an ensemble
 * @param maxMemory MB of a training step of one window
 * @param maxOperations thousand million multiplications of a window
 */
public record SearchOptions(TrainOptions training, int tries, int best,
		double maxMemory, double maxOperations) {

	/** Default networks. */
	public static final int TRIES = 8;
	/** Default members of the ensemble: the printed optimum. */
	public static final int BEST = 4;
	/** Default MB. */
	public static final double MAX_MEMORY = 1000;
	/** Default thousand millions: as much as network light for its window. */
	public static final double MAX_OPERATIONS = 25;

	/** Puts the defaults. */
	public SearchOptions {
		if (tries == 0) tries = TRIES;
		if (best == 0) best = BEST;
		if (maxMemory == 0) maxMemory = MAX_MEMORY;
		if (maxOperations == 0) maxOperations = MAX_OPERATIONS;
	}
}
