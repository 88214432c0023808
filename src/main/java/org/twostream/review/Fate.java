
package org.twostream.review;

import java.util.List;

/**
 * What became of an ROI that verdicts are about in another proposal.
 *
 * @param anchor the ROI as it was
 * @param kind what became of it
 * @param rows of the new ROIs: one if carried or merged, the parts if split,
 *          none if orphaned or missed
 * @param verdicts on it
 */
public record Fate(Anchor anchor, Kind kind, List<Integer> rows,
		List<Verdict> verdicts) {

	/** What can become of an ROI. */
	public enum Kind {

			/** The same object is there: its verdicts count. */
			CARRIED,
			/** Only parts of it are there; they are to be asked again. */
			SPLIT,
			/** It is part of something larger, which is to be asked again. */
			MERGED,
			/** Nothing like it is there. */
			ORPHANED,
			/**
			 * An object that annotators had marked because proposals lack it, and
			 * this one lacks it as well: it counts where it was marked.
			 */
			MISSED;

		/** The form in files: lower case. */
		public String text() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}
	}
}
