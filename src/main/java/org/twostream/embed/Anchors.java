
package org.twostream.embed;

import java.util.Locale;

import org.twostream.core.UserError;

/** Which patches a triplet compares with. */
public enum Anchors {

		/** Any, as in the paper (section 4.2). */
		RANDOM,
		/**
		 * The farthest with the same answer and the nearest with the other, by the
		 * embedding at the start of a pass through the answers.
		 */
		HARD;

	/** The value of the key {@code anchors}. */
	public String text() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * @throws UserError if there is none of that name
	 */
	public static Anchors named(final String text) {
		for (final Anchors a : values())
			if (a.text().equals(text)) return a;
		throw new UserError("anchors=" + text +
			" is neither random nor hard; choose one of them.");
	}
}
