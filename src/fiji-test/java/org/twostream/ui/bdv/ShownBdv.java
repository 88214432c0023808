
package org.twostream.ui.bdv;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import javax.swing.SwingUtilities;

import org.twostream.review.scene.BestView;
import org.twostream.review.scene.Pose;
import org.twostream.review.scene.ScreenOutlines;
import org.twostream.review.scene.ScreenView;
import org.twostream.review.session.ReviewDesk;
import org.twostream.review.session.ReviewSession;
import org.twostream.review.session.ReviewWindow;
import org.twostream.review.session.ReviewWindowKind;
import org.twostream.review.session.Reviewer;
import org.twostream.ui.WindowReviewer;
import org.twostream.ui.page.PageKind;
import org.twostream.ui.planes.PlanesKind;

import bdv.viewer.ViewerPanel;

/** A BigDataViewer window on a real display, with a hand that uses it. */
final class ShownBdv {

	private static final int SECONDS = 60;

	/** The product's kind of window, of which this keeps hold. */
	private static final class Kind implements ReviewWindowKind {

		private final BdvKind kind = new BdvKind();
		private final CompletableFuture<BdvWindow> window =
			new CompletableFuture<>();
		private volatile ReviewDesk desk;

		@Override
		public String name() {
			return kind.name();
		}

		@Override
		public String title() {
			return kind.title();
		}

		@Override
		public ReviewWindow open(final ReviewDesk on) {
			desk = on;
			final ReviewWindow opened = kind.open(on);
			window.complete((BdvWindow) opened);
			return opened;
		}
	}

	private final Kind kind = new Kind();
	private final CompletableFuture<Void> review = new CompletableFuture<>();
	private final Robot robot;

	private ShownBdv() throws Exception {
		robot = new Robot();
	}

	/** Opens the window while a review goes on on a thread of its own. */
	static ShownBdv open(final Consumer<Reviewer> start) throws Exception {
		final ShownBdv shown = new ShownBdv();
		final Reviewer reviewer = WindowReviewer.among(List.of(shown.kind,
			new PageKind(), new PlanesKind())).apply(BdvKind.NAME);
		new Thread(() -> {
			try {
				start.accept(reviewer);
				shown.review.complete(null);
			}
			catch (final RuntimeException e) {
				shown.kind.window.completeExceptionally(e);
				shown.review.completeExceptionally(e);
			}
		}, "review").start();
		shown.kind.window.get(SECONDS, TimeUnit.SECONDS);
		shown.awaitCurrent();
		shown.focus();
		return shown;
	}

	/** Gives the view the keys, by a click where there is no ROI. */
	private void focus() throws Exception {
		await("the keys", () -> {
			if (viewer().getDisplay().isFocusOwner() || viewer().isFocusOwner())
				return true;
			viewer().getDisplay().requestFocus();
			return false;
		});
	}

	BdvWindow window() {
		return kind.window.join();
	}

	ReviewDesk desk() {
		return kind.desk;
	}

	ReviewSession session() {
		return kind.desk.session();
	}

	ViewerPanel viewer() {
		return window().handle().getViewerPanel();
	}

	Robot robot() {
		return robot;
	}

	/** Row of the current query. */
	int row() {
		return session().items().get(session().current()).row();
	}

	/** What the view shows. */
	Pose pose() {
		return view().pose();
	}

	private ScreenView view() {
		final int width = viewer().getDisplay().getWidth();
		final int height = viewer().getDisplay().getHeight();
		return new ScreenView(Pose.of(viewer().state().getViewerTransform()
			.getRowPackedCopy(), width, height), width, height);
	}

	/** Waits until the best view of the query is reached and outlined. */
	void awaitCurrent() throws Exception {
		final BestView best = BestView.of(session().scene(), session().context()
			.table(), row());
		await("the best view", () -> near(best.pose(viewer().getDisplay()
			.getWidth(), viewer().getDisplay().getHeight()), pose()));
		awaitOutline();
	}

	private static boolean near(final Pose a, final Pose b) {
		return a.centre().minus(b.centre()).length() < 0.01 && Math.abs(a
			.nmPerPixel() / b.nmPerPixel() - 1) < 1e-6 && a.turn().degreesTo(b
				.turn()) < 0.01;
	}

	/** Waits until nothing moves and the query is outlined. */
	void awaitOutline() throws Exception {
		await("the outline", () -> outlineAtRest(row()).isPresent());
	}

	/** An outline on the screen if nothing moves and all is read. */
	Optional<Path2D> outlineAtRest(final int row) {
		return Optional.ofNullable(outlinesAtRest().get(row));
	}

	/** All of them, by row. */
	Map<Integer, Path2D> outlinesAtRest() {
		final ScreenOutlines.Found found = window().outlines().found();
		return found.complete() && found.view().equals(view()) ? OutlinePaths.of(
			found).byRow() : Map.of();
	}

	/** A pixel of the display inside an outline, once nothing moves. */
	Point inside(final int row) throws Exception {
		final AtomicReference<Path2D> outline = new AtomicReference<>();
		await("the outline of row " + row, () -> {
			outline.set(outlineAtRest(row).orElse(null));
			return outline.get() != null;
		});
		final Path2D path = outline.get();
		final int w = viewer().getDisplay().getWidth();
		final int h = viewer().getDisplay().getHeight();
		Point best = new Point(-1, -1);
		final Rectangle in = path.getBounds().intersection(new Rectangle(3, 3, w -
			6, h - 6));
		for (int y = in.y; y < in.y + in.height; y += 2)
			for (int x = in.x; x < in.x + in.width; x += 2)
				if (path.contains(x - 2, y - 2, 4, 4) && best.distance(w / 2.0, h /
					2.0) > Point.distance(x, y, w / 2.0, h / 2.0)) best = new Point(x, y);
		if (best.x < 0) throw new AssertionError("ROI of row " + row +
			" has no inside");
		return best;
	}

	/** Moves the mouse over a pixel of the display. */
	void move(final Point p) throws Exception {
		final Point at = onEventThread(() -> viewer().getDisplay()
			.getLocationOnScreen());
		robot.mouseMove(at.x + p.x, at.y + p.y);
		robot.waitForIdle();
	}

	void click(final Point p, final int button) throws Exception {
		move(p);
		robot.mousePress(button);
		robot.mouseRelease(button);
		robot.waitForIdle();
	}

	void click(final Point p) throws Exception {
		click(p, InputEvent.BUTTON1_DOWN_MASK);
	}

	/** Presses a key of {@link KeyEvent}, with others held. */
	void key(final int key, final int... held) {
		for (final int h : held)
			robot.keyPress(h);
		robot.keyPress(key);
		robot.keyRelease(key);
		for (final int h : held)
			robot.keyRelease(h);
		robot.waitForIdle();
	}

	BufferedImage picture() throws Exception {
		robot.waitForIdle();
		final Rectangle bounds = onEventThread(() -> {
			final var frame = SwingUtilities.getWindowAncestor(viewer());
			return new Rectangle(frame.getLocationOnScreen(), frame.getSize());
		});
		return robot.createScreenCapture(bounds);
	}

	void awaitEnd() throws Exception {
		review.get(SECONDS, TimeUnit.SECONDS);
	}

	/** Waits until something is so, as seen on the event thread. */
	static void await(final String what, final Callable<Boolean> condition)
		throws Exception
	{
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
		while (!onEventThread(condition)) {
			if (System.nanoTime() > end) throw new TimeoutException(what +
				" did not come in " + SECONDS + " s");
			Thread.sleep(3);
		}
	}

	static <T> T onEventThread(final Callable<T> call) throws Exception {
		final CompletableFuture<T> result = new CompletableFuture<>();
		SwingUtilities.invokeLater(() -> {
			try {
				result.complete(call.call());
			}
			catch (final Exception | AssertionError e) {
				result.completeExceptionally(e);
			}
		});
		try {
			return result.get();
		}
		catch (final ExecutionException e) {
			throw new IllegalStateException(e.getCause());
		}
	}
}
