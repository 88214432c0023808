
package org.twostream.review.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.twostream.review.session.ReviewSession;

/**
 * Reads the patches of the page that is looked at, and ahead. Says that some
 * came when all of the page are there, and meanwhile not too often. Thread-safe
 * for one caller.
 */
final class PagePatches implements AutoCloseable {

	private static final long CAPACITY = 64L << 20;
	private static final int THREADS = Math.max(2, Math.min(8, Runtime
		.getRuntime().availableProcessors()));
	private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(60);

	private final ReviewSession session;
	private final Runnable arrived;
	private final PatchCache cache;
	/** Rows of the page that are not there yet. */
	private Set<Integer> missing = new java.util.HashSet<>();
	private long told;

	/** @param arrived called on some thread */
	PagePatches(final ReviewSession session, final Runnable arrived) {
		this.session = session;
		this.arrived = arrived;
		cache = new PatchCache(() -> session.scene().patches(), THREADS, CAPACITY,
			this::came);
	}

	private int row(final int item) {
		return session.items().get(item).row();
	}

	Optional<byte[]> get(final int item) {
		return cache.get(row(item));
	}

	Optional<String> failure(final int item) {
		return cache.failure(row(item));
	}

	void want(final Pages pages, final int page, final boolean forward) {
		setMissing(pages.items(page));
		cache.want(PrefetchPlan.items(pages, page, forward).stream().map(this::row)
			.toList());
	}

	private synchronized void setMissing(final List<Integer> items) {
		missing = items.stream().map(this::row).filter(row -> cache.get(row)
			.isEmpty()).collect(Collectors.toSet());
		told = System.nanoTime();
	}

	private void came(final int row) {
		if (isWorthTelling(row)) arrived.run();
	}

	private synchronized boolean isWorthTelling(final int row) {
		if (!missing.remove(row)) return false;
		final long now = System.nanoTime();
		if (!missing.isEmpty() && now - told < PAUSE_NS) return false;
		told = now;
		return true;
	}

	@Override
	public void close() {
		cache.close();
	}
}
