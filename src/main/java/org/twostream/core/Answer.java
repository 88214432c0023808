
package org.twostream.core;

import java.util.Locale;

/** What a reviewer says of an ROI. */
public enum Answer {

		/** A real object of the target. */
		TRUE,
		/** Not an object of the target. */
		FALSE,
		/** Seen, not decided: costs budget, casts no vote. */
		UNSURE;

	/** The form in files: True, False, Unsure. */
	public String text() {
		return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
	}

	/**
	 * @throws UserError if the text is none of True, False, Unsure
	 */
	public static Answer parse(final String text) {
		for (final Answer a : values())
			if (a.name().equalsIgnoreCase(text.trim())) return a;
		throw new UserError("Answer \"" + text +
			"\" is none of True, False, Unsure; correct the file.");
	}
}
