
package org.twostream.ui.planes;

import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.Map;

import org.twostream.core.Answer;
import org.twostream.review.session.ReviewSession;
import org.twostream.ui.ReviewedProject;

/**
 * Answers a whole batch in the three planes as the oracle says, every other
 * query by clicks on the object and the rest by keys, and compares the
 * decisions with those that follow from the oracle's own answers. Arguments: a
 * project with queries and a truth, which is not changed; an empty folder, for
 * two copies without verdicts. Needs a display.
 */
public final class PlanesRobot {

	private static final String NAME = "ann";

	private PlanesRobot() {}

	public static void main(final String[] args) throws Exception {
		final ReviewedProject project = new ReviewedProject(Path.of(args[0]));
		final ReviewedProject byOracle = project.copy(Path.of(args[1],
			"oracle.twostream"));
		final ReviewedProject byRobot = project.copy(Path.of(args[1],
			"robot.twostream"));
		byOracle.review("oracle", (session, progress) -> {
			throw new IllegalStateException("the oracle is asked");
		}, NAME);
		final Map<Long, Answer> said = byOracle.answers();
		final long start = System.nanoTime();
		byRobot.review("planes", (session, progress) -> {
			try {
				answer(session, said);
			}
			catch (final Exception e) {
				throw new IllegalStateException(e);
			}
		}, NAME);
		final double seconds = (System.nanoTime() - start) / 1e9;
		final boolean same = said.equals(byRobot.answers());
		System.out.printf("%d answers in %.1f s, %.0f ms each: %s%n", said.size(),
			seconds, 1000 * seconds / said.size(), same ? "the same answers"
				: "OTHER ANSWERS");
		final boolean decisions = byOracle.decisions().equals(byRobot.decisions());
		System.out.println(decisions ? "the same decisions" : "OTHER DECISIONS");
		System.exit(same && decisions ? 0 : 1);
	}

	private static void answer(final ReviewSession session,
		final Map<Long, Answer> said) throws Exception
	{
		final ShownPlanes shown = ShownPlanes.of(session);
		for (int i = 0; i < session.items().size(); i++) {
			final int item = i;
			final int row = session.items().get(i).row();
			final Answer wanted = said.get(session.context().table().get(row).id());
			shown.awaitView(i);
			if (i % 2 == 0) {
				shown.clickUntil(i, wanted);
				shown.key(KeyEvent.VK_RIGHT);
			}
			else {
				shown.key(switch (wanted) {
					case TRUE -> KeyEvent.VK_T;
					case FALSE -> KeyEvent.VK_F;
					case UNSURE -> KeyEvent.VK_U;
				});
				ShownPlanes.await("answer to item " + i, () -> session.answer(item)
					.isPresent());
			}
		}
		shown.done();
	}
}
