
package org.twostream.loop;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.twostream.core.Json;
import org.twostream.core.UserError;
import org.twostream.review.session.ProposalSettings;
import org.twostream.roi.Connectivity;
import org.twostream.roi.LabellingOptions;
import org.twostream.roi.PolarityRule;
import org.twostream.roi.Roi;
import org.twostream.roi.RoiTable;
import org.twostream.segment.RoiRegion;
import org.twostream.volume.EmVolume;
import org.twostream.volume.ExclusiveVolume;
import org.twostream.volume.ProbabilityVolume;
import org.twostream.volume.chunked.ChunkedArray;

/**
 * A finished ROI set of a project.
 *
 * @param project it belongs to
 * @param id its number
 * @param table its ROIs
 */
record RoiSet(Project project, String id, RoiTable table) {

	static final String TABLE = "rois.tsv";
	static final String LABELS = "labels.zarr";
	static final String PATCHES = "patches.zarr";
	/** The setting that says whether channels are exclusive classes. */
	static final String EXCLUSIVE = "exclusive";
	private static final Pattern PREDICTION = Pattern.compile(
		"prediction[/\\\\](\\d{3,})\\.zarr");

	/**
	 * @param asked number, or "" for the newest
	 * @throws UserError if there is none or it is damaged
	 */
	static RoiSet of(final Project project, final String asked) {
		final String id = project.require(Kind.ROIS, asked, "propose");
		return new RoiSet(project, id, RoiTable.read(project.path(Kind.ROIS, id)
			.resolve(TABLE), Optional.of(project.info().voxelSize())));
	}

	/**
	 * This, unless it is empty.
	 *
	 * @throws UserError if no ROI was found
	 */
	RoiSet notEmpty() {
		if (table.size() == 0) throw new UserError("ROI set " + id +
			" holds 0 ROIs; lower threshold or min_voxels and propose again.");
		return this;
	}

	Path folder() {
		return project.path(Kind.ROIS, id);
	}

	/** Masks by id, uint64. */
	EmVolume labels() {
		return project.volume(folder().resolve(LABELS).toString());
	}

	/**
	 * A prediction as this proposal reads it, the channels as the target has
	 * them.
	 *
	 * @param place URI of a volume
	 * @throws org.twostream.core.UserError if it is not there or no prediction
	 */
	EmVolume probability(final String place) {
		return probability(project.volume(place), settings());
	}

	/** The same by the settings of a proposal. */
	static EmVolume probability(final EmVolume volume, final Json settings) {
		final EmVolume probability = ProbabilityVolume.of(volume);
		return settings.has(EXCLUSIVE) ? ExclusiveVolume.of(probability)
			: probability;
	}

	private Json settings() {
		return project.record(Kind.ROIS, id).object("settings");
	}

	/** Patches, uint8 (roi, {image, mask}, 112, 112). */
	ChunkedArray patches() {
		return ChunkedArray.open(folder().resolve(PATCHES));
	}

	/** How they were found; the usual way where the record does not say. */
	ProposalSettings proposal() {
		final Json settings = settings();
		final String prediction = settings.string("prediction", "");
		final Matcher numbered = PREDICTION.matcher(prediction);
		final LabellingOptions usual = LabellingOptions.of(project.info().target(),
			1);
		return new ProposalSettings(numbered.matches() ? numbered.group(1)
			: prediction, new LabellingOptions(settings.number("threshold", usual
				.threshold()), (long) settings.number("min_voxels", usual.minVoxels()),
				Connectivity.of((int) settings.number("connectivity", usual
					.connectivity().neighbours())), usual.polarity(), 1, usual.block())
				.withPieces(PolarityRule.of(settings.string("small_pieces",
					PolarityRule.SMALL_PIECES_REMOVED.text()))));
	}

	/** Side of the square that a patch shows, nm. */
	double patchNm() {
		return project.record(Kind.ROIS, id).object("figures").number("patch_nm");
	}

	long[] ids() {
		return table.rois().stream().mapToLong(Roi::id).toArray();
	}

	/** Where the ROIs of these rows are. */
	List<RoiRegion> regions(final int... rows) {
		return java.util.Arrays.stream(rows).mapToObj(table::get).map(
			r -> new RoiRegion(r.id(), r.box())).toList();
	}
}
