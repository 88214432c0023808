
package org.twostream.ui.page;

import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.twostream.core.Answer;
import org.twostream.review.page.PageLayout;
import org.twostream.review.page.ReviewPage;

/**
 * The pictures of the tiles of a page, and on another thread those of its
 * neighbours. On the event thread.
 */
final class TileImages implements AutoCloseable {

	private record Drawn(byte[] patch, Optional<Answer> answer, boolean masks,
			TileArt art, BufferedImage image) {

		boolean is(final byte[] p, final Optional<Answer> a, final boolean m,
			final TileArt by)
		{
			return patch == p && answer.equals(a) && masks == m && art == by;
		}
	}

	private final ReviewPage page;
	private final Map<Integer, Drawn> drawn = new ConcurrentHashMap<>();
	private final ExecutorService executor = Executors.newSingleThreadExecutor(
		r -> {
			final Thread thread = new Thread(r, "TwoStream tiles");
			thread.setDaemon(true);
			return thread;
		});
	private volatile TileArt art = new TileArt(PageLayout.FRAME, 1);
	private volatile List<Integer> ahead = List.of();

	TileImages(final ReviewPage page) {
		this.page = page;
	}

	/** The pixels of a square and between the two. */
	void size(final int side, final int divider) {
		if (side == art.side() && divider == art.divider()) return;
		art = new TileArt(side, divider);
		drawn.clear();
		prepare(ahead);
	}

	/** The picture of an item. */
	BufferedImage of(final int item, final byte[] patch,
		final Optional<Answer> answer)
	{
		return draw(item, patch, answer, page.masks(), art);
	}

	private BufferedImage draw(final int item, final byte[] patch,
		final Optional<Answer> answer, final boolean masks, final TileArt by)
	{
		final Drawn before = drawn.get(item);
		if (before != null && before.is(patch, answer, masks, by)) return before
			.image();
		final BufferedImage image = by.render(patch, answer, masks);
		drawn.put(item, new Drawn(patch, answer, masks, by, image));
		return image;
	}

	/** Draws what may be on the page next, without waiting. */
	void prepare(final List<Integer> items) {
		ahead = items;
		if (executor.isShutdown()) return;
		final TileArt by = art;
		final boolean masks = page.masks();
		executor.execute(() -> {
			for (final int item : items)
				if (ahead == items && art == by) page.patch(item).ifPresent(
					patch -> draw(item, patch, page.answer(item), masks, by));
		});
	}

	/** Forgets what is neither on the page nor near it. */
	void turned() {
		final Set<Integer> kept = new HashSet<>(page.items());
		kept.addAll(ahead);
		drawn.keySet().retainAll(kept);
	}

	@Override
	public void close() {
		executor.shutdownNow();
		drawn.clear();
	}
}
