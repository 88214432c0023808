
package org.twostream.review.scene;

import java.util.ArrayDeque;
import java.util.Collection;
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
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Blocks that were read, up to a number of bytes, and threads that read those
 * that are wanted. What was used longest ago is forgotten first. Thread-safe;
 * only {@link #read} waits.
 */
final class BlockCache implements AutoCloseable {

	/** Which block of which layer, in blocks. */
	record Key(BlockLayer layer, long x, long y, long z) {

		VoxelBlock load() {
			return layer.read(layer.box(x, y, z));
		}
	}

	private final long capacity;
	private final int threads;
	private final Consumer<String> failed;
	private final ExecutorService executor;
	private final Map<Key, VoxelBlock> blocks = new LinkedHashMap<>(256, 0.75f,
		true);
	private final Set<Key> broken = new HashSet<>();
	private final Set<Key> reading = new HashSet<>();
	private final Map<Object, Deque<Key>> wanted = new LinkedHashMap<>();
	private final Map<Object, Runnable> clients = new HashMap<>();
	private long bytes;
	private int working;
	private boolean closed;

	/**
	 * @param capacity bytes; the last block read is always kept
	 * @param threads that read at once
	 * @param failed told why a block could not be read, once per block
	 */
	BlockCache(final long capacity, final int threads,
		final Consumer<String> failed)
	{
		this.capacity = capacity;
		this.threads = threads;
		this.failed = failed;
		executor = Executors.newFixedThreadPool(threads, r -> {
			final Thread thread = new Thread(r, "TwoStream blocks");
			thread.setDaemon(true);
			return thread;
		});
	}

	long capacity() {
		return capacity;
	}

	/** Bytes of the blocks held. */
	synchronized long bytes() {
		return bytes;
	}

	/** A block, if it is here. */
	synchronized Optional<VoxelBlock> get(final Key key) {
		return Optional.ofNullable(blocks.get(key));
	}

	/** Whether a block is here. */
	synchronized boolean has(final Key key) {
		return blocks.containsKey(key);
	}

	/**
	 * A block, read now if it is not here; clients are told then.
	 *
	 * @throws org.twostream.core.UserError if it cannot be read
	 */
	VoxelBlock read(final Key key) {
		final Optional<VoxelBlock> here = get(key);
		if (here.isPresent()) return here.get();
		final VoxelBlock block = key.load();
		put(key, block);
		clients().forEach(Runnable::run);
		return block;
	}

	/**
	 * Reads these blocks in this order, and what the same client wanted before no
	 * longer.
	 *
	 * @param client clients take turns
	 * @param keys of blocks that were not here when the client looked
	 * @param arrived told after each block, on the thread that read it, and at
	 *          once if one has come since the client looked
	 */
	void want(final Object client, final Collection<Key> keys,
		final Runnable arrived)
	{
		if (queue(client, keys, arrived)) arrived.run();
	}

	/** @return whether one of the blocks is here */
	private synchronized boolean queue(final Object client,
		final Collection<Key> keys, final Runnable arrived)
	{
		if (closed) return false;
		final Deque<Key> queue = new ArrayDeque<>();
		for (final Key key : keys)
			if (!blocks.containsKey(key) && !reading.contains(key) && !broken
				.contains(key)) queue.add(key);
		wanted.put(client, queue);
		clients.put(client, arrived);
		final int open = wanted.values().stream().mapToInt(Deque::size).sum();
		for (; working < Math.min(threads, open); working++)
			executor.execute(this::work);
		return keys.stream().anyMatch(blocks::containsKey);
	}

	private record Task(Key key, Object client) {
	}

	private void work() {
		for (Optional<Task> task = next(); task.isPresent(); task = next()) {
			final Key key = task.get().key();
			try {
				put(key, key.load());
			}
			catch (final RuntimeException e) {
				breaks(key);
				failed.accept(String.valueOf(e.getMessage()));
			}
			done(key);
			clients().forEach(Runnable::run);
		}
	}

	private synchronized Optional<Task> next() {
		for (final Map.Entry<Object, Deque<Key>> e : wanted.entrySet()) {
			Key key = e.getValue().poll();
			while (key != null && (reading.contains(key) || blocks.containsKey(key)))
				key = e.getValue().poll();
			if (key == null) continue;
			// the others first next time
			final Object client = e.getKey();
			final Deque<Key> queue = e.getValue();
			wanted.remove(client);
			wanted.put(client, queue);
			reading.add(key);
			return Optional.of(new Task(key, client));
		}
		working--;
		return Optional.empty();
	}

	private synchronized void done(final Key key) {
		reading.remove(key);
	}

	private synchronized List<Runnable> clients() {
		return List.copyOf(clients.values());
	}

	private synchronized void breaks(final Key key) {
		broken.add(key);
	}

	private synchronized void put(final Key key, final VoxelBlock block) {
		final VoxelBlock before = blocks.put(key, block);
		bytes += block.bytes() - (before == null ? 0 : before.bytes());
		final var oldest = blocks.entrySet().iterator();
		while (bytes > capacity && blocks.size() > 1) {
			bytes -= oldest.next().getValue().bytes();
			oldest.remove();
		}
	}

	/**
	 * Reads nothing more, and waits some seconds until nothing is being read.
	 */
	@Override
	public void close() {
		synchronized (this) {
			closed = true;
			wanted.clear();
			clients.clear();
			executor.shutdown();
		}
		try {
			executor.awaitTermination(5, TimeUnit.SECONDS);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
