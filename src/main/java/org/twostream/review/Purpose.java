
package org.twostream.review;

import org.twostream.core.Nearest;
import org.twostream.core.UserError;

/** Why an ROI was answered. */
public enum Purpose {

		/** It was suggested, or the annotator chose it: the answer counts. */
		QUERY,

		/**
		 * The same annotator had answered it before, and was asked again to see
		 * whether the answer is the same. Counts only for that.
		 */
		REPEAT,

		/**
		 * The right answer is known, and was asked to see how good the annotator
		 * is. Counts only for that.
		 */
		HONEYPOT,

		/** An object that no proposal had: the annotator marked its place. */
		MISSED,

		/** Settles what several annotators disagreed on: counts alone. */
		ADJUDICATION;

	/** As journals say it. */
	public String text() {
		return name().toLowerCase(java.util.Locale.ROOT);
	}

	/** Whether the answer only tests the annotator. */
	public boolean isCheck() {
		return this == REPEAT || this == HONEYPOT;
	}

	/**
	 * @throws UserError if there is no such purpose
	 */
	static Purpose parse(final String text) {
		for (final Purpose p : values())
			if (p.text().equals(text)) return p;
		throw new UserError("\"" + text + "\" is no purpose of a verdict; use " +
			Nearest.to(text, java.util.Arrays.stream(values()).map(Purpose::text)
				.toList()) + ".");
	}
}
