
package org.twostream.review.session;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Since when items are on the screen. Thread-safe. */
public final class ShownItems {

	private final Map<Integer, Long> since = new ConcurrentHashMap<>();

	ShownItems() {}

	/** These can be seen from now on. */
	public void add(final Collection<Integer> items) {
		final long now = System.nanoTime();
		for (final int item : items)
			since.putIfAbsent(item, now);
	}

	/** These can no longer be seen. */
	public void remove(final Collection<Integer> items) {
		since.keySet().removeAll(items);
	}

	/** Milliseconds that an item has been seen, -1 if it is not. */
	long millis(final int item, final long now) {
		final Long start = since.get(item);
		return start == null ? -1 : Math.max(0, now - start) / 1_000_000;
	}
}
