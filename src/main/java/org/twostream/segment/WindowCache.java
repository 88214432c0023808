
package org.twostream.segment;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Predicted windows that later blocks will want again: windows on the border of
 * two blocks are computed once instead of twice, which with half-overlapping
 * windows saves a fifth to a half of all work. When memory is short those
 * wanted last are forgotten and computed again; the result is the same.
 */
final class WindowCache {

	private record Entry(long key, float[] probabilities, int nextBlock) {
	}

	private final long capacity;
	private final Map<Long, Entry> entries = new HashMap<>();
	private final TreeSet<Entry> byNextBlock = new TreeSet<>(Comparator
		.comparingInt(Entry::nextBlock).thenComparingLong(Entry::key));
	private long floats;

	/**
	 * @param capacity most floats kept
	 */
	WindowCache(final long capacity) {
		this.capacity = capacity;
	}

	/** Hands a window out; it is no longer kept unless put back. */
	Optional<float[]> take(final long key) {
		final Entry entry = entries.remove(key);
		if (entry == null) return Optional.empty();
		byNextBlock.remove(entry);
		floats -= entry.probabilities.length;
		return Optional.of(entry.probabilities);
	}

	boolean holds(final long key) {
		return entries.containsKey(key);
	}

	/**
	 * @param nextBlock the block that wants it next
	 */
	void keep(final long key, final float[] probabilities, final int nextBlock) {
		final Entry entry = new Entry(key, probabilities, nextBlock);
		entries.put(key, entry);
		byNextBlock.add(entry);
		floats += probabilities.length;
		while (floats > capacity)
			take(byNextBlock.last().key);
	}
}
