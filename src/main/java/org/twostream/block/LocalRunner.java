
package org.twostream.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.twostream.core.Cancelled;
import org.twostream.core.Progress;
import org.twostream.core.UserError;

/** Threads of this process that take the next block each. */
final class LocalRunner implements BlockRunner {

	private final RunSettings settings;

	LocalRunner(final RunSettings settings) {
		this.settings = settings;
	}

	@Override
	public <T> void run(final BlockGrid grid, final BlockTask<? extends T> task,
		final BlockResults<T> results, final Progress progress)
	{
		if (settings.resume().isEmpty()) {
			new Run<>(grid, task, results, Optional.empty(), progress).go();
			return;
		}
		try (DoneFile done = new DoneFile(settings.resume().get(), grid)) {
			new Run<>(grid, task, results, Optional.of(done), progress).go();
		}
	}

	/** One pass over a grid. */
	private final class Run<T> {

		private final BlockGrid grid;
		private final BlockTask<? extends T> task;
		private final BlockResults<T> results;
		private final Optional<DoneFile> done;
		private final Progress progress;
		private final AtomicInteger next = new AtomicInteger();
		private final AtomicInteger finished = new AtomicInteger();
		private final AtomicReference<RuntimeException> failure =
			new AtomicReference<>();

		Run(final BlockGrid grid, final BlockTask<? extends T> task,
			final BlockResults<T> results, final Optional<DoneFile> done,
			final Progress progress)
		{
			this.grid = grid;
			this.task = task;
			this.results = results;
			this.done = done;
			this.progress = progress;
			finished.set(done.map(DoneFile::size).orElse(0));
		}

		void go() {
			progress.check();
			final int n = Math.min(settings.threads(), grid.size());
			final List<Thread> workers = new ArrayList<>();
			for (int i = 0; i < n; i++) {
				final Thread worker = new Thread(this::work, "twostream-block-" + i);
				worker.setDaemon(true);
				worker.start();
				workers.add(worker);
			}
			boolean interrupted = false;
			for (final Thread worker : workers)
				while (worker.isAlive())
					try {
						worker.join();
					}
					catch (final InterruptedException e) {
						interrupted = true;
						fail(new Cancelled());
					}
			if (interrupted) Thread.currentThread().interrupt();
			final RuntimeException e = failure.get();
			if (e != null) throw e;
			progress.report(1, settings.message());
		}

		private void work() {
			while (failure.get() == null) {
				final int i = next.getAndIncrement();
				// next would overflow only after 2^31 - 1 blocks and as many threads
				if (i >= grid.size()) return;
				final Block block = grid.block(i);
				try {
					if (done.isPresent() && done.get().contains(i)) {
						task.skipped(block);
						continue;
					}
					progress.check();
					results.add(block, task.run(block, part(i)));
					done.ifPresent(d -> d.add(i));
					progress.report((double) finished.incrementAndGet() / grid.size(),
						settings.message());
				}
				catch (final Cancelled | UserError e) {
					fail(e);
				}
				catch (final Throwable e) {
					fail(new BlockFailure(block, e));
				}
			}
		}

		private Progress part(final int block) {
			return settings.threads() == 1 ? progress.part((double) block / grid
				.size(), (block + 1.0) / grid.size()) : unreported();
		}

		/** What several blocks at once report would go up and down. */
		private Progress unreported() {
			return new Progress() {

				@Override
				public void report(final double fraction, final String message) {
					// finished blocks are what counts
				}

				@Override
				public boolean cancelled() {
					return progress.cancelled();
				}
			};
		}

		// One block's failure may make others give up before it is heard of.
		private void fail(final RuntimeException e) {
			if (failure.compareAndSet(null, e)) return;
			final RuntimeException first = failure.get();
			if (first == e || e instanceof Cancelled) return;
			if (first instanceof Cancelled) failure.set(e);
			else first.addSuppressed(e);
		}
	}
}
