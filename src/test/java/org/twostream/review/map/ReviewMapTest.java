
package org.twostream.review.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Answer;
import org.twostream.review.page.PageView;
import org.twostream.review.page.ReviewPage;
import org.twostream.review.session.AnswerColours;
import org.twostream.review.session.ReviewSession;
import org.twostream.ui.page.PageSample;

/**
 * A map and a review page on one session. The points stand ten to a line, and
 * row i is item i.
 */
@Timeout(60)
class ReviewMapTest {

	private static final int ITEMS = 130;
	private static final int GROUND = 0xFF101010;

	@TempDir
	Path folder;

	private final ExecutorService events = Executors.newSingleThreadExecutor();
	private ReviewSession session;
	private ReviewMap map;
	private ReviewPage page;

	@BeforeEach
	void open() throws Exception {
		session = PageSample.session(folder, "ann", ITEMS);
		map = on(() -> ReviewMap.open(session, this::later, GROUND, () -> {}));
		page = on(() -> ReviewPage.open(session, this::later, new Nothing()));
		await(() -> map.map().isPresent());
		on(() -> {
			map.resize(400, 520);
			return null;
		});
	}

	@AfterEach
	void close() throws Exception {
		on(() -> {
			map.close();
			page.close();
			return null;
		});
		session.close();
		events.shutdown();
	}

	private void later(final Runnable event) {
		try {
			events.execute(event);
		}
		catch (final RejectedExecutionException e) {
			assertTrue(events.isShutdown()); // nobody looks any more
		}
	}

	private <T> T on(final Callable<T> call) throws Exception {
		return events.submit(call).get(30, TimeUnit.SECONDS);
	}

	private void await(final Callable<Boolean> condition) throws Exception {
		while (!on(condition))
			Thread.sleep(2);
	}

	private void click(final int row, final boolean more) throws Exception {
		on(() -> {
			final double[] at = map.place(row).orElseThrow();
			map.click(at[0] + 2, at[1] - 1, more);
			return null;
		});
	}

	/** Of the middle of a point. */
	private int colour(final int row) throws Exception {
		return on(() -> {
			final double[] at = map.place(row).orElseThrow();
			return map.pixels().orElseThrow()[(int) at[0] + map.view().get().width() *
				(int) at[1]];
		});
	}

	private void lasso(final int fromRow, final int toRow) throws Exception {
		on(() -> {
			final double[] a = map.place(fromRow).orElseThrow();
			final double[] b = map.place(toRow).orElseThrow();
			final Lasso lasso = new Lasso();
			lasso.add(a[0] - 5, a[1] - 5);
			lasso.add(b[0] + 5, a[1] - 5);
			lasso.add(b[0] + 5, b[1] + 5);
			lasso.add(a[0] - 5, b[1] + 5);
			map.choose(lasso, false);
			return null;
		});
	}

	@Test
	void whatIsClickedIsCurrentEverywhere() throws Exception {
		click(115, false);
		assertEquals(115, session.current());
		await(() -> page.cursor() == 115 && page.number() == 1);
		assertEquals(OptionalInt.of(115), on(map::current));
		session.select(4);
		await(() -> page.cursor() == 4);
		assertEquals(OptionalInt.of(4), on(map::current));
	}

	@Test
	void whatIsChosenIsAllThatThePageShows() throws Exception {
		lasso(111, 123);
		final List<Integer> wanted = List.of(111, 112, 113, 121, 122, 123);
		assertEquals(Set.copyOf(wanted), session.chosen());
		await(() -> page.items().equals(wanted));
		assertEquals(111, session.current());
		assertTrue(on(page::progress).contains("6 chosen on the map"));
		click(122, true);
		await(() -> page.items().size() == 5);
		click(0, true);
		await(() -> page.items().equals(List.of(0, 111, 112, 113, 121, 123)));
		on(() -> {
			page.showAll();
			return null;
		});
		assertEquals(Set.of(), session.chosen());
		await(() -> page.count() == 2 && !page.isPart());
	}

	@Test
	void anotherWindowThatGoesElsewhereEndsThePart() throws Exception {
		lasso(111, 123);
		await(() -> page.isPart());
		session.select(30);
		await(() -> page.cursor() == 30 && !page.isPart());
	}

	@Test
	void doneGoesOnBeyondWhatIsChosen() throws Exception {
		lasso(111, 113);
		await(() -> page.items().size() == 3);
		on(() -> {
			page.actions().done();
			return null;
		});
		await(() -> !page.isPart() && session.answer(112).isPresent());
		assertTrue(session.answer(110).isEmpty());
		await(() -> page.items().contains(0));
	}

	@Test
	void pointsOutsideDimWhileSomeAreChosen() throws Exception {
		final int before = colour(5);
		assertEquals(AnswerColours.OPEN, before);
		lasso(111, 113);
		assertEquals(AnswerColours.OPEN, colour(112));
		final int dimmed = colour(5);
		assertTrue((dimmed & 255) < (before & 255) / 2, Integer.toHexString(
			dimmed));
		on(() -> {
			map.chooseAll();
			return null;
		});
		await(() -> session.chosen().isEmpty());
		assertEquals(before, colour(5));
	}

	@Test
	void coloursFollowTheJournal() throws Exception {
		ReviewSession.await(session.answer(List.of(7), Answer.FALSE));
		await(() -> colourNow(7) == AnswerColours.FALSE);
		ReviewSession.await(session.undo());
		await(() -> colourNow(7) == AnswerColours.OPEN);
		click(9, false);
		on(() -> {
			map.answer(Answer.TRUE);
			return null;
		});
		await(() -> colourNow(9) == AnswerColours.TRUE);
		on(() -> {
			map.colour(MapColours.CLUSTERS);
			return null;
		});
		assertEquals(colour(3), colour(9));
		assertFalse(colour(3) == colour(13));
	}

	private int colourNow(final int row) {
		final double[] at = map.place(row).orElseThrow();
		return map.pixels().orElseThrow()[(int) at[0] + map.view().get().width() *
			(int) at[1]];
	}

	@Test
	void tellsOfWhatThePointerIsOn() throws Exception {
		final double[] at = on(() -> map.place(42).orElseThrow());
		on(() -> {
			map.point(at[0], at[1]);
			return null;
		});
		assertEquals(OptionalInt.of(42), on(map::shown));
		assertEquals("ROI 43", on(map::about).get(0));
		await(() -> map.patch().isPresent());
		on(() -> {
			map.point(at[0] + 15, at[1] + 15);
			return null;
		});
		assertEquals(OptionalInt.empty(), on(map::pointed));
		assertEquals("ROI 1", on(map::about).get(0));
	}

	private static final class Nothing implements PageView {

		@Override
		public void tilesChanged(final Collection<Integer> items) {}

		@Override
		public void readAhead(final List<Integer> items) {}

		@Override
		public void pageChanged() {}

		@Override
		public void footChanged() {}

		@Override
		public void finished() {}
	}
}
