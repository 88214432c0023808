
package org.twostream.ui.page;

import java.awt.event.KeyEvent;
import java.util.List;
import java.util.function.IntFunction;

import org.twostream.core.Answer;
import org.twostream.ui.RobotReview;

/** Answers a batch on the review page: a {@link RobotReview}. */
public final class PageRobot {

	private PageRobot() {}

	public static void main(final String[] args) throws Exception {
		RobotReview.run(args, (project, annotator, said) -> {
			final ShownPage shown = ShownPage.open(reviewer -> project.review("page",
				reviewer, annotator));
			final int used = answer(shown, item -> said.get(shown.roi(item)));
			shown.awaitEnd();
			return used;
		});
	}

	/**
	 * Answers every page: runs of False by dragging, single ones by one or two
	 * clicks, the rest by Done; then goes through the second look and finishes.
	 *
	 * @param truth by item
	 * @return clicks, drags and keys
	 */
	static int answer(final ShownPage shown, final IntFunction<Answer> truth)
		throws Exception
	{
		final RobotHand hand = new RobotHand(shown);
		int used = 0;
		for (int page = 0; page < shown.page().count(); page++) {
			final int number = page;
			ShownPage.await(() -> shown.page().number() == number);
			shown.awaitTiles();
			final List<Integer> items = shown.page().items();
			for (int i = 0; i < items.size(); i++) {
				int end = i;
				while (end + 1 < items.size() && truth.apply(items.get(end +
					1)) == truth.apply(items.get(i)))
					end++;
				final Answer answer = truth.apply(items.get(i));
				if (answer == Answer.TRUE) {
					i = end;
					continue;
				}
				for (int n = 0; n < (answer == Answer.FALSE ? 1 : 2); n++, used++)
					if (end > i) hand.drag(i, end);
					else hand.click(i);
				i = end;
			}
			hand.key(KeyEvent.VK_ENTER);
			used++;
			ShownPage.await(() -> items.stream().allMatch(item -> shown.page().answer(
				item).isPresent()));
		}
		return used + finish(shown, hand);
	}

	private static int finish(final ShownPage shown, final RobotHand hand)
		throws Exception
	{
		int used = 0;
		while (shown.frame().isShowing()) {
			final boolean looking = shown.page().secondLook().isPresent();
			if (looking) ShownPage.await(() -> shown.page().secondLook().isEmpty() ||
				shown.page().strip().isPresent());
			hand.key(looking ? KeyEvent.VK_U : KeyEvent.VK_ENTER);
			used++;
			Thread.sleep(30);
		}
		return used;
	}
}
