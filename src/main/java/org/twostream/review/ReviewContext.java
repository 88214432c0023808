
package org.twostream.review;

import org.twostream.roi.RoiTable;

/**
 * What is reviewed: a batch of queries about the ROIs of a proposal.
 *
 * @param table the ROI table; rows count in it
 * @param proposal its number, such as "001"
 * @param batch number of the queries
 * @param model what made them, such as "encoders/001"
 */
public record ReviewContext(RoiTable table, String proposal, String batch,
		String model) {

	/** The anchor of a row. */
	public Anchor anchor(final int row) {
		return Anchor.of(table.get(row), proposal);
	}
}
