
package org.twostream.ui;

import java.nio.file.Path;
import java.util.Map;

import org.twostream.core.Answer;

/**
 * Lets a robot answer a whole batch in a window as the oracle does, and
 * compares the decisions with those that follow from the oracle's own answers.
 * Arguments: a project with queries and a truth, which is not changed; an empty
 * folder, for two copies without verdicts; the truth where the project has none
 * of its own. Needs a display.
 */
public final class RobotReview {

	private static final String ANNOTATOR = "ann";

	private RobotReview() {}

	/** What uses one kind of window. */
	@FunctionalInterface
	public interface Hand {

		/**
		 * Opens the window on the newest batch, answers it and ends the review.
		 *
		 * @param said what to answer, by the id of the ROI
		 * @return clicks, drags and keys
		 */
		int answer(ReviewedProject project, String annotator,
			Map<Long, Answer> said) throws Exception;
	}

	/** Ends the process, with 0 if the answers and the decisions are the same. */
	public static void run(final String[] args, final Hand hand)
		throws Exception
	{
		final ReviewedProject project = new ReviewedProject(Path.of(args[0]));
		final ReviewedProject byOracle = project.copy(Path.of(args[1],
			"oracle.twostream"));
		final ReviewedProject byRobot = project.copy(Path.of(args[1],
			"robot.twostream"));
		byOracle.reviewByOracle(args.length > 2 ? args[2] : "", ANNOTATOR);
		final Map<Long, Answer> said = byOracle.answers();
		final long start = System.nanoTime();
		final int used = hand.answer(byRobot, ANNOTATOR, said);
		final double seconds = (System.nanoTime() - start) / 1e9;
		final boolean same = said.equals(byRobot.answers());
		System.out.printf(
			"%d answers, %d clicks, drags and keys, %.1f s, %.0f ms each: %s%n", said
				.size(), used, seconds, 1000 * seconds / said.size(), same
					? "the same answers" : "OTHER ANSWERS");
		final boolean decisions = byOracle.decisions().equals(byRobot.decisions());
		System.out.println(decisions ? "the same decisions" : "OTHER DECISIONS");
		System.exit(same && decisions ? 0 : 1);
	}
}
