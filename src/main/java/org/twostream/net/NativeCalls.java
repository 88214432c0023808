
package org.twostream.net;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Lets the native calls that are under way finish before the process ends, and
 * no new ones begin: libtorch is taken down at exit while other threads still
 * compute, which would end an interrupted run (Ctrl-C) in a crash. Thread-safe.
 */
final class NativeCalls implements AutoCloseable {

	private final ReadWriteLock lock = new ReentrantReadWriteLock();
	private final Thread last;

	NativeCalls() {
		// Never given back: a call that comes later waits until the process ends.
		last = new Thread(lock.writeLock()::lock, "wait for native calls");
		Runtime.getRuntime().addShutdownHook(last);
	}

	/** Runs one call; any number may run at once. */
	<T> T call(final Supplier<T> work) {
		lock.readLock().lock();
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
