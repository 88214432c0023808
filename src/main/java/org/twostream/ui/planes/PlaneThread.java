
package org.twostream.ui.planes;

import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.twostream.review.scene.PlaneAxis;
import org.twostream.review.scene.PlaneView;
import org.twostream.review.scene.SceneBlocks;

/**
 * Paints the newest of what is asked for, and again when more of it has been
 * read, on a thread of its own.
 */
final class PlaneThread implements AutoCloseable {

	/** Blocks arrive faster than it is worth painting. */
	private static final long REST_MS = 70;

	/**
	 * What is to be painted.
	 *
	 * @param views of the planes that can be seen
	 * @param ahead views that may come next
	 * @param current row that is marked, -1 for none
	 */
	record Scene(List<PlaneView> views, List<PlaneView> ahead,
			PlaneSettings settings, int current) {
	}

	/**
	 * @param complete whether nothing was missing
	 */
	record Painted(Scene scene, Map<PlaneAxis, BufferedImage> pictures,
			boolean complete) {
	}

	private final SceneBlocks blocks;
	private final PlanePainter painter;
	private final Consumer<Painted> painted;
	private final Consumer<String> failed;
	private Optional<Scene> wanted = Optional.empty();
	private boolean again;
	private boolean fresh;
	private boolean closed;

	/**
	 * @param painted told on this thread
	 * @param failed told a sentence, on this thread
	 */
	PlaneThread(final SceneBlocks blocks, final PlanePainter painter,
		final Consumer<Painted> painted, final Consumer<String> failed)
	{
		this.blocks = blocks;
		this.painter = painter;
		this.painted = painted;
		this.failed = failed;
		final Thread thread = new Thread(this::run, "TwoStream planes");
		thread.setDaemon(true);
		thread.start();
	}

	/** Paints this, and nothing older any more. */
	synchronized void paint(final Scene scene) {
		wanted = Optional.of(scene);
		again = true;
		fresh = true;
		notifyAll();
	}

	private synchronized void arrived() {
		again = true;
		notifyAll();
	}

	private void run() {
		try {
			for (Optional<Scene> scene = next(); scene.isPresent(); scene = next())
				paintNow(scene.get());
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** Waits for something to do; empty at the end. */
	private synchronized Optional<Scene> next() throws InterruptedException {
		while (!closed && (!again || wanted.isEmpty()))
			wait();
		if (!fresh && !closed) wait(REST_MS);
		again = false;
		fresh = false;
		return closed ? Optional.empty() : wanted;
	}

	private void paintNow(final Scene scene) {
		try {
			final SceneBlocks.Missing missing = new SceneBlocks.Missing();
			final Map<PlaneAxis, BufferedImage> pictures = new EnumMap<>(
				PlaneAxis.class);
			for (final PlaneView view : scene.views())
				if (view.width() > 0 && view.height() > 0) pictures.put(view.axis(),
					painter.paint(view, scene.settings(), scene.current(), missing));
			final boolean complete = missing.isEmpty();
			for (final PlaneView view : scene.ahead())
				blocks.ahead(view, missing);
			blocks.want(this, missing, this::arrived);
			painted.accept(new Painted(scene, pictures, complete));
		}
		catch (final RuntimeException e) {
			failed.accept(String.valueOf(e.getMessage()));
		}
	}

	@Override
	public synchronized void close() {
		closed = true;
		notifyAll();
	}
}
