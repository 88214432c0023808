
package org.twostream.loop;

import java.util.Locale;

/** Figures as text: four digits, a dot, "none" for NaN. */
final class Figures {

	private Figures() {}

	static String of(final double value) {
		return Double.isNaN(value) ? "none" : String.format(Locale.ROOT, "%.4f",
			value);
	}
}
