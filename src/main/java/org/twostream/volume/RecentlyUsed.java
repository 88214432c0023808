
package org.twostream.volume;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was loaded last, such as decoded chunks, up to a number of bytes; the
 * least lately used is forgotten first, but for one. Threads that want the same
 * at once load it once. Thread-safe.
 *
 * @param <K> what is asked for; a value
 * @param <V> what is loaded; not to be changed
 */
public final class RecentlyUsed<K, V> {

	private static final long FEW_BYTES = 64L << 20;
	private static final int FEW = 4;

	private final long capacity;
	private final Map<K, Entry<V>> kept = new LinkedHashMap<>(64, 0.75f, true);
	private long held;

	/** Loaded under its own lock. */
	private static final class Entry<V> {

		private final long bytes;
		private V value;

		Entry(final long bytes) {
			this.bytes = bytes;
		}
	}

	/**
	 * Loads what is not there.
	 *
	 * @param <V> what is loaded
	 * @param <E> what is thrown when that fails
	 */
	@FunctionalInterface
	public interface Loader<V, E extends Exception> {

		V load() throws E;
	}

	/** @param capacity bytes held at most */
	public RecentlyUsed(final long capacity) {
		this.capacity = capacity;
	}

	/**
	 * For blocks of a file that is slow to decode: 64 MiB, or four blocks where
	 * that is more.
	 *
	 * @param largest bytes of the largest block
	 */
	public static <K, V> RecentlyUsed<K, V> few(final long largest) {
		return new RecentlyUsed<>(Math.max(FEW_BYTES, FEW * largest));
	}

	/**
	 * What is wanted, from memory or loaded now.
	 *
	 * @param bytes that it takes
	 * @throws E if the loader fails; the next call tries again
	 */
	public <E extends Exception> V get(final K key, final long bytes,
		final Loader<? extends V, E> loader) throws E
	{
		final Entry<V> entry = entry(key, bytes);
		synchronized (entry) {
			if (entry.value == null) entry.value = loader.load();
			return entry.value;
		}
	}

	private Entry<V> entry(final K key, final long bytes) {
		synchronized (kept) {
			final Entry<V> known = kept.get(key);
			if (known != null) return known;
			final Entry<V> entry = new Entry<>(bytes);
			kept.put(key, entry);
			held += bytes;
			final Iterator<Entry<V>> oldest = kept.values().iterator();
			while (held > capacity && kept.size() > 1) {
				held -= oldest.next().bytes;
				oldest.remove();
			}
			return entry;
		}
	}

	/** Forgets all. */
	public void clear() {
		synchronized (kept) {
			kept.clear();
			held = 0;
		}
	}
}
