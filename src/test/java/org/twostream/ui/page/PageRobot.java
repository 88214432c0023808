
package org.twostream.ui.page;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import org.twostream.core.Answer;
import org.twostream.loop.ApplyOptions;
import org.twostream.loop.ReviewOptions;
import org.twostream.review.Verdict;
import org.twostream.review.Verdicts;

/**
 * Clicks on the review page what the oracle says, over a whole batch, and
 * compares the decisions with those that follow from the oracle's own answers.
 * Arguments: a project with queries and a truth, which is not changed; an empty
 * folder, for two copies without verdicts; the truth where the project has none
 * of its own. Needs a display.
 */
public final class PageRobot {

	private PageRobot() {}

	public static void main(final String[] args) throws Exception {
		final Path project = Path.of(args[0]);
		final String truth = args.length > 2 ? args[2] : "";
		final Path byOracle = copy(project, Path.of(args[1], "oracle.twostream"));
		final Path byRobot = copy(project, Path.of(args[1], "robot.twostream"));
		PagePicture.steps(byOracle, name -> {
			throw new IllegalStateException(name);
		}).review(new ReviewOptions("", "oracle", "ann", truth, PagePicture
			.compute()));
		final Map<Long, Answer> said = answers(byOracle);
		final long start = System.nanoTime();
		final ShownPage shown = PagePicture.ofProject(byRobot, "ann", "");
		final int clicks = answer(shown, item -> said.get(shown.roi(item)));
		shown.awaitEnd();
		final double seconds = (System.nanoTime() - start) / 1e9;
		final boolean same = said.equals(answers(byRobot));
		System.out.printf("%d answers, %d clicks and keys, %.1f s: %s%n", said
			.size(), clicks, seconds, same ? "the same answers" : "OTHER ANSWERS");
		final boolean sameDecisions = decisions(byOracle).equals(decisions(
			byRobot));
		System.out.println(sameDecisions ? "the same decisions"
			: "OTHER DECISIONS");
		System.exit(same && sameDecisions ? 0 : 1);
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

	private static Path copy(final Path from, final Path to) throws IOException {
		final List<Path> files;
		try (Stream<Path> all = Files.walk(from)) {
			files = new ArrayList<>(all.toList());
		}
		for (final Path file : files) {
			final String name = from.relativize(file).toString();
			if (name.startsWith("verdicts") || name.startsWith("decisions") || name
				.endsWith(".partial")) continue;
			if (Files.isDirectory(file)) Files.createDirectories(to.resolve(name));
			else Files.copy(file, to.resolve(name));
		}
		return to;
	}

	private static Map<Long, Answer> answers(final Path project) {
		final Map<Long, Answer> answers = new HashMap<>();
		for (final Verdict v : Verdicts.read(project.resolve("verdicts")).current())
			answers.put(v.anchor().roi(), v.answer());
		return answers;
	}

	private static List<String> decisions(final Path project) throws IOException {
		final var result = PagePicture.steps(project, name -> {
			throw new IllegalStateException(name);
		}).apply(new ApplyOptions("", PagePicture.compute()));
		try (Stream<String> lines = Files.lines(result.path().resolve(
			"decisions.tsv")))
		{
			return lines.filter(l -> !l.startsWith("#")).toList();
		}
	}
}
