
package org.twostream.review;

import java.util.List;

import org.twostream.roi.Roi;

/**
 * What a reviewer needs to know of the queries.
 *
 * @param rois the ROI table; a query's row counts in it
 * @param proposal its number, such as "001"
 * @param batch number of the queries
 * @param model what made them, such as "encoders/001"
 */
public record ReviewContext(List<Roi> rois, String proposal, String batch,
		String model) {

	/** The anchor of a row. */
	public Anchor anchor(final int row) {
		return Anchor.of(rois.get(row), proposal);
	}
}
