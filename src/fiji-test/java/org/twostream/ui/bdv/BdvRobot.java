
package org.twostream.ui.bdv;

import java.util.List;
import java.util.function.IntFunction;

import org.twostream.core.Answer;
import org.twostream.review.session.ReviewSession;
import org.twostream.ui.ReviewedProject;
import org.twostream.ui.RobotReview;

/** Answers a batch by clicks in BigDataViewer: a {@link RobotReview}. */
public final class BdvRobot {

	private BdvRobot() {}

	public static void main(final String[] args) throws Exception {
		RobotReview.run(args, (project, annotator, said) -> {
			final ShownBdv shown = open(project, annotator);
			final int clicks = answer(shown, row -> said.get(shown.session().context()
				.table().get(row).id()));
			shown.awaitEnd();
			return clicks;
		});
	}

	/** The window on the newest batch of a project. */
	static ShownBdv open(final ReviewedProject project, final String annotator)
		throws Exception
	{
		return ShownBdv.open(reviewer -> project.review(BdvKind.NAME, reviewer,
			annotator));
	}

	/**
	 * Clicks each object once for False, twice for Unsure, thrice for True, and
	 * closes the review.
	 *
	 * @param truth by row
	 * @return clicks
	 */
	static int answer(final ShownBdv shown, final IntFunction<Answer> truth)
		throws Exception
	{
		final ReviewSession session = shown.session();
		int clicks = 0;
		for (int i = 0; i < session.items().size(); i++) {
			session.select(i);
			final int row = session.items().get(i).row();
			final int item = i;
			shown.awaitCurrent();
			final var inside = shown.inside(row);
			for (final Answer a : List.of(Answer.FALSE, Answer.UNSURE, Answer.TRUE)) {
				shown.click(inside);
				clicks++;
				ShownBdv.await("the answer to " + row, () -> session.answer(item)
					.filter(b -> a == b).isPresent());
				if (a == truth.apply(row)) break;
			}
		}
		shown.desk().done();
		return clicks;
	}
}
