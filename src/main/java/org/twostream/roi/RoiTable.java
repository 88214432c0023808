
package org.twostream.roi;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.twostream.core.Box;
import org.twostream.core.Tsv;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;

/**
 * The ROIs of a volume in a certain order; everything that is kept per ROI
 * (patches, embeddings, decisions) has its rows in that order. The file is
 * described in docs/format/rois.md. Immutable.
 */
public final class RoiTable implements Serializable {

	private static final long serialVersionUID = 1L;

	private static final String[] COLUMNS = { "id", "x_min_px", "y_min_px",
		"z_min_px", "x_max_px", "y_max_px", "z_max_px", "x_nm", "y_nm", "z_nm",
		"voxels", "mean_probability", "max_probability", "best_slice_px",
		"angle_deg", "touches_border", "one_sided", "mask_hash" };
	private static final String[] INTENSITIES = { "mean_intensity",
		"sd_intensity" };
	private static final int PART = 4096;

	private final VoxelSize voxelSize;
	private final List<Roi> rois;
	private final Map<Long, Integer> rows;

	/**
	 * @param voxelSize nm, of the volume that boxes are in
	 * @param rois in the order of the rows
	 * @throws UserError if two have the same id
	 */
	public RoiTable(final VoxelSize voxelSize, final List<Roi> rois) {
		this.voxelSize = voxelSize;
		this.rois = List.copyOf(rois);
		rows = new HashMap<>(2 * rois.size());
		for (final Roi roi : this.rois)
			if (rows.put(roi.id(), rows.size()) != null) throw new UserError(
				"The ROI table has id " + roi.id() +
					" twice; give every ROI its own id.");
	}

	public VoxelSize voxelSize() {
		return voxelSize;
	}

	/** In the order of the rows. */
	public List<Roi> rois() {
		return rois;
	}

	/** Number of ROIs. */
	public int size() {
		return rois.size();
	}

	/** The ROI in a row, from 0. */
	public Roi get(final int row) {
		return rois.get(row);
	}

	/** The row of an id, empty if there is none. */
	public Optional<Integer> row(final long id) {
		return Optional.ofNullable(rows.get(id));
	}

	/**
	 * Writes the table atomically; columns of intensities where any is known.
	 *
	 * @param comments lines for the reader of the file, before those that belong
	 *          to the format
	 * @throws UserError if the file cannot be written
	 */
	public void write(final Path file, final String... comments) {
		final boolean intensities = rois.stream().anyMatch(r -> !Double.isNaN(r
			.meanIntensity()));
		final String[] columns = intensities ? Stream.of(COLUMNS, INTENSITIES)
			.flatMap(Stream::of).toArray(String[]::new) : COLUMNS;
		Tsv.write(file, () -> new Iterator<>() {

			private int next;

			@Override
			public boolean hasNext() {
				return next == 0 || next < size();
			}

			@Override
			public Tsv next() {
				final Tsv part = new Tsv(columns);
				for (final String c : comments)
					part.comment(c);
				part.comment("voxel_nm " + voxelSize.text());
				part.comment("px: voxels from the volume's first voxel, boxes from " +
					"min to before max; nm: from the first voxel's centre");
				final int end = Math.min(size(), next + PART);
				for (; next < end; next++)
					part.row(Arrays.copyOf(cells(get(next)), columns.length));
				next = Math.max(next, 1);
				return part;
			}
		});
	}

	private static Object[] cells(final Roi roi) {
		final Box b = roi.box();
		return new Object[] { roi.id(), b.xMin(), b.yMin(), b.zMin(), b.xMax(), b
			.yMax(), b.zMax(), roi.xNm(), roi.yNm(), roi.zNm(), roi.voxels(), roi
				.meanProbability(), roi.maxProbability(), roi.bestSlice(), roi.angle(),
			yesNo(roi.touchesBorder()), yesNo(roi.oneSided()), roi.maskHash(), roi
				.meanIntensity(), roi.sdIntensity() };
	}

	private static String yesNo(final boolean flag) {
		return flag ? "yes" : "no";
	}

	/**
	 * Reads a table. Only id and box must be there; what else is missing gets
	 * what docs/format/rois.md says, other columns are not looked at.
	 *
	 * @param otherwise voxel size for a table that does not say; empty: such a
	 *          table is refused
	 * @throws UserError if the table is missing, unreadable, lacks a column or
	 *           the voxel size, or holds an impossible value
	 */
	public static RoiTable read(final Path file,
		final Optional<VoxelSize> otherwise)
	{
		final List<Roi> rois = new ArrayList<>();
		final VoxelSize[] size = new VoxelSize[1];
		Tsv.read(file, PART, part -> {
			size[0] = voxelSize(part, file, otherwise);
			final RoiRows reader = new RoiRows(part, size[0], file, rois.size());
			for (int row = 0; row < part.size(); row++)
				rois.add(reader.roi(row));
		});
		return new RoiTable(size[0], rois);
	}

	private static VoxelSize voxelSize(final Tsv table, final Path file,
		final Optional<VoxelSize> otherwise)
	{
		for (final String comment : table.comments())
			if (comment.matches("voxel_nm[ =:].*")) return VoxelSize.parse(comment
				.substring("voxel_nm".length() + 1));
		return otherwise.orElseThrow(() -> new UserError("The ROI table " + file +
			" has no comment line \"# voxel_nm x,y,z\"; add it or give voxel_nm=x,y,z in nanometres."));
	}
}
