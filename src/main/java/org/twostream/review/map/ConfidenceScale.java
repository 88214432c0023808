
package org.twostream.review.map;

import org.twostream.roi.Roi;
import org.twostream.roi.RoiTable;

/**
 * From where to where the confidence of a table's ROIs is told apart: most lie
 * close together.
 *
 * @param low the second percentile
 * @param high the 98th
 */
record ConfidenceScale(double low, double high) {

	static ConfidenceScale of(final RoiTable table) {
		final double[] sorted = table.rois().stream().mapToDouble(
			Roi::meanProbability).filter(p -> !Double.isNaN(p)).sorted().toArray();
		if (sorted.length == 0) return new ConfidenceScale(0, 1);
		return new ConfidenceScale(sorted[(int) (0.02 * (sorted.length - 1))],
			sorted[(int) Math.ceil(0.98 * (sorted.length - 1))]);
	}

	/** Where between the ends a probability lies, 0 to 1; the middle for NaN. */
	double at(final double probability) {
		final double at = (probability - low) / (high - low);
		return Double.isNaN(at) ? 0.5 : Math.max(0, Math.min(1, at));
	}
}
