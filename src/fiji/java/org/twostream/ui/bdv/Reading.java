
package org.twostream.ui.bdv;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that read for a window, so that the event thread need not. */
final class Reading {

	private static final long END_S = 5;

	private Reading() {}

	/** One thread; what it is given after its end is dropped. */
	static ExecutorService thread(final String name) {
		return new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS,
			new LinkedBlockingQueue<>(), r -> {
				final Thread thread = new Thread(r, "TwoStream " + name);
				thread.setDaemon(true);
				return thread;
			}, new ThreadPoolExecutor.DiscardPolicy());
	}

	/** Drops what is waiting, and waits for what is under way. */
	static void end(final ExecutorService executor) {
		executor.shutdownNow().clear();
		try {
			executor.awaitTermination(END_S, TimeUnit.SECONDS);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
