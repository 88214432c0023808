
package org.twostream.review.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.twostream.core.Box;
import org.twostream.core.Tsv;
import org.twostream.core.VoxelSize;
import org.twostream.roi.Roi;

/**
 * ROIs with their answers as tables: one row each. Formats:
 * docs/format/export.md.
 */
public final class RoiTables {

	private static final List<String> ANSWERS = List.of("answer", "probability",
		"source", "votes_true", "votes_false", "votes_unsure");

	private RoiTables() {}

	private static List<Object> answers(final ExportedRoi r) {
		return List.of(r.answerText(), r.probability(), r.source(), r.votesTrue(), r
			.votesFalse(), r.votesUnsure());
	}

	private static Tsv table(final List<String> first, final List<String> last) {
		final List<String> columns = new ArrayList<>(first);
		columns.addAll(ANSWERS);
		columns.addAll(last);
		return new Tsv(columns.toArray(new String[0]));
	}

	private static Object[] row(final List<?> first, final ExportedRoi r,
		final List<?> last)
	{
		final List<Object> row = new ArrayList<>(first);
		row.addAll(answers(r));
		row.addAll(last);
		return row.toArray();
	}

	/**
	 * As ImageJ's Results table reads it: Slice counts from 1, lengths are in nm.
	 */
	public static Tsv results(final List<ExportedRoi> rois) {
		final Tsv table = table(List.of("roi", "Slice", "x_nm", "y_nm", "z_nm"),
			List.of("voxels", "mean_probability", "max_probability", "x_min_px",
				"y_min_px", "z_min_px", "x_max_px", "y_max_px", "z_max_px"));
		for (final ExportedRoi r : rois) {
			final Roi roi = r.roi();
			final Box b = roi.box();
			table.row(row(List.of(roi.id(), roi.bestSlice() + 1, roi.xNm(), roi.yNm(),
				roi.zNm()), r, List.of(roi.voxels(), roi.meanProbability(), roi
					.maxProbability(), b.xMin(), b.yMin(), b.zMin(), b.xMax(), b.yMax(), b
						.zMax())));
		}
		return table;
	}

	/**
	 * As MoBIE reads the default table of a segmentation (MoBIE specification,
	 * Table Data): one row per label of labels.zarr, anchor and bounding box in
	 * nm from the first voxel's centre.
	 *
	 * @param sides whether an ROI has two labels, 2n-1 and 2n, as in target
	 *          polarity
	 */
	public static Tsv mobie(final List<ExportedRoi> rois, final VoxelSize size,
		final boolean sides)
	{
		final Tsv table = table(List.of("label_id", "anchor_x", "anchor_y",
			"anchor_z", "bb_min_x", "bb_min_y", "bb_min_z", "bb_max_x", "bb_max_y",
			"bb_max_z"), sides ? List.of("n_pixels", "roi", "side") : List.of(
				"n_pixels", "roi"));
		for (final ExportedRoi r : rois) {
			final Roi roi = r.roi();
			final double[] b = boxNm(roi.box(), size);
			for (final String side : sides ? List.of("pre", "post") : List.of("")) {
				final long label = !sides ? roi.id() : 2 * roi.id() - (side.equals(
					"pre") ? 1 : 0);
				table.row(row(List.of(label, roi.xNm(), roi.yNm(), roi.zNm(), b[0],
					b[1], b[2], b[3], b[4], b[5]), r, sides ? List.of(roi.voxels(), roi
						.id(), side) : List.of(roi.voxels(), roi.id())));
			}
		}
		return table;
	}

	/** Faces of the outermost voxels. */
	private static double[] boxNm(final Box box, final VoxelSize size) {
		final double[] corners = { box.xMin(), box.yMin(), box.zMin(), box.xMax(),
			box.yMax(), box.zMax() };
		final double[] nm = { size.x(), size.y(), size.z() };
		return Arrays.stream(new int[] { 0, 1, 2, 3, 4, 5 }).mapToDouble(
			i -> (corners[i] - 0.5) * nm[i % 3]).toArray();
	}
}
