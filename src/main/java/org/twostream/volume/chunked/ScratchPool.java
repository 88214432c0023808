
package org.twostream.volume.chunked;

import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * As many {@link Scratch}es as threads were at work at once. A pool rather than
 * thread locals, so that they end with the array and not with the threads.
 * Thread-safe.
 */
final class ScratchPool implements AutoCloseable {

	private final ConcurrentLinkedDeque<Scratch> free =
		new ConcurrentLinkedDeque<>();
	private volatile boolean closed;

	Scratch take() {
		final Scratch scratch = free.pollFirst();
		return scratch == null ? new Scratch() : scratch;
	}

	void give(final Scratch scratch) {
		free.addFirst(scratch);
		if (closed) close();
	}

	@Override
	public void close() {
		closed = true;
		for (Scratch s = free.pollFirst(); s != null; s = free.pollFirst())
			s.close();
	}
}
