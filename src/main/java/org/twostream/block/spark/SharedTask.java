
package org.twostream.block.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import org.twostream.block.Block;
import org.twostream.block.BlockTask;
import org.twostream.core.Cancelled;
import org.twostream.core.Progress;

/** The one task of a process that runs many blocks with it. */
final class SharedTask implements Serializable {

	private static final long serialVersionUID = 1L;

	private final BlockTask<?> task;
	private final ReadWriteLock running = new ReentrantReadWriteLock();
	private boolean ended;

	SharedTask(final BlockTask<?> task) {
		this.task = task;
	}

	Object run(final Block block, final Progress progress) throws IOException {
		running.readLock().lock();
		try {
			if (ended) throw new Cancelled();
			return task.run(block, progress);
		}
		finally {
			running.readLock().unlock();
		}
	}

	/**
	 * Returns when no block is running with this object, and none will: what the
	 * task has open in this process may then be closed. Spark may begin a block
	 * after it was told to cancel.
	 */
	void awaitIdle() {
		running.writeLock().lock();
		ended = true;
		running.writeLock().unlock();
	}
}
