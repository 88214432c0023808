
package org.twostream.segment;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;

import org.twostream.core.Cancelled;

/**
 * Prepares the next things on other threads while a network works on one. They
 * come in the order of their numbers, whatever the number of threads. For one
 * caller at a time; to be closed, which ends the threads.
 *
 * @param <T> batches
 */
public final class Prefetcher<T> implements AutoCloseable {

	private final LongFunction<T> source;
	private final ExecutorService workers;
	private final Deque<Future<T>> ahead = new ArrayDeque<>();
	private final int depth;
	private final long end;
	private long next;

	/**
	 * @param source makes the thing of a number; called from several threads
	 * @param first number of the first one
	 * @param end number behind the last one
	 * @param threads 1 or more; so many things, and one more, are held ready
	 */
	public Prefetcher(final LongFunction<T> source, final long first,
		final long end, final int threads)
	{
		this.source = source;
		this.next = first;
		this.end = end;
		depth = threads + 1;
		workers = Executors.newFixedThreadPool(threads, task -> {
			final Thread thread = new Thread(task, "twostream-prefetch");
			thread.setDaemon(true);
			return thread;
		});
	}

	/**
	 * Waits for the next one.
	 *
	 * @throws Cancelled if the calling thread was interrupted
	 * @throws java.util.NoSuchElementException behind the last one
	 */
	public T next() {
		while (ahead.size() < depth && next < end) {
			final long index = next++;
			ahead.add(workers.submit(() -> source.apply(index)));
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
