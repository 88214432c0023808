
package org.twostream.review.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.twostream.core.UserError;

/**
 * The one thread on which a session writes, and looks every other second
 * whether others have written.
 */
final class JournalThread implements AutoCloseable {

	private static final long LOOK_MS = 2000;

	private final Path folder;
	private final Path own;
	private final Runnable changed;
	private final ScheduledExecutorService executor = Executors
		.newSingleThreadScheduledExecutor(r -> new Thread(r, "TwoStream journal"));
	private Map<Path, Long> sizes;

	/**
	 * @param own journal, which is not looked at
	 * @param changed called on this thread when others have written
	 */
	JournalThread(final Path folder, final Path own, final Runnable changed) {
		this.folder = folder;
		this.own = own;
		this.changed = changed;
		sizes = sizes();
		executor.scheduleWithFixedDelay(this::look, LOOK_MS, LOOK_MS,
			TimeUnit.MILLISECONDS);
	}

	CompletableFuture<Void> run(final Runnable action) {
		try {
			return CompletableFuture.runAsync(action, executor);
		}
		catch (final RejectedExecutionException e) {
			return CompletableFuture.failedFuture(new UserError(
				"The answer was not recorded: this review is closed; open it again.",
				e));
		}
	}

	private void look() {
		final Map<Path, Long> now = sizes();
		if (now.equals(sizes)) return;
		changed.run();
		sizes = now;
	}

	// A folder that cannot be listed just now, as on a share that is away, says
	// nothing new.
	private Map<Path, Long> sizes() {
		final Map<Path, Long> found = new TreeMap<>();
		try (Stream<Path> files = Files.list(folder)) {
			for (final Path file : (Iterable<Path>) files::iterator)
				if (!file.equals(own)) found.put(file, Files.size(file));
			return found;
		}
		catch (final IOException | java.io.UncheckedIOException e) {
			return sizes == null ? Map.of() : sizes;
		}
	}

	/** Waits for what is under way. */
	@Override
	public void close() {
		executor.shutdown();
		boolean interrupted = false;
		while (true) {
			try {
				if (executor.awaitTermination(1, TimeUnit.MINUTES)) break;
			}
			catch (final InterruptedException e) {
				interrupted = true;
			}
		}
		if (interrupted) Thread.currentThread().interrupt();
	}
}
