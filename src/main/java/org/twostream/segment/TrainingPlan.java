
package org.twostream.segment;

import java.nio.file.Path;
import java.util.Optional;

import org.twostream.net.Optimizer;

/**
 * How a {@link Trainer} goes about its steps.
 *
 * @param optimizer rates, and the number of steps
 * @param threads workers that prepare windows, 1 or more
 * @param pointEvery steps per point of the curve, 1 or more
 * @param normalization batches from which normalisation is estimated at the
 *          end, 1 or more
 * @param checkpoint where the state is kept, empty for none; when the file is
 *          there, training goes on from it; the curve lies beside it
 * @param checkpointEvery steps, 1 or more
 */
public record TrainingPlan(Optimizer optimizer, int threads, int pointEvery,
		int normalization, Optional<Path> checkpoint, int checkpointEvery) {

	/**
	 * @throws IllegalArgumentException if a number is below 1
	 */
	public TrainingPlan {
		if (threads < 1 || pointEvery < 1 || normalization < 1 ||
			checkpointEvery < 1) throw new IllegalArgumentException(threads + ", " +
				pointEvery + ", " + normalization + ", " + checkpointEvery);
	}

	/** Some 25 points, normalisation from 32 batches, no checkpoint. */
	public static TrainingPlan of(final Optimizer optimizer, final int threads) {
		return new TrainingPlan(optimizer, threads, Math.max(1, optimizer.steps() /
			25), 32, Optional.empty(), 100);
	}

	/** The same with a checkpoint. */
	public TrainingPlan keeping(final Path state, final int every) {
		return new TrainingPlan(optimizer, threads, pointEvery, normalization,
			Optional.of(state), every);
	}
}
