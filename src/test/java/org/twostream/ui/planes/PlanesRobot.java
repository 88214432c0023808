
package org.twostream.ui.planes;

import java.awt.event.KeyEvent;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.twostream.core.Answer;
import org.twostream.review.session.ReviewSession;
import org.twostream.ui.RobotReview;

/**
 * Answers a batch in the three planes, every other query by clicks on the
 * object and the rest by keys: a {@link RobotReview}.
 */
public final class PlanesRobot {

	private PlanesRobot() {}

	public static void main(final String[] args) throws Exception {
		RobotReview.run(args, (project, annotator, said) -> {
			final AtomicInteger used = new AtomicInteger();
			project.review("planes", (session, progress) -> {
				try {
					used.set(answer(session, said));
				}
				catch (final Exception e) {
					throw new IllegalStateException(e);
				}
			}, annotator);
			return used.get();
		});
	}

	/** @return clicks and keys */
	private static int answer(final ReviewSession session,
		final Map<Long, Answer> said) throws Exception
	{
		final ShownPlanes shown = ShownPlanes.of(session);
		int used = 0;
		for (int i = 0; i < session.items().size(); i++) {
			final int item = i;
			final int row = session.items().get(i).row();
			final Answer wanted = said.get(session.context().table().get(row).id());
			shown.awaitView(i);
			if (i % 2 == 0) {
				used += shown.clickUntil(i, wanted);
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
			used++;
		}
		shown.done();
		return used;
	}
}
