
package org.twostream.query;

import java.util.Map;
import java.util.Optional;

import org.twostream.core.Answer;

/**
 * What is known of the ROIs beyond their embeddings. Strategies use what they
 * need; without it they start as their Javadoc says, and say so in a note.
 *
 * @param answers by row, of earlier batches; Unsure teaches nothing
 * @param losses by row, the loss that a base network's learning-loss head
 *          predicts for the ROI, any finite unit, larger is worse
 * @param truth by row, whether the ROI is real: only for experiments, where an
 *          oracle knows
 */
public record Evidence(Map<Integer, Answer> answers, Optional<float[]> losses,
		Optional<boolean[]> truth) {

	public Evidence {
		answers = Map.copyOf(answers);
	}

	/** Nothing is known. */
	public static Evidence none() {
		return of(Map.of());
	}

	/** Only answers are known. */
	public static Evidence of(final Map<Integer, Answer> answers) {
		return new Evidence(answers, Optional.empty(), Optional.empty());
	}

	/** The same with what an oracle knows; see {@link #truth}. */
	public Evidence withTruth(final boolean[] real) {
		return new Evidence(answers, losses, Optional.of(real));
	}

	/** The same with predicted losses; see {@link #losses}. */
	public Evidence withLosses(final float[] predicted) {
		return new Evidence(answers, Optional.of(predicted), truth);
	}
}
