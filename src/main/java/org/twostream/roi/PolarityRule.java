
package org.twostream.roi;

import org.twostream.core.UserError;

/**
 * How pre- and post-synaptic voxels become synapses; the two published versions
 * differ in what happens to small pieces.
 */
public enum PolarityRule {

		/**
		 * As the function describes itself: 6-connected pieces of a side that are
		 * smaller than min_voxels do not count. The default.
		 */
		SMALL_PIECES_REMOVED,
		/**
		 * As the version of 2020 worked: its removal of small pieces had no effect.
		 */
		ALL_PIECES_KEPT;

	/** As the key {@code small_pieces} has it. */
	public String text() {
		return this == SMALL_PIECES_REMOVED ? "removed" : "kept";
	}

	/**
	 * @throws UserError if it is none of the words
	 */
	public static PolarityRule of(final String text) {
		for (final PolarityRule rule : values())
			if (rule.text().equals(text)) return rule;
		throw new UserError("small_pieces=" + text +
			" is neither removed nor kept; choose one of them.");
	}
}
