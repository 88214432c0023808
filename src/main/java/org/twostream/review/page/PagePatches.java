
package org.twostream.review.page;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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
	private final Consumer<List<Integer>> readAhead;
	private final PatchCache cache;
	/** Rows of the page that are not there yet. */
	private Set<Integer> missing = new HashSet<>();
	/** The same of its neighbours, which are these. */
	private Set<Integer> missingAhead = new HashSet<>();
	private List<Integer> ahead = List.of();
	private long told;

	/**
	 * @param arrived called on some thread
	 * @param readAhead told of the items of the neighbours when all are there, on
	 *          some thread
	 */
	PagePatches(final ReviewSession session, final Runnable arrived,
		final Consumer<List<Integer>> readAhead)
	{
		this.readAhead = readAhead;
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
		final List<Integer> plan = PrefetchPlan.items(pages, page, forward);
		final int here = pages.items(page).size();
		setMissing(plan.subList(0, here), plan.subList(here, Math.min(plan.size(),
			here + 2 * pages.grid().size())));
		cache.want(plan.stream().map(this::row).toList());
	}

	private synchronized void setMissing(final List<Integer> items,
		final List<Integer> neighbours)
	{
		missing = missing(items);
		missingAhead = missing(neighbours);
		ahead = neighbours;
		told = System.nanoTime();
		if (missingAhead.isEmpty()) readAhead.accept(ahead);
	}

	private Set<Integer> missing(final List<Integer> items) {
		return items.stream().map(this::row).filter(row -> cache.get(row).isEmpty())
			.collect(Collectors.toCollection(HashSet::new));
	}

	private void came(final int row) {
		if (isWorthTelling(row)) arrived.run();
		tellAhead(row);
	}

	private synchronized void tellAhead(final int row) {
		if (missingAhead.remove(row) && missingAhead.isEmpty()) readAhead.accept(
			ahead);
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
