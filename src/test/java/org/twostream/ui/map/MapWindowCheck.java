
package org.twostream.ui.map;

import java.awt.Color;
import java.awt.Frame;
import java.awt.event.KeyEvent;
import java.awt.event.WindowEvent;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import javax.swing.JFrame;

import org.twostream.core.Answer;
import org.twostream.core.Progress;
import org.twostream.review.map.MapColours;
import org.twostream.review.session.AnswerColours;
import org.twostream.review.session.ReviewSession;
import org.twostream.ui.page.PageSample;
import org.twostream.ui.page.ShownPage;

/**
 * Uses a map with mouse and keys and compares the session with what was done.
 * Needs a display; the argument is an empty folder. Ends with 1 at the first
 * thing that is wrong.
 */
public final class MapWindowCheck {

	private static final int ITEMS = 60;
	/** Pixels from the middle of a point to the ring around it. */
	private static final int RING = 8;

	private MapWindowCheck() {}

	public static void main(final String[] args) throws Exception {
		try {
			check(Path.of(args[0]));
		}
		catch (final Exception | AssertionError e) {
			e.printStackTrace(System.out);
			System.exit(1);
		}
		System.exit(0);
	}

	private static void check(final Path folder) throws Exception {
		try (ReviewSession session = PageSample.session(folder, "ann", ITEMS)) {
			final ShownMap shown = ShownMap.open(reviewer -> reviewer.review(session,
				Progress.NONE));
			same("a point without an answer", new Color(AnswerColours.OPEN),
				() -> shown.colour(7, 0));
			shown.click(7);
			same("clicked", 7, session::current);
			same("the ring around it", new Color(AnswerColours.CURRENT), () -> shown
				.colour(7, RING));
			shown.key(KeyEvent.VK_F);
			same("the answer in the journal", Optional.of(Answer.FALSE), () -> session
				.answer(7));
			same("its colour", new Color(AnswerColours.FALSE), () -> shown.colour(7,
				0));
			shown.lasso(21, 33, 12);
			same("the lasso", Set.of(21, 22, 23, 31, 32, 33), session::chosen);
			same("it goes to the first of them", 21, session::current);
			shown.key(KeyEvent.VK_ESCAPE);
			same("nothing chosen", Set.of(), session::chosen);
			session.select(30);
			same("the ring follows other windows", new Color(AnswerColours.CURRENT),
				() -> shown.colour(30, RING));
			shown.moveTo(14);
			same("pointed at", 14, () -> shown.map().pointed().orElse(-1));
			shown.key(KeyEvent.VK_C);
			same("other colours", MapColours.CLUSTERS, () -> shown.map().colours());
			final double before = shown.map().view().get().scale();
			shown.wheel(14, -2);
			same("closer", true, () -> shown.map().view().get().scale() > 1.3 *
				before);
			shown.key(KeyEvent.VK_W);
			same("the whole map", before, () -> shown.map().view().get().scale());
			// the page is the only other kind of window
			shown.key(KeyEvent.VK_O);
			same("the page beside", 2L, MapWindowCheck::windows);
			close();
			shown.awaitEnd();
		}
	}

	private static long windows() {
		return Stream.of(Frame.getFrames()).filter(Frame::isShowing).count();
	}

	private static void close() throws Exception {
		for (final Frame frame : Frame.getFrames())
			if (frame instanceof JFrame && frame.isShowing()) ShownPage.onEventThread(
				() -> {
					frame.dispatchEvent(new WindowEvent(frame,
						WindowEvent.WINDOW_CLOSING));
					return null;
				});
	}

	/** Waits until it is so: keys go round over the display. */
	private static <T> void same(final String what, final T wanted,
		final Callable<T> found) throws Exception
	{
		final long end = System.nanoTime() + 20_000_000_000L;
		while (!Objects.equals(wanted, found.call())) {
			if (System.nanoTime() > end) throw new AssertionError(what +
				": expected " + wanted + " but found " + found.call());
			Thread.sleep(10);
		}
		System.out.println("right: " + what);
	}
}
