
package org.twostream.ui.planes;

import java.awt.Robot;
import java.awt.event.InputEvent;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.swing.SwingUtilities;

import org.twostream.core.Answer;
import org.twostream.core.Box;
import org.twostream.review.scene.BestView;
import org.twostream.review.scene.PlaneAxis;
import org.twostream.review.scene.PlaneView;
import org.twostream.review.scene.Point;
import org.twostream.review.scene.VoxelGrid;
import org.twostream.review.session.AnswerCycle;
import org.twostream.review.session.ReviewDesk;
import org.twostream.review.session.ReviewSession;
import org.twostream.review.session.ReviewWindowKind;
import org.twostream.roi.Roi;

/** A window with planes, used with the mouse and the keys of the machine. */
final class ShownPlanes implements ReviewDesk {

	private final ReviewSession session;
	private final Robot robot;
	private final CountDownLatch ended = new CountDownLatch(1);
	private PlanesWindow window;

	private ShownPlanes(final ReviewSession session) throws Exception {
		this.session = session;
		robot = new Robot();
		robot.setAutoDelay(5);
	}

	static ShownPlanes of(final ReviewSession session) throws Exception {
		final ShownPlanes shown = new ShownPlanes(session);
		shown.window = onEventThread(() -> PlanesWindow.open(shown, "planes"));
		await("volumes open", () -> onEventThread(() -> shown.window.control()
			.isPresent()));
		shown.robot.waitForIdle();
		return shown;
	}

	static <T> T onEventThread(final Callable<T> call) throws Exception {
		final FutureTask<T> task = new FutureTask<>(call);
		SwingUtilities.invokeAndWait(task);
		return task.get();
	}

	static void await(final String what, final Callable<Boolean> is)
		throws Exception
	{
		final long end = System.nanoTime() + 60_000_000_000L;
		while (!is.call()) {
			if (System.nanoTime() > end) throw new TimeoutException(what);
			Thread.sleep(2);
		}
	}

	PlanesWindow window() {
		return window;
	}

	PlanesControl control() {
		return window.control().orElseThrow();
	}

	Robot robot() {
		return robot;
	}

	VoxelGrid grid() {
		return new VoxelGrid(session.context().table().voxelSize(), session.scene()
			.raw().info().box());
	}

	void key(final int key, final int... held) {
		for (final int h : held)
			robot.keyPress(h);
		robot.keyPress(key);
		robot.keyRelease(key);
		for (final int h : held)
			robot.keyRelease(h);
		robot.waitForIdle();
	}

	/** Clicks a place that the section shows. */
	void click(final PlaneAxis plane, final Point place) throws Exception {
		final java.awt.Point at = onScreen(plane, place);
		robot.mouseMove(at.x, at.y);
		robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
		robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
		robot.waitForIdle();
	}

	java.awt.Point onScreen(final PlaneAxis plane, final Point place)
		throws Exception
	{
		return onEventThread(() -> {
			final PlaneView view = control().view(plane);
			final double[] m = view.fromVoxels(grid());
			final double u = place.along(plane.right()) / grid().edge(plane.right());
			final double v = place.along(plane.down()) / grid().edge(plane.down());
			final java.awt.Point corner = pane(plane).getLocationOnScreen();
			return new java.awt.Point(corner.x + (int) Math.floor(m[0] * u + m[2] *
				v + m[4]), corner.y + (int) Math.floor(m[1] * u + m[3] * v + m[5]));
		});
	}

	PlanePane pane(final PlaneAxis plane) {
		return (PlanePane) find(window.frame().getContentPane(), plane.name());
	}

	static java.awt.Component find(final java.awt.Container in,
		final String name)
	{
		for (final java.awt.Component c : in.getComponents()) {
			if (name.equals(c.getName())) return c;
			if (c instanceof java.awt.Container inner) {
				final java.awt.Component found = find(inner, name);
				if (found != null) return found;
			}
		}
		return null;
	}

	/** Waits until the planes show an item as it is seen best. */
	void awaitView(final int item) throws Exception {
		final BestView best = BestView.of(session.scene(), session.context()
			.table(), session.items().get(item).row());
		await("view of item " + item, () -> onEventThread(() -> session
			.current() == item && control().viewpoint().centre().minus(best.centre())
				.length() < 1e-6));
	}

	/** A voxel of an ROI in its best slice, the nearest to the middle of it. */
	Point voxelOf(final int row) {
		final Roi roi = session.context().table().get(row);
		final Box b = roi.box();
		final Box section = new Box(b.xMin(), b.yMin(), roi.bestSlice(), b.xMax(), b
			.yMax(), roi.bestSlice() + 1);
		final long[] ids = session.scene().labels().ids(0, section);
		final Point middle = BestView.of(session.scene(), session.context().table(),
			row).centre();
		Point best = new Point(-1e9, -1e9, -1e9);
		for (int i = 0; i < ids.length; i++) {
			final long id = session.scene().polarity() ? (ids[i] + 1) / 2 : ids[i];
			final Point p = grid().nm(b.xMin() + i % b.xSize(), b.yMin() + i / b
				.xSize(), roi.bestSlice());
			if (id == roi.id() && p.minus(middle).length() < best.minus(middle)
				.length()) best = p;
		}
		return best;
	}

	/**
	 * Clicks the current item until it has an answer.
	 *
	 * @return clicks
	 */
	int clickUntil(final int item, final Answer wanted) throws Exception {
		awaitView(item);
		int clicks = 0;
		while (!session.answer(item).equals(java.util.Optional.of(wanted))) {
			final Answer next = AnswerCycle.next(session.answer(item));
			click(PlaneAxis.XY, voxelOf(session.items().get(item).row()));
			await("answer " + next + " to item " + item, () -> session.answer(item)
				.equals(java.util.Optional.of(next)));
			clicks++;
		}
		return clicks;
	}

	boolean awaitEnd() throws InterruptedException {
		return ended.await(60, TimeUnit.SECONDS);
	}

	@Override
	public ReviewSession session() {
		return session;
	}

	@Override
	public List<ReviewWindowKind> kinds() {
		return List.of(new PlanesKind());
	}

	@Override
	public void open(final String kind) {
		throw new IllegalStateException(kind);
	}

	@Override
	public void closed(final String kind) {
		ended.countDown();
	}

	@Override
	public void done() {
		window.close();
		ended.countDown();
	}
}
