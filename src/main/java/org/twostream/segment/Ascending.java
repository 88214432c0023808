
package org.twostream.segment;

import org.twostream.core.Progress;

/**
 * Passes on what is further than all before: those who write blocks are behind
 * those who predict. Thread-safe.
 */
final class Ascending implements Progress {

	private final Progress progress;
	private double reached;

	Ascending(final Progress progress) {
		this.progress = progress;
	}

	@Override
	public synchronized void report(final double fraction, final String message) {
		if (fraction < reached) return;
		reached = fraction;
		progress.report(fraction, message);
	}

	@Override
	public boolean cancelled() {
		return progress.cancelled();
	}
}
