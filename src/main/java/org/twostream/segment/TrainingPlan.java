
package org.twostream.segment;

import java.nio.file.Path;
import java.util.Optional;

import org.twostream.net.Optimizer;

/**
 * How a {@link Trainer} goes about its steps.
 *
 * @param optimizer rates, and the most steps
 * @param accumulate mini-batches per step, 1 or more
 * @param length when else it ends, and what happens in between
 * @param threads workers that prepare windows, 1 or more
 * @param normalization batches from which normalisation is estimated at the
 *          end, 1 or more
 * @param checkpoint where the state is kept, empty for none; when the file is
 *          there, training goes on from it; the best weights lie beside it
 */
public record TrainingPlan(Optimizer optimizer, int accumulate, Length length,
		int threads, int normalization, Optional<Path> checkpoint) {

	/** Points of the curve. */
	public static final int POINTS = 25;

	/**
	 * @param points of the curve, at even distances in steps or time, whichever
	 *          ends first; 1 or more
	 * @param checkpointEvery steps, 1 or more
	 * @param seconds of wall time after which training ends, over all resumes; 0
	 *          for no such end
	 * @param patience so many checks of the held-out part without a better VOC
	 *          score end the training, and the best weights are its result; 0 for
	 *          no such end, and the last weights
	 */
	public record Length(int points, int checkpointEvery, double seconds,
			int patience) {

		/** By steps alone, 25 points. */
		public static Length of(final int checkpointEvery) {
			return new Length(POINTS, checkpointEvery, 0, 0);
		}

		/**
		 * @throws IllegalArgumentException if a number is outside its range
		 */
		public Length {
			if (points < 1 || checkpointEvery < 1 || !(seconds >= 0) || patience < 0)
				throw new IllegalArgumentException(points + ", " + checkpointEvery +
					", " + seconds + ", " + patience);
		}
	}

	/**
	 * @throws IllegalArgumentException if a number is below 1, or there is
	 *           patience and no place for the best weights
	 */
	public TrainingPlan {
		if (threads < 1 || normalization < 1 || accumulate < 1)
			throw new IllegalArgumentException(threads + ", " + normalization + ", " +
				accumulate);
		if (length.patience() > 0 && checkpoint.isEmpty())
			throw new IllegalArgumentException("No place for the best weights");
	}

	/** 25 points, normalisation from 32 batches, no checkpoint. */
	public static TrainingPlan of(final Optimizer optimizer, final int threads) {
		return new TrainingPlan(optimizer, 1, Length.of(100), threads, 32, Optional
			.empty());
	}

	/** The same with a checkpoint. */
	public TrainingPlan keeping(final Path state, final int every) {
		return new TrainingPlan(optimizer, accumulate, new Length(length.points(),
			every, length.seconds(), length.patience()), threads, normalization,
			Optional.of(state));
	}
}
