
package org.twostream.review.scene;

import org.twostream.roi.RoiTable;

/** Which row of the ROI table a label belongs to. Immutable. */
final class RowLabels {

	/** There is no ROI. */
	static final int NONE = -1;

	private final RoiTable table;
	private final boolean polarity;

	/** @param polarity whether ROI n is 2n-1 (pre) and 2n (post), or n */
	RowLabels(final RoiTable table, final boolean polarity) {
		this.table = table;
		this.polarity = polarity;
	}

	/** The row of a label, {@link #NONE} for 0 and labels without an ROI. */
	int row(final long label) {
		if (label == 0) return NONE;
		return table.row(polarity ? label + 1 >>> 1 : label).orElse(NONE);
	}
}
