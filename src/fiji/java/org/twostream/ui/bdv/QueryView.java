
package org.twostream.ui.bdv;

import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

import javax.swing.SwingUtilities;

import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;
import org.twostream.review.scene.BestView;
import org.twostream.review.scene.Flight;
import org.twostream.review.scene.Point;
import org.twostream.review.scene.Pose;
import org.twostream.review.scene.SceneBlocks;
import org.twostream.review.scene.ScreenView;
import org.twostream.review.session.ReviewScene;
import org.twostream.roi.RoiTable;

import bdv.viewer.ViewerPanel;

/**
 * Flies to objects, and says what is at a pixel. Reads on a thread of its own;
 * used on the event thread.
 */
final class QueryView implements AutoCloseable {

	private final ViewerPanel viewer;
	private final ReviewScene scene;
	private final RoiTable table;
	private final SceneBlocks blocks;
	private final Consumer<String> failed;
	private final ExecutorService reads = Reading.thread("places");
	/** Where the last flight goes; those before it that wait are dropped. */
	private int target = -1;

	/** @param failed hears why something could not be read, on any thread */
	QueryView(final ViewerPanel viewer, final ReviewScene scene,
		final RoiTable table, final SceneBlocks blocks,
		final Consumer<String> failed)
	{
		this.viewer = viewer;
		this.scene = scene;
		this.table = table;
		this.blocks = blocks;
		this.failed = failed;
	}

	/** What is on the screen. */
	ScreenView view() {
		return new ScreenView(Pose.of(viewer.state().getViewerTransform()
			.getRowPackedCopy(), width(), height()), width(), height());
	}

	private int width() {
		return viewer.getDisplay().getWidth();
	}

	private int height() {
		return viewer.getDisplay().getHeight();
	}

	/** Shows an object at once, then best. */
	void start(final int row) {
		viewer.state().setViewerTransform(QueryFlight.transform(BestView.roughly(
			table.get(row), table.voxelSize(), scene.patchNm()).pose(width(),
				height()), width(), height()));
		fly(row);
	}

	/** Flies once the best view is found, if nothing else was asked since. */
	void fly(final int row) {
		target = row;
		read(() -> {
			final BestView best = BestView.of(scene, table, row);
			SwingUtilities.invokeLater(() -> {
				if (target == row) fly(best);
			});
		});
	}

	private void fly(final BestView best) {
		viewer.setTransformAnimator(new QueryFlight(new Flight(view().pose(), best
			.pose(width(), height()), Math.min(width(), height())), width(),
			height()));
	}

	/** What is done with a voxel. */
	@FunctionalInterface
	interface AtVoxel {

		void at(long x, long y, long z);
	}

	/** Does something with the voxel at a pixel. */
	void voxel(final int x, final int y, final AtVoxel action) {
		final Point place = view().at(x, y);
		final VoxelSize voxel = table.voxelSize();
		action.at(Math.round(place.x() / voxel.x()), Math.round(place.y() / voxel
			.y()), Math.round(place.z() / voxel.z()));
	}

	/** Does something with the ROI at a pixel, if there is one. */
	void roi(final int x, final int y, final IntConsumer action) {
		voxel(x, y, (vx, vy, vz) -> read(() -> blocks.locator().at(vx, vy, vz)
			.ifPresent(action)));
	}

	private void read(final Runnable action) {
		reads.execute(() -> {
			try {
				action.run();
			}
			catch (final UserError e) {
				failed.accept(e.getMessage());
			}
		});
	}

	/** Returns when nothing is read any more. */
	@Override
	public void close() {
		target = -1;
		Reading.end(reads);
	}
}
