
package org.twostream.review.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

import org.twostream.review.session.PatchReader;
import org.twostream.roi.PatchFrame;

/**
 * Patches that were read, and threads that read those that will be wanted. What
 * was wanted longest ago is forgotten first. Thread-safe; nobody waits here.
 */
public final class PatchCache implements AutoCloseable {

	private static final int PATCH = 2 * PatchFrame.PIXELS;

	private final Supplier<PatchReader> source;
	private final long capacity;
	private final IntConsumer arrived;
	private final int threads;
	private final ExecutorService executor;
	private final Map<Integer, byte[]> patches = new LinkedHashMap<>(256, 0.75f,
		true);
	private final Map<Integer, String> failures = new HashMap<>();
	private final Set<Integer> reading = new HashSet<>();
	private final Deque<Integer> wanted = new ArrayDeque<>();
	private long bytes;
	private int working;
	private boolean closed;

	/**
	 * @param source called on a thread of the cache, each time it reads
	 * @param threads that read at once
	 * @param capacity bytes; the last patch read is always kept
	 * @param arrived told of each row that was read or could not be, on a thread
	 *          of the cache
	 */
	public PatchCache(final Supplier<PatchReader> source, final int threads,
		final long capacity, final IntConsumer arrived)
	{
		this.source = source;
		this.threads = threads;
		this.capacity = capacity;
		this.arrived = arrived;
		executor = Executors.newFixedThreadPool(threads, r -> {
			final Thread thread = new Thread(r, "TwoStream patches");
			thread.setDaemon(true);
			return thread;
		});
	}

	/** A patch as {@link PatchReader} gives it, empty if it is not here yet. */
	public synchronized Optional<byte[]> get(final int row) {
		return Optional.ofNullable(patches.get(row));
	}

	/** Why a patch could not be read, empty if it could or was not tried. */
	public synchronized Optional<String> failure(final int row) {
		return Optional.ofNullable(failures.get(row));
	}

	/** Bytes of the patches held. */
	public synchronized long bytes() {
		return bytes;
	}

	/**
	 * Reads these rows in this order, and what was wanted before no longer; those
	 * that failed are tried again.
	 */
	public synchronized void want(final List<Integer> rows) {
		wanted.clear();
		failures.clear();
		if (closed) return;
		// No more than can be held; the first of them shall be forgotten last.
		for (int i = (int) Math.min(rows.size(), Math.max(1, capacity / PATCH)) -
			1; i >= 0; i--)
			if (patches.get(rows.get(i)) == null && !reading.contains(rows.get(i)))
				wanted.addFirst(rows.get(i));
		for (; working < Math.min(threads, wanted.size()); working++)
			executor.execute(this::work);
	}

	private void work() {
		for (Optional<Integer> next = next(); next.isPresent(); next = next()) {
			final int row = next.get();
			try {
				arrived(row, source.get().read(row));
			}
			catch (final RuntimeException e) {
				failed(row, e);
			}
			arrived.accept(row);
		}
	}

	private synchronized Optional<Integer> next() {
		final Optional<Integer> row = Optional.ofNullable(wanted.pollFirst());
		row.ifPresentOrElse(reading::add, () -> working--);
		return row;
	}

	private synchronized void arrived(final int row, final byte[] patch) {
		reading.remove(row);
		final byte[] before = patches.put(row, patch);
		bytes += patch.length - (before == null ? 0 : before.length);
		final var oldest = patches.values().iterator();
		while (bytes > capacity && patches.size() > 1) {
			bytes -= oldest.next().length;
			oldest.remove();
		}
	}

	private synchronized void failed(final int row, final RuntimeException e) {
		reading.remove(row);
		failures.put(row, String.valueOf(e.getMessage()));
	}

	/** Reads nothing more. */
	@Override
	public synchronized void close() {
		closed = true;
		wanted.clear();
		executor.shutdown();
	}
}
