
package org.twostream.ui.bdv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import org.twostream.core.Answer;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.loop.ActiveLearning;
import org.twostream.loop.ApplyOptions;
import org.twostream.loop.Compute;
import org.twostream.loop.ReviewOptions;
import org.twostream.loop.Wiring;
import org.twostream.review.Verdict;
import org.twostream.review.Verdicts;
import org.twostream.review.session.ReviewSession;
import org.twostream.review.session.Reviewer;
import org.twostream.volume.VolumeStores;
import org.twostream.volume.chunked.ChunkedStore;
import org.twostream.volume.hdf5.Hdf5Store;
import org.twostream.volume.tiff.TiffStore;

/**
 * Clicks in BigDataViewer what the oracle says, over a whole batch, and
 * compares the decisions with those that follow from the oracle's own answers.
 * Arguments: a project with queries and a truth, which is not changed; an empty
 * folder, for two copies without verdicts; the truth where the project has none
 * of its own. Needs a display.
 */
public final class BdvRobot {

	private BdvRobot() {}

	public static void main(final String[] args) throws Exception {
		final Path project = Path.of(args[0]);
		final String truth = args.length > 2 ? args[2] : "";
		final Path byOracle = copy(project, Path.of(args[1], "oracle.twostream"));
		final Path byRobot = copy(project, Path.of(args[1], "robot.twostream"));
		steps(byOracle, BdvRobot::none).review(new ReviewOptions("", "oracle",
			"ann", truth, compute()));
		final Map<Long, Answer> said = answers(byOracle);
		final long start = System.nanoTime();
		final ShownBdv shown = open(byRobot, "ann");
		final int clicks = answer(shown, row -> said.get(shown.session().context()
			.table().get(row).id()));
		shown.awaitEnd();
		final double seconds = (System.nanoTime() - start) / 1e9;
		final boolean same = said.equals(answers(byRobot));
		System.out.printf("%d answers, %d clicks, %.1f s: %s%n", said.size(),
			clicks, seconds, same ? "the same answers" : "OTHER ANSWERS");
		final boolean sameDecisions = decisions(byOracle).equals(decisions(
			byRobot));
		System.out.println(sameDecisions ? "the same decisions"
			: "OTHER DECISIONS");
		System.exit(same && sameDecisions ? 0 : 1);
	}

	/** The window on the newest batch of a project. */
	static ShownBdv open(final Path project, final String annotator)
		throws Exception
	{
		return ShownBdv.open(reviewer -> steps(project, name -> reviewer).review(
			new ReviewOptions("", BdvKind.NAME, annotator, "", compute())));
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

	private static Reviewer none(final String name) {
		throw new IllegalStateException(name);
	}

	private static ActiveLearning steps(final Path project,
		final Function<String, Reviewer> windows)
	{
		return new ActiveLearning(project, new Wiring(new VolumeStores(List.of(
			new TiffStore(), new ChunkedStore(), new Hdf5Store())), windows),
			Progress.NONE);
	}

	private static Compute compute() {
		return new Compute("cpu", 2, new Seed(1), "fp32");
	}

	private static Path copy(final Path from, final Path to) throws IOException {
		final List<Path> files;
		try (Stream<Path> all = Files.walk(from)) {
			files = new ArrayList<>(all.toList());
		}
		for (final Path file : files) {
			final String name = from.relativize(file).toString();
			if (name.startsWith("verdicts") || name.startsWith("decisions") || name
				.startsWith("report") || name.endsWith(".partial")) continue;
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
		final var result = steps(project, BdvRobot::none).apply(new ApplyOptions("",
			compute()));
		try (Stream<String> lines = Files.lines(result.path().resolve(
			"decisions.tsv")))
		{
			return lines.filter(l -> !l.startsWith("#")).toList();
		}
	}
}
