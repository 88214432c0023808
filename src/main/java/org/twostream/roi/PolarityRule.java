
package org.twostream.roi;

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
		ALL_PIECES_KEPT
}
