
package org.twostream.command;

import org.twostream.core.Progress;

import ij.IJ;

/** Progress in ImageJ's bar; Escape cancels. */
final class BarProgress implements Progress {

	BarProgress() {
		IJ.resetEscape();
	}

	@Override
	public void report(final double fraction, final String message) {
		IJ.showStatus(message);
		IJ.showProgress(fraction);
	}

	@Override
	public boolean cancelled() {
		return IJ.escapePressed();
	}
}
