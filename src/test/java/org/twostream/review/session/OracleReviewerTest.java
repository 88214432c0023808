
package org.twostream.review.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Answer;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.review.Purpose;
import org.twostream.review.ReviewContext;
import org.twostream.review.ReviewItem;
import org.twostream.review.Samples;
import org.twostream.review.Verdict;
import org.twostream.review.Verdicts;
import org.twostream.roi.Roi;

class OracleReviewerTest {

	private static final int N = 3000;
	private static final ReviewContext CONTEXT = new ReviewContext(Samples.table(
		IntStream.range(0, N).mapToObj(Samples::roi).toArray(Roi[]::new)), "001",
		"005", "encoders/001");
	private static final IntFunction<Answer> TRUTH = roi -> roi % 3 == 0
		? Answer.FALSE : Answer.TRUE;

	@TempDir
	Path folder;

	private static List<ReviewItem> queries(final IntStream rois) {
		return rois.mapToObj(roi -> new ReviewItem(roi, Purpose.QUERY, 1, ""))
			.toList();
	}

	private Map<Integer, Answer> review(final OracleReviewer oracle,
		final IntStream rois, final String name)
	{
		try (ReviewSession session = ReviewSession.open(new ReviewSession.Setup(
			CONTEXT, queries(rois), folder.resolve(name), name), () -> {
				throw new IllegalStateException("an oracle sees nothing");
			})) {
			oracle.review(session, Progress.NONE);
		}
		return Verdicts.read(folder.resolve(name)).current().stream().filter(v -> v
			.annotator().equals(name)).collect(Collectors.toMap(v -> (int) v.anchor()
				.roi() - 1, Verdict::answer));
	}

	@Test
	void answersFromTheTruthThroughTheJournal() {
		final Map<Integer, Answer> answers = review(new OracleReviewer(TRUTH),
			IntStream.range(0, 200), "oracle");
		assertEquals(200, answers.size());
		answers.forEach((roi, answer) -> assertEquals(TRUTH.apply(roi), answer));
		final Verdict v = Verdicts.read(folder.resolve("oracle")).events().get(0);
		assertEquals(List.of("005", "encoders/001"), List.of(v.batch(), v.model()));
	}

	@Test
	void whatIsKnownIsNotAskedAgain() {
		final Map<Integer, Answer> answers = review(new OracleReviewer(TRUTH,
			roi -> roi % 3 == 0), IntStream.range(0, 30), "oracle");
		assertEquals(20, answers.size());
		answers.keySet().forEach(roi -> assertTrue(roi % 3 != 0));
	}

	@Test
	void errsAsOftenAsAskedTo() {
		final Map<Integer, Answer> answers = review(new OracleReviewer(TRUTH, 0.2,
			0.1, new Seed(1)), IntStream.range(0, N), "oracle");
		final long unsure = answers.values().stream().filter(
			a -> a == Answer.UNSURE).count();
		final long wrong = answers.entrySet().stream().filter(e -> e
			.getValue() != Answer.UNSURE && e.getValue() != TRUTH.apply(e.getKey()))
			.count();
		// 5 standard deviations of a binomial
		assertEquals(N * 0.1, unsure, 5 * Math.sqrt(N * 0.09));
		assertEquals(N * 0.9 * 0.2, wrong, 5 * Math.sqrt(N * 0.18 * 0.82));
	}

	@Test
	void errorsDependOnTheRoiNotOnWhatElseIsAsked() {
		final OracleReviewer oracle = new OracleReviewer(TRUTH, 0.3, 0.1, new Seed(
			4));
		final Map<Integer, Answer> all = review(oracle, IntStream.range(0, 300),
			"all");
		final Map<Integer, Answer> some = review(oracle, IntStream.range(0, 100)
			.map(i -> 299 - 3 * i), "some");
		assertTrue(all.entrySet().containsAll(some.entrySet()));
	}

	@Test
	void refusesRatesThatAreNoShare() {
		for (final double bad : new double[] { -0.1, 1.1, Double.NaN })
			assertThrows(UserError.class, () -> new OracleReviewer(TRUTH, bad, 0,
				new Seed(1)));
	}
}
