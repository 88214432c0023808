
package org.twostream.roi;

import java.util.Arrays;
import java.util.Locale;

import org.twostream.core.Nearest;
import org.twostream.core.UserError;

/** What a patch shows of an object's size; the key {@code patch_scale}. */
public enum PatchScale {

		/** All patches show squares of one side: a small object looks small. */
		KEPT,
		/** Each shows the square that its object fits: all look the same size. */
		NORMALISED;

	/** As the key has it. */
	public String text() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * @throws UserError if it is none of the words
	 */
	public static PatchScale of(final String text) {
		for (final PatchScale scale : values())
			if (scale.text().equals(text)) return scale;
		throw new UserError("patch_scale=" + text + " is unknown; did you mean " +
			Nearest.to(text, Arrays.stream(values()).map(PatchScale::text).toList()) +
			"?");
	}
}
