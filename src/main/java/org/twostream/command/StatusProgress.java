
package org.twostream.command;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

import org.scijava.app.StatusService;
import org.twostream.core.Progress;

import ij.IJ;

/**
 * Progress in the status bar. Escape cancels, as it does everywhere in ImageJ.
 * Thread-safe.
 */
final class StatusProgress implements Progress, AutoCloseable {

	private static final int STEPS = 1000;
	private static final long PAUSE_NS = 100_000_000;

	private final StatusService status;
	private final String title;
	private final BooleanSupplier cancelled;
	private final AtomicLong next = new AtomicLong(System.nanoTime());

	StatusProgress(final StatusService status, final String title,
		final BooleanSupplier cancelled)
	{
		this.status = status;
		this.title = title;
		this.cancelled = cancelled;
		IJ.resetEscape();
	}

	@Override
	public void report(final double fraction, final String message) {
		final long now = System.nanoTime();
		final long due = next.get();
		// Each report is an event for the whole application: ten a second suffice.
		if (now - due < 0 || !next.compareAndSet(due, now + PAUSE_NS)) return;
		status.showStatus((int) (STEPS * fraction), STEPS, title + ": " + message);
	}

	@Override
	public boolean cancelled() {
		return cancelled.getAsBoolean() || IJ.escapePressed();
	}

	@Override
	public void close() {
		status.clearStatus();
	}
}
