
package org.twostream.ui.planes;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

import javax.swing.SwingUtilities;

/** One thread for what may have to wait for a disk. */
final class Background implements AutoCloseable {

	private final ExecutorService executor = Executors.newSingleThreadExecutor(
		r -> {
			final Thread thread = new Thread(r, "TwoStream look");
			thread.setDaemon(true);
			return thread;
		});
	private final Consumer<String> failed;

	/** @param failed told a sentence, on the event thread */
	Background(final Consumer<String> failed) {
		this.failed = failed;
	}

	/** Finds something out, then goes on with it on the event thread. */
	<T> void run(final Supplier<T> work, final Consumer<T> then) {
		try {
			executor.execute(() -> {
				try {
					final T result = work.get();
					SwingUtilities.invokeLater(() -> then.accept(result));
				}
				catch (final RuntimeException e) {
					SwingUtilities.invokeLater(() -> failed.accept(String.valueOf(e
						.getMessage())));
				}
			});
		}
		catch (final RejectedExecutionException e) {
			failed.accept("This window is closed.");
		}
	}

	@Override
	public void close() {
		executor.shutdownNow();
	}
}
