
package org.twostream.segment;

import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.twostream.core.Cancelled;
import org.twostream.net.Tensor;

/**
 * Keeps a device busy: its passes run one after the other on a thread of their
 * own, while the caller prepares the input of the next one and makes use of the
 * output of the last one. One caller at a time.
 */
final class NetworkThread {

	/** One pass; its methods are called in this order. */
	interface Pass {

		/** Called by the caller of {@link NetworkThread#run}. */
		Tensor input();

		/** Called on the network's thread. */
		Tensor compute(Tensor input);

		/** Called by the caller of {@link NetworkThread#run}. */
		void take(Tensor output);
	}

	private static final long IDLE_SECONDS = 5;

	private final ThreadPoolExecutor thread = new ThreadPoolExecutor(1, 1,
		IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
			final Thread made = new Thread(work, "twostream-network");
			made.setDaemon(true);
			return made;
		});

	/** The thread is made when it is needed and ends when it has been idle. */
	NetworkThread() {
		thread.allowCoreThreadTimeOut(true);
	}

	/**
	 * Runs passes in order. The iterator is asked for the pass after next before
	 * the output of the last one was taken.
	 *
	 * @throws Cancelled if the calling thread was interrupted; other exceptions
	 *           as the passes throw them; no pass is running then
	 */
	void run(final Iterator<? extends Pass> passes) {
		Future<Tensor> running = null;
		try {
			Pass last = null;
			while (passes.hasNext()) {
				final Pass pass = passes.next();
				final Tensor input = pass.input();
				final Tensor output = last == null ? null : get(running);
				running = thread.submit(() -> pass.compute(input));
				if (last != null) last.take(output);
				last = pass;
			}
			if (last != null) last.take(get(running));
		}
		finally {
			if (running != null) await(running);
		}
	}

	private static Tensor get(final Future<Tensor> running) {
		try {
			return running.get();
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new Cancelled();
		}
		catch (final ExecutionException e) {
			if (e.getCause() instanceof RuntimeException failure) throw failure;
			if (e.getCause() instanceof Error failure) throw failure;
			throw new IllegalStateException(e.getCause());
		}
	}

	// A native call cannot be stopped, and its network must not be closed.
	private static void await(final Future<Tensor> running) {
		boolean interrupted = false;
		while (!running.isDone())
			try {
				running.get();
			}
			catch (final InterruptedException e) {
				interrupted = true;
			}
			catch (final ExecutionException e) {
				break; // thrown by get above, or less than what is being thrown
			}
		if (interrupted) Thread.currentThread().interrupt();
	}
}
