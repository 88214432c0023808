
package org.twostream.query.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Runs numbered units of work on a fixed number of threads, the caller's being
 * one of them. Which thread does which unit is chance: units write only to
 * places of their own, and the caller combines them in order.
 */
public final class Workers implements AutoCloseable {

	private final int threads;
	private final ExecutorService pool;

	/** @param threads at least 1; with 1 all work runs in the caller */
	public Workers(final int threads) {
		this.threads = Math.max(1, threads);
		pool = this.threads == 1 ? null : Executors.newFixedThreadPool(
			this.threads - 1, work -> {
				final Thread thread = new Thread(work, "query-worker");
				thread.setDaemon(true);
				return thread;
			});
	}

	public int threads() {
		return threads;
	}

	/** Calls body(0) to body(units - 1), and returns when all are done. */
	public void forEach(final int units, final IntConsumer body) {
		final AtomicInteger next = new AtomicInteger();
		final Runnable loop = () -> {
			for (int i = next.getAndIncrement(); i < units; i = next
				.getAndIncrement())
				body.accept(i);
		};
		final List<Future<?>> others = new ArrayList<>();
		for (int t = 1; t < Math.min(threads, units); t++)
			others.add(pool.submit(loop));
		try {
			loop.run();
		}
		finally {
			next.set(units); // after a failure the others stop early
			for (final Future<?> other : others)
				await(other);
		}
	}

	private static void await(final Future<?> work) {
		try {
			work.get();
		}
		catch (final ExecutionException e) {
			if (e.getCause() instanceof RuntimeException) throw (RuntimeException) e
				.getCause();
			if (e.getCause() instanceof Error) throw (Error) e.getCause();
			throw new IllegalStateException(e.getCause());
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while clustering", e);
		}
	}

	@Override
	public void close() {
		if (pool != null) pool.shutdownNow();
	}
}
