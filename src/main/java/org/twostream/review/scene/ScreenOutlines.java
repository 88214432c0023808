
package org.twostream.review.scene;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import org.twostream.review.session.MissedMark;

/**
 * Outlines of the ROIs and the missed objects in the plane on a screen, found
 * on a thread of their own, and again when more of the labels has been read.
 * What is asked for while the thread is busy replaces what was waiting.
 * Thread-safe.
 */
public final class ScreenOutlines implements AutoCloseable {

	/** Points that are looked up in a view, at most. */
	private static final double MOST_POINTS = 1 << 20;
	/** Voxels of a plane, at most: beyond, objects are too small to outline. */
	private static final double MOST_VOXELS = 4 << 20;
	private static final long END_S = 5;

	/**
	 * What was found.
	 *
	 * @param outlines in pixels of the view; none where it shows too much
	 * @param complete whether all labels in sight were there
	 */
	public record Found(ScreenView view, List<Outline> outlines,
			boolean complete) {
	}

	private final SceneBlocks blocks;
	private final AskewPlane plane;
	private final int firstMark;
	private final Supplier<List<MissedMark>> marks;
	private final Runnable changed;
	private final ThreadPoolExecutor executor = new ThreadPoolExecutor(1, 1, 0,
		TimeUnit.SECONDS, new LinkedBlockingQueue<>(), r -> {
			final Thread thread = new Thread(r, "TwoStream outlines");
			thread.setDaemon(true);
			return thread;
		}, new ThreadPoolExecutor.DiscardPolicy());
	private final AtomicBoolean waiting = new AtomicBoolean();
	private volatile ScreenView newest = new ScreenView(new Pose(new Point(0, 0,
		0), Turn.aboutZ(0), 1), 0, 0);
	private volatile Found found = new Found(newest, List.of(), false);

	/**
	 * @param firstMark number of ROIs: outlines of this row and above are those
	 *          of missed objects, in their order
	 * @param marks missed objects as they are now
	 * @param changed told on the thread when outlines were found
	 */
	public ScreenOutlines(final SceneBlocks blocks, final int firstMark,
		final Supplier<List<MissedMark>> marks, final Runnable changed)
	{
		this.blocks = blocks;
		this.firstMark = firstMark;
		this.marks = marks;
		this.changed = changed;
		plane = blocks.askew();
	}

	/** Outlines from this row on are missed objects, not rows of the table. */
	public int firstMark() {
		return firstMark;
	}

	/** What was found last. */
	public Found found() {
		return found;
	}

	/** Whether a view shows so little that objects are outlined. */
	public boolean isNear(final ScreenView view) {
		final double pixel = view.pose().nmPerPixel();
		return view.width() * pixel * view.height() * pixel <= MOST_VOXELS * blocks
			.grid().edge(0) * blocks.grid().edge(1);
	}

	/** Looks at a view, and at no older one any more. */
	public void want(final ScreenView view) {
		newest = view;
		again();
	}

	private void again() {
		if (!waiting.getAndSet(true)) executor.execute(this::find);
	}

	private void find() {
		waiting.set(false);
		final ScreenView view = newest;
		found = isNear(view) && view.width() > 0 ? find(view) : new Found(view, List
			.of(), true);
		changed.run();
	}

	private Found find(final ScreenView view) {
		final AskewPlane.Raster raster = AskewPlane.Raster.of(view.width(), view
			.height(), Math.ceil(Math.sqrt((double) view.width() * view.height() /
				MOST_POINTS)));
		final double[] affine = view.pose().affine(view.width(), view.height());
		final SceneBlocks.Missing missing = new SceneBlocks.Missing();
		final int[] rows = plane.rows(affine, raster, missing);
		MarksInPlane.paint(rows, affine, raster, blocks.grid().voxel(), marks.get(),
			firstMark);
		final boolean complete = missing.isEmpty();
		blocks.want(this, missing, this::again);
		return new Found(view, Outlines.onScreen(rows, raster), complete);
	}

	/** Waits some seconds for what is being looked up; no more is. */
	@Override
	public void close() {
		executor.shutdownNow();
		try {
			executor.awaitTermination(END_S, TimeUnit.SECONDS);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
