
package org.twostream.review.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Answer;
import org.twostream.core.UserError;
import org.twostream.review.Journal;
import org.twostream.review.Purpose;
import org.twostream.review.ReviewContext;
import org.twostream.review.ReviewItem;
import org.twostream.review.Samples;
import org.twostream.review.Verdict;
import org.twostream.review.Verdicts;
import org.twostream.roi.Roi;

class ReviewSessionTest {

	private static final int ROIS = 10;
	private static final int QUERIES = 6;

	@TempDir
	Path folder;

	private static List<ReviewItem> queries() {
		return IntStream.range(0, QUERIES).mapToObj(i -> new ReviewItem(i,
			Purpose.QUERY, i + 1, "")).toList();
	}

	private ReviewSession open(final String annotator,
		final List<ReviewItem> items)
	{
		return ReviewSession.open(new ReviewSession.Setup(new ReviewContext(Samples
			.table(IntStream.range(0, ROIS).mapToObj(Samples::roi).toArray(
				Roi[]::new)), "001", "002", "encoders/003"), items, folder, annotator),
			() -> {
				throw new IllegalStateException("nothing is drawn here");
			});
	}

	private ReviewSession open(final String annotator) {
		return open(annotator, queries());
	}

	private static List<Optional<Answer>> states(final ReviewSession session) {
		return IntStream.range(0, session.items().size()).mapToObj(session::answer)
			.toList();
	}

	@Test
	void clicksGoRoundFalseUnsureTrue() {
		try (ReviewSession session = open("ann")) {
			final List<Answer> seen = new ArrayList<>();
			for (int i = 0; i < 4; i++) {
				ReviewSession.await(session.cycle(2));
				seen.add(session.answer(2).orElseThrow());
			}
			assertEquals(List.of(Answer.FALSE, Answer.UNSURE, Answer.TRUE,
				Answer.FALSE), seen);
		}
	}

	@Test
	void anAnswerIsOnDiskBeforeAnyoneHearsOfIt() throws InterruptedException {
		final BlockingQueue<List<Verdict>> onDisk = new LinkedBlockingQueue<>();
		try (ReviewSession session = open("ann")) {
			session.add(new SessionListener() {

				@Override
				public void answered(final Set<Integer> rows) {
					onDisk.add(Verdicts.read(folder).events());
				}
			});
			session.shown().add(List.of(1, 3));
			session.answer(List.of(1, 3), Answer.FALSE);
			final List<Verdict> events = onDisk.poll(10, TimeUnit.SECONDS);
			assertEquals(List.of(2L, 4L), events.stream().map(v -> v.anchor().roi())
				.toList());
			assertEquals(1, events.stream().map(Verdict::action).distinct().count());
			final Verdict v = events.get(0);
			assertEquals(List.of("002", "encoders/003", "ann", Purpose.QUERY), List
				.of(v.batch(), v.model(), v.annotator(), v.purpose()));
			assertTrue(v.millisShown() >= 0 && v.millisShown() < 10_000);
		}
	}

	@Test
	void undoAndRedoGoByActionsAndSurviveARestart() {
		try (ReviewSession session = open("ann")) {
			session.answer(List.of(0, 1, 2), Answer.TRUE);
			session.answer(List.of(1, 2), Answer.FALSE);
			ReviewSession.await(session.undo());
			assertEquals(Optional.of(Answer.TRUE), session.answer(1));
		}
		try (ReviewSession session = open("ann")) {
			assertEquals(new Counts(QUERIES, 3, 3, 0, 0), session.counts());
			ReviewSession.await(session.redo());
			assertEquals(new Counts(QUERIES, 3, 1, 2, 0), session.counts());
			session.undo();
			ReviewSession.await(session.undo());
			assertEquals(Collections.nCopies(QUERIES, Optional.empty()), states(
				session));
			ReviewSession.await(session.undo()); // nothing is left: no harm
			session.redo();
			ReviewSession.await(session.redo());
			assertEquals(new Counts(QUERIES, 3, 1, 2, 0), session.counts());
		}
	}

	@Test
	void goesOnWithTheFirstOpenItem() {
		try (ReviewSession session = open("ann")) {
			ReviewSession.await(session.answer(List.of(0, 1, 3), Answer.TRUE));
		}
		try (ReviewSession session = open("ann")) {
			assertEquals(2, session.current());
			assertEquals(OptionalInt.of(4), session.nextOpen(2, 1));
			assertEquals(OptionalInt.of(5), session.nextOpen(2, -1));
			ReviewSession.await(session.answer(List.of(2, 4, 5), Answer.TRUE));
			assertEquals(OptionalInt.empty(), session.nextOpen(2, 1));
		}
	}

	@Test
	void othersAnswersAreHeardOfWithinSecondsButNotTold()
		throws InterruptedException
	{
		final BlockingQueue<Set<Integer>> heard = new LinkedBlockingQueue<>();
		try (ReviewSession ann = open("ann"); ReviewSession same = open("ann")) {
			ann.add(new SessionListener() {

				@Override
				public void answered(final Set<Integer> rows) {
					heard.add(rows);
				}
			});
			try (Journal bob = Journal.open(folder, "bob")) {
				bob.record(Samples.entry(4, Answer.FALSE));
			}
			ReviewSession.await(same.answer(List.of(3), Answer.UNSURE));
			assertEquals(Set.of(3), heard.poll(20, TimeUnit.SECONDS));
			assertEquals(Optional.of(Answer.UNSURE), ann.answer(3));
			assertEquals(Optional.empty(), ann.answer(4));
		}
	}

	@Test
	void aCheckIsAnsweredBesideTheRealAnswer() {
		final List<ReviewItem> items = new ArrayList<>(queries());
		items.add(new ReviewItem(0, Purpose.REPEAT, QUERIES + 1, ""));
		try (ReviewSession session = open("ann", items)) {
			ReviewSession.await(session.answer(List.of(0), Answer.TRUE));
			assertEquals(Optional.empty(), session.answer(QUERIES));
			session.select(QUERIES);
			assertEquals(Optional.empty(), session.answerOfRow(0), "hidden");
			ReviewSession.await(session.cycleRow(0));
			assertEquals(Optional.of(Answer.FALSE), session.answer(QUERIES));
			assertEquals(Optional.of(Answer.TRUE), session.answer(0));
		}
		assertEquals(List.of(Answer.TRUE), Verdicts.read(folder).current().stream()
			.map(Verdict::answer).toList());
		try (ReviewSession session = open("ann", items)) {
			assertEquals(Optional.of(Answer.FALSE), session.answer(QUERIES));
		}
	}

	@Test
	void whatIsNoItemCanBeAnsweredToo() {
		try (ReviewSession session = open("ann")) {
			ReviewSession.await(session.cycleRow(ROIS - 1));
			assertEquals(Optional.of(Answer.FALSE), session.answerOfRow(ROIS - 1));
			assertEquals(0, session.counts().answered());
		}
	}

	@Test
	void whatCannotBeRecordedIsSaidAndLeavesNoColour() throws Exception {
		final BlockingQueue<String> sentences = new LinkedBlockingQueue<>();
		final ReviewSession session = open("ann");
		session.add(new SessionListener() {

			@Override
			public void failed(final String sentence) {
				sentences.add(sentence);
			}
		});
		session.close();
		assertThrows(UserError.class, () -> ReviewSession.await(session.answer(List
			.of(0), Answer.TRUE)));
		assertEquals(
			"The answer was not recorded: this review is closed; open it again.",
			sentences.poll(10, TimeUnit.SECONDS));
		assertEquals(Optional.empty(), session.answer(0));
	}
}
