
package org.twostream.review.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Answer;
import org.twostream.review.Purpose;
import org.twostream.review.ReviewContext;
import org.twostream.review.ReviewItem;
import org.twostream.review.Samples;
import org.twostream.review.Verdict;
import org.twostream.review.Verdicts;
import org.twostream.review.session.AnswerCycle;
import org.twostream.review.session.ReviewSession;
import org.twostream.roi.Roi;

class PageAnswersTest {

	private static final int ITEMS = 8;

	@TempDir
	Path folder;

	private ReviewSession open() {
		return ReviewSession.open(new ReviewSession.Setup(new ReviewContext(Samples
			.table(IntStream.range(0, ITEMS).mapToObj(Samples::roi).toArray(
				Roi[]::new)), "001", "002", "encoders/003"), IntStream.range(0, ITEMS)
					.mapToObj(i -> new ReviewItem(i, Purpose.QUERY, i + 1, "")).toList(),
			folder, "ann"), () -> {
				throw new IllegalStateException("nothing is drawn here");
			});
	}

	private static String state(final ReviewSession session) {
		final StringBuilder s = new StringBuilder();
		for (int i = 0; i < ITEMS; i++)
			s.append(session.answer(i).map(a -> a.text().charAt(0)).orElse('.'));
		return s.toString().toUpperCase(java.util.Locale.ROOT);
	}

	@Test
	void aFastHandGetsWhatItMeant() {
		try (ReviewSession session = open()) {
			final PageAnswers page = new PageAnswers(session);
			page.cycle(0, List.of(0)); // False
			page.cycle(1, List.of(1));
			page.cycle(1, List.of(1)); // Unsure
			page.copy(1, List.of(1, 2, 3));
			page.copy(5, List.of(5, 6)); // nothing to copy: as a drag
			page.cycle(0, List.of(0, 4)); // Unsure, as what 0 was when it is run
			ReviewSession.await(page.rest(List.of(3, 6, 7)));
			assertEquals("UUUUUFFT", state(session));
			page.undo();
			page.undo();
			page.undo();
			ReviewSession.await(page.redo());
			assertEquals("FUUU.FF.", state(session));
		}
	}

	@Test
	void doneAnswersTheRestAsOneAction() {
		try (ReviewSession session = open()) {
			final PageAnswers page = new PageAnswers(session);
			final List<Integer> items = List.of(0, 1, 2, 3);
			assertEquals("Done: all 4 are True", label(session, items));
			page.give(List.of(2), Answer.FALSE);
			ReviewSession.await(page.give(List.of(3, 1), Answer.UNSURE));
			assertEquals("Done: the other 1 is True", label(session, items));
			ReviewSession.await(page.rest(items));
			assertEquals("Next open page", label(session, items));
			final List<Verdict> events = Verdicts.read(folder).events();
			assertEquals(4, events.size());
			ReviewSession.await(page.rest(List.of(0, 1, 2, 3, 4, 5, 6, 7)));
			assertEquals(4, Verdicts.read(folder).events().stream().map(
				Verdict::action).distinct().count());
			assertEquals("Second look at 2 Unsure", label(session, items));
			assertEquals(PageStep.FINISH, PageStep.of(session, items, i -> true));
			ReviewSession.await(page.give(List.of(1, 3), Answer.TRUE));
			assertEquals("Finish", label(session, items));
		}
	}

	private static String label(final ReviewSession session,
		final List<Integer> items)
	{
		return PageStep.of(session, items, i -> i == 7).label(session, items);
	}

	/** Against a model that applies one action after the other. */
	@Test
	void anyMixOfActionsEndsAsIfEachHadWaitedForTheLast() {
		final SplittableRandom random = new SplittableRandom(7);
		final Map<Integer, Answer> model = new HashMap<>();
		try (ReviewSession session = open()) {
			final PageAnswers page = new PageAnswers(session);
			for (int i = 0; i < 300; i++) {
				final int lead = random.nextInt(ITEMS);
				final List<Integer> run = IntStream.range(lead, random.nextInt(lead,
					ITEMS) + 1).boxed().toList();
				final Optional<Answer> is = Optional.ofNullable(model.get(lead));
				final Answer next = AnswerCycle.next(is);
				switch (random.nextInt(4)) {
					case 0 -> {
						page.cycle(lead, run);
						run.forEach(r -> model.put(r, next));
					}
					case 1 -> {
						page.copy(lead, run);
						run.forEach(r -> model.put(r, is.orElse(next)));
					}
					case 2 -> {
						page.give(run, Answer.UNSURE);
						run.forEach(r -> model.put(r, Answer.UNSURE));
					}
					default -> {
						page.rest(run);
						run.forEach(r -> model.putIfAbsent(r, Answer.TRUE));
					}
				}
			}
			ReviewSession.await(page.rest(List.of()));
			for (int i = 0; i < ITEMS; i++)
				assertEquals(Optional.ofNullable(model.get(i)), session.answer(i));
		}
	}

	@Test
	void theSecondLookGoesThroughWhatWasUnsureWhenItBegan() {
		try (ReviewSession session = open()) {
			ReviewSession.await(session.answer(List.of(1, 4, 6), Answer.UNSURE));
			final PageOrder order = PageOrder.clustered(ITEMS);
			final SecondLook look = SecondLook.unsure(session, order);
			assertEquals(List.of(4, 6), look.ahead());
			ReviewSession.await(session.answer(List.of(1), Answer.FALSE));
			assertEquals(3, look.size());
			assertTrue(look.move(2));
			assertEquals(6, look.item());
			assertTrue(!look.move(1) && look.index() == 2);
			final SecondLook from = SecondLook.from(5, session, order);
			assertEquals(List.of(5, 3), List.of(from.item(), from.size()));
			assertTrue(from.move(-1));
			assertEquals(4, from.item());
		}
	}
}
