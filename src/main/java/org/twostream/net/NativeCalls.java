
package org.twostream.net;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

import org.twostream.core.Cancelled;

/**
 * Lets the native calls that are under way finish before the process ends, and
 * no new ones begin: libtorch is taken down at exit while other threads still
 * compute, which would end an interrupted run (Ctrl-C) in a crash. Thread-safe.
 */
final class NativeCalls implements AutoCloseable {

	private final ReadWriteLock lock = new ReentrantReadWriteLock();
	private final Thread last;

	NativeCalls() {
		last = new Thread(this::end, "wait for native calls");
		Runtime.getRuntime().addShutdownHook(last);
	}

	/** Waits for the calls under way and refuses those that come later. */
	void end() {
		lock.writeLock().lock(); // never given back
	}

	/**
	 * Runs one call; any number may run at once.
	 *
	 * @throws Cancelled if the process is ending: whoever waits for this thread
	 *           at its end would otherwise wait for ever
	 */
	<T> T call(final Supplier<T> work) {
		if (!lock.readLock().tryLock()) throw new Cancelled();
		try {
			return work.get();
		}
		finally {
			lock.readLock().unlock();
		}
	}

	@Override
	public void close() {
		try {
			Runtime.getRuntime().removeShutdownHook(last);
		}
		catch (final IllegalStateException e) {
			// The process is ending already, and the thread doing its work.
			assert last.getState() != Thread.State.NEW;
		}
	}
}
