
package org.twostream.ui.page;

import java.awt.Color;
import java.awt.Robot;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.swing.AbstractButton;
import javax.swing.JLabel;

import org.twostream.core.Answer;
import org.twostream.core.Progress;
import org.twostream.review.Verdict;
import org.twostream.review.Verdicts;
import org.twostream.review.page.PageGrid;
import org.twostream.review.page.TileBounds;
import org.twostream.review.session.OracleReviewer;
import org.twostream.review.session.ReviewSession;
import org.twostream.ui.look.Look;

/**
 * Uses a review page with mouse and keys and compares the journal with what was
 * done. Needs a display; the argument is an empty folder. Ends with 1 at the
 * first thing that is wrong.
 */
public final class PageWindowCheck {

	private static final int ITEMS = 230;

	private final Path folder;

	private PageWindowCheck(final Path folder) {
		this.folder = folder;
	}

	public static void main(final String[] args) throws Exception {
		final PageWindowCheck check = new PageWindowCheck(Path.of(args[0]));
		try {
			check.clicksDragsAndKeysAreInTheJournal();
			check.whatWasDoneIsThereAfterAClosedWindow();
			check.theRobotEndsWhereTheOracleDoes();
		}
		catch (final Exception | AssertionError e) {
			e.printStackTrace(System.out);
			System.exit(1);
		}
		System.exit(0);
	}

	private void clicksDragsAndKeysAreInTheJournal() throws Exception {
		final Path journals = folder.resolve("a");
		try (ReviewSession session = PageSample.session(journals, "ann", ITEMS)) {
			final ShownPage shown = ShownPage.of(session);
			final RobotHand hand = new RobotHand(shown);
			same("tiles", 100, () -> shown.tilesShown());

			hand.click(2);
			expect(journals, "click", "2F");
			same("frame after a click", Look.of(Answer.FALSE), () -> frame(shown, 2));
			hand.click(2);
			expect(journals, "two clicks", "2U");
			same("frame after two clicks", Color.WHITE, () -> frame(shown, 2));
			hand.click(2);
			expect(journals, "three clicks", "2T");

			hand.drag(10, 14);
			expect(journals, "drag", "2T 10F 11F 12F 13F 14F");
			same("a drag is one action", 4L, () -> actions(journals));
			hand.click(20);
			hand.shiftClick(23);
			expect(journals, "shift-click", "2T 10F 11F 12F 13F 14F 20F 21F 22F 23F");
			hand.key(KeyEvent.VK_Z, KeyEvent.VK_CONTROL);
			expect(journals, "undo", "2T 10F 11F 12F 13F 14F 20F");
			hand.key(KeyEvent.VK_Y, KeyEvent.VK_CONTROL);
			expect(journals, "redo", "2T 10F 11F 12F 13F 14F 20F 21F 22F 23F");
			for (int i = 0; i < 4; i++)
				hand.key(KeyEvent.VK_Z, KeyEvent.VK_CONTROL);
			expect(journals, "four more undone", "2U");

			// keys: cursor to tile 35 = row 3, column 5
			hand.click(0);
			hand.key(KeyEvent.VK_Z, KeyEvent.VK_CONTROL);
			for (int i = 0; i < 3; i++)
				hand.key(KeyEvent.VK_DOWN);
			for (int i = 0; i < 5; i++)
				hand.key(KeyEvent.VK_RIGHT);
			hand.key(KeyEvent.VK_U);
			hand.key(KeyEvent.VK_RIGHT);
			hand.key(KeyEvent.VK_F);
			hand.key(KeyEvent.VK_LEFT);
			hand.key(KeyEvent.VK_UP);
			hand.key(KeyEvent.VK_T);
			hand.key(KeyEvent.VK_UP);
			hand.key(KeyEvent.VK_SPACE);
			expect(journals, "keys", "2U 15F 25T 35U 36F");
			hand.key(KeyEvent.VK_RIGHT, KeyEvent.VK_SHIFT);
			hand.key(KeyEvent.VK_DOWN, KeyEvent.VK_SHIFT);
			hand.key(KeyEvent.VK_U);
			expect(journals, "a run by keys", "2U " + IntStream.rangeClosed(15, 26)
				.mapToObj(i -> i + "U").collect(Collectors.joining(" ")) + " 35U 36F");
			hand.key(KeyEvent.VK_Z, KeyEvent.VK_CONTROL);
			expect(journals, "keys, run undone", "2U 15F 25T 35U 36F");

			pagesAndGrids(shown, hand);
			secondLook(shown, hand, journals);
			others(shown, journals);
			endsByDone(shown, hand, journals);
		}
	}

	private static void pagesAndGrids(final ShownPage shown, final RobotHand hand)
		throws Exception
	{
		final int[][] keys = { { KeyEvent.VK_PAGE_DOWN, 1 }, { KeyEvent.VK_END, 2 },
			{ KeyEvent.VK_PAGE_UP, 1 }, { KeyEvent.VK_HOME, 0 } };
		for (final int[] key : keys) {
			hand.key(key[0]);
			same("page after key " + key[0], key[1], () -> shown.page().number());
			shown.awaitTiles();
		}
		hand.key(KeyEvent.VK_MINUS);
		same("grid", new PageGrid(7, 7), () -> shown.page().grid());
		shown.awaitTiles();
		hand.key(KeyEvent.VK_EQUALS, KeyEvent.VK_SHIFT);
		same("grid", PageGrid.USUAL, () -> shown.page().grid());
		hand.key(KeyEvent.VK_R);
		same("random", true, () -> shown.page().isRandom());
		hand.press("order");
		same("random", false, () -> shown.page().isRandom());
		hand.key(KeyEvent.VK_M);
		same("masks", false, () -> shown.page().masks());
		hand.key(KeyEvent.VK_M);
		hand.key(KeyEvent.VK_SLASH, KeyEvent.VK_SHIFT);
		same("key list", true, () -> shown.frame().getGlassPane().isVisible());
		hand.key(KeyEvent.VK_ESCAPE);
		same("key list", false, () -> shown.frame().getGlassPane().isVisible());
		hand.key(KeyEvent.VK_O);
		same("no other window", "No other window can be opened here.", () -> shown
			.part("about", JLabel.class).getText());
		hand.key(KeyEvent.VK_HOME);
		shown.awaitTiles();
	}

	private void secondLook(final ShownPage shown, final RobotHand hand,
		final Path journals) throws Exception
	{
		hand.click(2); // Unsure becomes True
		hand.click(2);
		hand.click(2); // and Unsure again
		expect(journals, "before the second look", "2U 15F 25T 35U 36F");
		hand.key(KeyEvent.VK_S);
		ShownPage.await(() -> shown.page().strip().isPresent());
		same("sections, the first and the last among them", 10, () -> shown.page()
			.strip().get().size());
		same("two are Unsure", 2, () -> shown.page().secondLook().get().size());
		hand.key(KeyEvent.VK_F);
		expect(journals, "second look", "2F 15F 25T 35U 36F");
		ShownPage.await(() -> shown.page().cursor() == 35);
		hand.key(KeyEvent.VK_T);
		expect(journals, "second look ended", "2F 15F 25T 35T 36F");
		ShownPage.await(() -> shown.page().secondLook().isEmpty());
		shown.awaitTiles();
	}

	/** Another process of the same annotator answers. */
	private static void others(final ShownPage shown, final Path journals)
		throws Exception
	{
		try (ReviewSession other = PageSample.session(journals, "ann", ITEMS)) {
			ReviewSession.await(other.answer(List.of(7), Answer.UNSURE));
		}
		ShownPage.await(() -> shown.page().answer(7).isPresent());
		await("frame of what another process answered", () -> Color.WHITE.equals(
			frame(shown, 7)));
	}

	private void endsByDone(final ShownPage shown, final RobotHand hand,
		final Path journals) throws Exception
	{
		final AbstractButton done = shown.part("done", AbstractButton.class);
		same("Done says", "Done: the other 94 are True", () -> done.getText());
		hand.key(KeyEvent.VK_ENTER);
		ShownPage.await(() -> shown.page().number() == 1);
		shown.awaitTiles();
		final long before = actions(journals);
		hand.press("done");
		ShownPage.await(() -> shown.page().number() == 2);
		same("Done is one action", before + 1, () -> actions(journals));
		shown.awaitTiles();
		same("tiles on the last page", 30, () -> shown.tilesShown());
		hand.key(KeyEvent.VK_ENTER);
		ShownPage.await(() -> done.getText().equals("Second look at 1 Unsure"));
		same("answered", ITEMS, () -> Verdicts.read(journals).current().size());
		hand.key(KeyEvent.VK_ENTER);
		ShownPage.await(() -> shown.page().strip().isPresent());
		same("item looked at", 7, () -> shown.page().cursor());
		hand.key(KeyEvent.VK_U);
		ShownPage.await(() -> done.getText().equals("Finish"));
		hand.key(KeyEvent.VK_ENTER);
		shown.awaitEnd();
		same("all but these are True", "2F 7U 15F 36F", () -> state(journals)
			.replaceAll("\\d+T ?", "").trim());
	}

	private void whatWasDoneIsThereAfterAClosedWindow() throws Exception {
		final Path journals = folder.resolve("b");
		try (ReviewSession session = PageSample.session(journals, "ann", ITEMS)) {
			final ShownPage shown = ShownPage.of(session);
			final RobotHand hand = new RobotHand(shown);
			hand.click(4);
			hand.key(KeyEvent.VK_ENTER);
			ShownPage.await(() -> shown.page().number() == 1);
			hand.click(9);
			expect(journals, "before closing", IntStream.range(0, 100).mapToObj(
				i -> i + (i == 4 ? "F" : "T")).collect(Collectors.joining(" ")) +
				" 109F");
			ShownPage.onEventThread(() -> {
				shown.frame().dispatchEvent(new java.awt.event.WindowEvent(shown
					.frame(), java.awt.event.WindowEvent.WINDOW_CLOSING));
				return null;
			});
			shown.awaitEnd();
		}
		try (ReviewSession session = PageSample.session(journals, "ann", ITEMS)) {
			final ShownPage shown = ShownPage.of(session);
			final RobotHand hand = new RobotHand(shown);
			same("reopened at the first page with open items", 1, () -> shown.page()
				.number());
			hand.key(KeyEvent.VK_Z, KeyEvent.VK_CONTROL);
			hand.key(KeyEvent.VK_Z, KeyEvent.VK_CONTROL);
			expect(journals, "undo after a restart", "4F");
			await("undo goes to where it was", () -> shown.page().number() == 0);
			ShownPage.onEventThread(() -> {
				shown.page().finish();
				return null;
			});
			shown.awaitEnd();
		}
	}

	private void theRobotEndsWhereTheOracleDoes() throws Exception {
		final IntFunction<Answer> truth = row -> row % 7 == 3 || row / 20 % 4 == 2
			? Answer.FALSE : row % 31 == 8 ? Answer.UNSURE : Answer.TRUE;
		try (ReviewSession session = PageSample.session(folder.resolve("oracle"),
			"ann", ITEMS))
		{
			new OracleReviewer(truth).review(session, Progress.NONE);
		}
		try (ReviewSession session = PageSample.session(folder.resolve("robot"),
			"ann", ITEMS))
		{
			final ShownPage shown = ShownPage.of(session);
			PageRobot.answer(shown, item -> truth.apply(session.items().get(item)
				.row()));
			shown.awaitEnd();
		}
		same("the robot's answers", state(folder.resolve("oracle")), () -> state(
			folder.resolve("robot")));
	}

	private static Color frame(final ShownPage shown, final int tile)
		throws Exception
	{
		final Robot robot = new Robot();
		robot.waitForIdle();
		final TileBounds b = shown.tile(tile);
		return robot.getPixelColor(b.x() + b.width() - 1, b.y() + b.height() / 2);
	}

	private static long actions(final Path journals) {
		return Verdicts.read(journals).events().stream().map(Verdict::action)
			.distinct().count();
	}

	/** Such as "0T 3F", by row. */
	private static String state(final Path journals) {
		if (!Files.exists(journals)) return "";
		return Verdicts.read(journals).current().stream().sorted((a, b) -> Long
			.compare(a.anchor().roi(), b.anchor().roi())).map(v -> v.anchor().roi() -
				1 + v.answer().text().substring(0, 1).toUpperCase(
					java.util.Locale.ROOT)).collect(Collectors.joining(" "));
	}

	private static void expect(final Path journals, final String what,
		final String wanted) throws Exception
	{
		try {
			await(what, () -> state(journals).equals(wanted));
		}
		catch (final java.util.concurrent.TimeoutException e) {
			throw new AssertionError(what + ": expected " + wanted + " but the " +
				"journals say " + state(journals), e);
		}
	}

	private static void await(final String what, final Callable<Boolean> is)
		throws Exception
	{
		final long end = System.nanoTime() + 10_000_000_000L;
		while (!is.call()) {
			if (System.nanoTime() > end)
				throw new java.util.concurrent.TimeoutException(what);
			Thread.sleep(5);
		}
		System.out.println("right: " + what);
	}

	/** Waits until it is so: keys go round over the display. */
	private static <T> void same(final String what, final T wanted,
		final Callable<T> found) throws Exception
	{
		try {
			await(what, () -> Objects.equals(wanted, found.call()));
		}
		catch (final java.util.concurrent.TimeoutException e) {
			throw new AssertionError(what + ": expected " + wanted + " but found " +
				found.call(), e);
		}
	}
}
