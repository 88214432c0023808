
package org.twostream.command;

import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;

import ij.IJ;
import ij.ImagePlus;
import ij.macro.Interpreter;
import ij.process.ColorProcessor;

/**
 * An image window whose picture changes. It opens at the first one, stays, and
 * does not come back once it is closed.
 */
final class LivePicture {

	private final ImagePlus image;
	private boolean opened;

	LivePicture(final String title) {
		image = new ImagePlus(title, new ColorProcessor(1, 1));
	}

	/** Whether somebody can see a window. */
	static boolean watched() {
		return !GraphicsEnvironment.isHeadless() && IJ.getInstance() != null &&
			!Interpreter.isBatchMode();
	}

	/** Whether a picture would be seen. */
	boolean wanted() {
		return !opened || image.isVisible();
	}

	void show(final BufferedImage picture) {
		if (!wanted()) return;
		image.setProcessor(new ColorProcessor(picture));
		if (!opened) image.show();
		opened = true;
	}
}
