
package org.twostream.query.cluster;

import org.twostream.core.Progress;

/** Passes on the wish to stop, but not the fractions of many small parts. */
public record Checking(Progress whole) implements Progress {

	@Override
	public void report(final double fraction, final String message) {
		// a small part of the whole
	}

	@Override
	public boolean cancelled() {
		return whole.cancelled();
	}
}
