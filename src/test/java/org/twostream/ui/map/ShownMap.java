
package org.twostream.ui.map;

import java.awt.Color;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.swing.JFrame;

import org.twostream.review.map.ReviewMap;
import org.twostream.review.session.ReviewDesk;
import org.twostream.review.session.ReviewWindow;
import org.twostream.review.session.ReviewWindowKind;
import org.twostream.review.session.Reviewer;
import org.twostream.ui.WindowReviewer;
import org.twostream.ui.page.PageKind;
import org.twostream.ui.page.ShownPage;

/** A map on a real display, and the hand of a person before it. */
public final class ShownMap {

	/** The product's kind of window, of which this keeps hold. */
	private static final class Kind implements ReviewWindowKind {

		private final MapKind kind = new MapKind();
		private final CompletableFuture<MapWindow> window =
			new CompletableFuture<>();

		@Override
		public String name() {
			return kind.name();
		}

		@Override
		public String title() {
			return kind.title();
		}

		@Override
		public ReviewWindow open(final ReviewDesk desk) {
			final ReviewWindow opened = kind.open(desk);
			window.complete((MapWindow) opened);
			return opened;
		}
	}

	private final Kind kind = new Kind();
	private final CompletableFuture<Void> review = new CompletableFuture<>();
	private final Robot robot;

	private ShownMap() throws Exception {
		robot = new Robot();
	}

	/** Shows a map while a review goes on on a thread of its own. */
	public static ShownMap open(final ShownPage.Start start) throws Exception {
		final ShownMap shown = new ShownMap();
		final Reviewer reviewer = WindowReviewer.among(List.of(shown.kind,
			new PageKind())).apply("map");
		new Thread(() -> {
			try {
				start.review(reviewer);
				shown.review.complete(null);
			}
			catch (final RuntimeException e) {
				shown.kind.window.completeExceptionally(e);
				shown.review.completeExceptionally(e);
			}
		}, "review").start();
		shown.kind.window.get(60, TimeUnit.SECONDS);
		ShownPage.await(() -> shown.map().view().isPresent() && shown.frame()
			.isFocused());
		return shown;
	}

	public ReviewMap map() {
		return kind.window.join().map();
	}

	public JFrame frame() {
		return kind.window.join().frame();
	}

	/** Waits until the review has ended. */
	public void awaitEnd() throws Exception {
		review.get(60, TimeUnit.SECONDS);
	}

	/** Where the point of a row is on the screen. */
	private Point at(final int row) throws Exception {
		return ShownPage.onEventThread(() -> {
			final double[] place = map().place(row).orElseThrow();
			final Point pane = kind.window.join().pane().getLocationOnScreen();
			return new Point(pane.x + (int) place[0], pane.y + (int) place[1]);
		});
	}

	/** What the screen shows so many pixels from the point of a row. */
	public Color colour(final int row, final int right) throws Exception {
		robot.waitForIdle();
		final Point p = at(row);
		return robot.getPixelColor(p.x + right, p.y);
	}

	public void moveTo(final int row) throws Exception {
		final Point p = at(row);
		robot.mouseMove(p.x, p.y);
		robot.waitForIdle();
	}

	public void click(final int row) throws Exception {
		moveTo(row);
		robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
		robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
		robot.waitForIdle();
	}

	/** Draws a line with the mouse around two rows as corners of a box. */
	public void lasso(final int from, final int to, final int margin)
		throws Exception
	{
		final Point a = at(from);
		final Point b = at(to);
		final int[][] corners = { { a.x - margin, a.y - margin }, { b.x + margin,
			a.y - margin }, { b.x + margin, b.y + margin }, { a.x - margin, b.y +
				margin } };
		robot.mouseMove(corners[0][0], corners[0][1]);
		robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
		for (final int[] corner : corners) {
			robot.mouseMove(corner[0], corner[1]);
			robot.waitForIdle();
		}
		robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
		robot.waitForIdle();
	}

	/** Presses the mouse and leaves a line open, for a picture. */
	public void hold(final List<Point> line) throws Exception {
		final Point pane = ShownPage.onEventThread(() -> kind.window.join().pane()
			.getLocationOnScreen());
		robot.mouseMove(pane.x + line.get(0).x, pane.y + line.get(0).y);
		robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
		for (final Point p : line) {
			robot.mouseMove(pane.x + p.x, pane.y + p.y);
			robot.waitForIdle();
		}
	}

	/** Lets go. */
	public void release() {
		robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
		robot.waitForIdle();
	}

	public void wheel(final int row, final int notches) throws Exception {
		moveTo(row);
		robot.mouseWheel(notches);
		robot.waitForIdle();
	}

	/** Presses a key of {@link java.awt.event.KeyEvent}. */
	public void key(final int key) {
		robot.keyPress(key);
		robot.keyRelease(key);
		robot.waitForIdle();
	}

	/** What the screen shows of the window. */
	public BufferedImage picture() throws Exception {
		robot.waitForIdle();
		robot.delay(400);
		final Rectangle window = ShownPage.onEventThread(() -> new Rectangle(frame()
			.getLocationOnScreen(), frame().getSize()));
		return robot.createScreenCapture(window);
	}
}
