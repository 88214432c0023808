
package org.twostream.measure.report;

import java.awt.FontMetrics;

/** Text that must fit a width in a picture. */
final class Captions {

	private static final String DOTS = "…";

	private Captions() {}

	/** The text, its end replaced by dots where it is too long. */
	static String fit(final String text, final FontMetrics metrics,
		final int width)
	{
		if (metrics.stringWidth(text) <= width) return text;
		int end = text.length();
		while (end > 0 && metrics.stringWidth(text.substring(0, end) +
			DOTS) > width)
			end = text.offsetByCodePoints(end, -1);
		return text.substring(0, end).stripTrailing() + DOTS;
	}
}
