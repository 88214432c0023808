
package org.twostream.segment;

import java.util.Optional;

/** Whoever looks on while a network is trained. */
@FunctionalInterface
public interface TrainingView {

	/** Looks away. */
	TrainingView NONE = (curve, section) -> {};

	/**
	 * Told of every point of the curve, on the training's thread: training waits.
	 *
	 * @param curve so far
	 * @param section what the network makes of a section now, empty where it was
	 *          not checked at this point
	 */
	void point(LearningCurve curve, Optional<HeldOutCheck.Section> section);
}
