
package org.twostream.command;

import java.io.PrintStream;
import java.util.Locale;

import org.twostream.core.Progress;

/**
 * Progress as one line on standard error: step, per cent, what, time left. On a
 * terminal the line is rewritten; elsewhere one is added every few seconds.
 * Thread-safe.
 */
final class ConsoleProgress implements Progress {

	private static final long REWRITE_NS = 200_000_000L;
	private static final long ADD_NS = 5_000_000_000L;
	// An estimate from less would jump about.
	private static final double FIRST_ESTIMATE_S = 2;
	private static final int WIDTH = 79;

	private final PrintStream err;
	private final boolean rewrite;
	private volatile boolean cancelled;
	private String step = "";
	private long started;
	private long next;
	private int shown;

	ConsoleProgress(final PrintStream err, final boolean rewrite) {
		this.err = err;
		this.rewrite = rewrite;
	}

	/** Starts counting time for a step. */
	synchronized void begin(final String name) {
		step = name;
		started = System.nanoTime();
		next = started + (rewrite ? 0 : ADD_NS);
	}

	@Override
	public synchronized void report(final double fraction, final String message) {
		final long now = System.nanoTime();
		if (now - next < 0) return;
		next = now + (rewrite ? REWRITE_NS : ADD_NS);
		show(line(step, fraction, message, (now - started) / 1e9));
	}

	/** The line: step, per cent done, what is being done, time left. */
	static String line(final String step, final double fraction,
		final String message, final double seconds)
	{
		final String left = fraction > 0 && seconds > FIRST_ESTIMATE_S ? ", " +
			duration(seconds * (1 - fraction) / fraction) + " left" : "";
		return String.format(Locale.ROOT, "%s %3d %% %s%s", step, (int) (100 *
			fraction), message, left);
	}

	private static String duration(final double seconds) {
		final long s = Math.round(seconds);
		if (s < 60) return s + " s";
		if (s < 3600) return s / 60 + " min " + s % 60 + " s";
		return s / 3600 + " h " + s / 60 % 60 + " min";
	}

	private void show(final String line) {
		if (!rewrite) {
			err.println(line);
			return;
		}
		final String cut = line.length() <= WIDTH ? line : line.substring(0, WIDTH);
		err.print("\r" + cut + " ".repeat(Math.max(0, shown - cut.length())));
		err.flush();
		shown = cut.length();
	}

	/** Leaves the line empty for what comes after. */
	synchronized void close() {
		if (shown > 0) err.print("\r" + " ".repeat(shown) + "\r");
		err.flush();
		shown = 0;
	}

	/** Asks the step to stop. */
	void cancel() {
		cancelled = true;
	}

	@Override
	public boolean cancelled() {
		return cancelled;
	}
}
