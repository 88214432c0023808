
package org.twostream.ui.bdv;

import java.awt.geom.Path2D;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;

import net.imglib2.realtransform.AffineTransform3D;

import org.twostream.review.scene.AskewPlane;
import org.twostream.review.scene.MarksInPlane;
import org.twostream.review.scene.Outline;
import org.twostream.review.scene.Outlines;
import org.twostream.review.scene.SceneBlocks;
import org.twostream.review.scene.VoxelGrid;
import org.twostream.review.session.ReviewSession;

/**
 * Outlines of the ROIs in the plane on the screen, found on a thread of their
 * own. What is asked for while the thread is busy replaces what was waiting.
 */
final class PlaneOutlines implements AutoCloseable {

	/** Points that are looked up in a picture, at most. */
	private static final double MOST_POINTS = 1 << 20;
	/** Voxels of a plane, at most: beyond, objects are too small to outline. */
	private static final double MOST_VOXELS = 4 << 20;

	/**
	 * A view.
	 *
	 * @param nmToScreen from nm to pixels of the window
	 */
	record View(AffineTransform3D nmToScreen, int width, int height) {
	}

	/**
	 * What was found.
	 *
	 * @param byRow outlines in pixels of the view's window; none where the view
	 *          shows too much
	 */
	record Found(View view, Map<Integer, Path2D> byRow) {
	}

	private final ReviewSession session;
	private final SceneBlocks blocks;
	private final AskewPlane plane;
	private final Runnable changed;
	private final ExecutorService executor = Reading.thread("outlines");
	private final AtomicReference<View> wanted = new AtomicReference<>();
	private volatile Found found = new Found(new View(new AffineTransform3D(), 0,
		0), Map.of());
	private volatile View newest = found.view();

	/** @param changed called on the thread when outlines were found */
	PlaneOutlines(final ReviewSession session, final SceneBlocks blocks,
		final Runnable changed)
	{
		this.session = session;
		this.blocks = blocks;
		plane = blocks.askew();
		this.changed = changed;
	}

	/** Outlines from this on are missed objects, not rows of the table. */
	int firstMark() {
		return session.context().table().size();
	}

	Found found() {
		return found;
	}

	/** Whether a view shows so little that objects are outlined. */
	boolean isNear(final View view) {
		final VoxelGrid grid = blocks.grid();
		final double pixel = 1 / scale(view.nmToScreen());
		return view.width() * pixel * view.height() * pixel <= MOST_VOXELS * grid
			.edge(0) * grid.edge(1);
	}

	/** Pixels per nm. */
	static double scale(final AffineTransform3D t) {
		return Math.sqrt(t.get(0, 0) * t.get(0, 0) + t.get(1, 0) * t.get(1, 0) + t
			.get(2, 0) * t.get(2, 0));
	}

	void want(final View view) {
		newest = view;
		if (wanted.getAndSet(view) == null) executor.execute(() -> find(wanted
			.getAndSet(null)));
	}

	private void find(final View view) {
		final Map<Integer, Path2D> paths = new HashMap<>();
		if (isNear(view)) {
			final double pixels = (double) view.width() * view.height();
			final AskewPlane.Raster raster = AskewPlane.Raster.of(view.width(), view
				.height(), Math.ceil(Math.sqrt(pixels / MOST_POINTS)));
			final SceneBlocks.Missing missing = new SceneBlocks.Missing();
			final int[] rows = plane.rows(view.nmToScreen().getRowPackedCopy(),
				raster, missing);
			MarksInPlane.paint(rows, view.nmToScreen().getRowPackedCopy(), raster,
				blocks.grid().voxel(), session.missedMarks(), firstMark());
			for (final Outline o : Outlines.onScreen(rows, raster))
				add(paths.computeIfAbsent(o.row(), r -> new Path2D.Float()), o);
			blocks.want(this, missing, () -> again(view));
		}
		found = new Found(view, paths);
		changed.run();
	}

	/** More of the view can be looked up, if it is still wanted. */
	private void again(final View view) {
		if (newest == view && wanted.compareAndSet(null, view)) executor.execute(
			() -> find(wanted.getAndSet(null)));
	}

	private static void add(final Path2D path, final Outline o) {
		path.moveTo((float) o.right()[0], (float) o.down()[0]);
		for (int i = 1; i < o.right().length; i++)
			path.lineTo((float) o.right()[i], (float) o.down()[i]);
		path.closePath();
	}

	/** Returns when nothing is looked up any more. */
	@Override
	public void close() {
		Reading.end(executor);
	}
}
