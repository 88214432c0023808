
package org.twostream.segment;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.twostream.core.Cancelled;

/**
 * Prepares the next batches on other threads while the network works on one.
 * They come in order, whatever the number of threads. For one caller at a time.
 */
final class Prefetcher implements AutoCloseable {

	private final BatchSource source;
	private final ExecutorService workers;
	private final Deque<Future<Batch>> ahead = new ArrayDeque<>();
	private final int depth;
	private long next;

	/**
	 * @param first index of the first batch
	 * @param threads 1 or more; so many batches, and one more, are held ready
	 */
	Prefetcher(final BatchSource source, final long first, final int threads) {
		this.source = source;
		this.next = first;
		depth = threads + 1;
		workers = Executors.newFixedThreadPool(threads, task -> {
			final Thread thread = new Thread(task, "twostream-windows");
			thread.setDaemon(true);
			return thread;
		});
	}

	/**
	 * Waits for the next batch.
	 *
	 * @throws Cancelled if the calling thread was interrupted
	 */
	Batch next() {
		while (ahead.size() < depth) {
			final long index = next++;
			ahead.add(workers.submit(() -> source.batch(index)));
		}
		try {
			return ahead.remove().get();
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new Cancelled();
		}
		catch (final ExecutionException e) {
			if (e.getCause() instanceof RuntimeException) throw (RuntimeException) e
				.getCause();
			if (e.getCause() instanceof Error) throw (Error) e.getCause();
			throw new IllegalStateException(e.getCause());
		}
	}

	@Override
	public void close() {
		workers.shutdownNow();
	}
}
