
package org.twostream.roi;

import java.nio.file.Path;

import org.twostream.core.Box;
import org.twostream.core.Tsv;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;

/** Makes ROIs of the rows of a table that may have been made elsewhere. */
final class RoiRows {

	private final Tsv table;
	private final VoxelSize size;
	private final Path file;
	private final int rowsBefore;

	/**
	 * @param rowsBefore rows of the file before this part of it
	 * @throws UserError if the columns that every table needs are not there
	 */
	RoiRows(final Tsv table, final VoxelSize size, final Path file,
		final int rowsBefore)
	{
		this.table = table;
		this.size = size;
		this.file = file;
		this.rowsBefore = rowsBefore;
		for (final String column : new String[] { "id", "x_min_px", "y_min_px",
			"z_min_px", "x_max_px", "y_max_px", "z_max_px" })
			if (!table.has(column)) throw new UserError("The ROI table " + file +
				" has no column \"" + column +
				"\"; add it (docs/format/rois.md lists the columns).");
	}

	Roi roi(final int row) {
		final long id = table.integer(row, "id");
		if (id < 1) throw refusal(row, "id", id, "ids start at 1");
		final Box box = box(row);
		final long bestSlice = integer(row, "best_slice_px", (box.zMin() + box
			.zMax() - 1) / 2);
		if (bestSlice < box.zMin() || bestSlice >= box.zMax()) throw refusal(row,
			"best_slice_px", bestSlice, "it lies in the box");
		return new Roi(id, box, number(row, "x_nm", middle(box.xMin(), box.xMax()) *
			size.x()), number(row, "y_nm", middle(box.yMin(), box.yMax()) * size.y()),
			number(row, "z_nm", middle(box.zMin(), box.zMax()) * size.z()), integer(
				row, "voxels", 0), number(row, "mean_probability", Double.NaN), number(
					row, "max_probability", Double.NaN), bestSlice, number(row,
						"angle_deg", 0), flag(row, "touches_border"), flag(row,
							"one_sided"), table.has("mask_hash") ? table.get(row, "mask_hash")
								: "", number(row, "mean_intensity", Double.NaN), number(row,
									"sd_intensity", Double.NaN));
	}

	private Box box(final int row) {
		final long[] v = new long[6];
		final String[] axes = { "x", "y", "z" };
		for (int i = 0; i < 3; i++) {
			v[i] = table.integer(row, axes[i] + "_min_px");
			v[i + 3] = table.integer(row, axes[i] + "_max_px");
			if (v[i] < 0) throw refusal(row, axes[i] + "_min_px", v[i],
				"voxels start at 0");
			if (v[i + 3] <= v[i]) throw refusal(row, axes[i] + "_max_px", v[i + 3],
				"it is larger than " + axes[i] + "_min_px");
		}
		return new Box(v[0], v[1], v[2], v[3], v[4], v[5]);
	}

	private static double middle(final long min, final long max) {
		return (min + max - 1) / 2.0;
	}

	private long integer(final int row, final String column,
		final long otherwise)
	{
		return table.has(column) ? table.integer(row, column) : otherwise;
	}

	private double number(final int row, final String column,
		final double otherwise)
	{
		return table.has(column) ? table.number(row, column) : otherwise;
	}

	private boolean flag(final int row, final String column) {
		if (!table.has(column)) return false;
		final String text = table.get(row, column);
		if (text.equals("yes")) return true;
		if (text.equals("no")) return false;
		throw refusal(row, column, text, "it is yes or no");
	}

	private UserError refusal(final int row, final String column,
		final Object found, final String rule)
	{
		return new UserError(file + ", row " + (rowsBefore + row + 1) +
			", column \"" + column + "\" is " + found + " but " + rule +
			"; correct the table.");
	}
}
