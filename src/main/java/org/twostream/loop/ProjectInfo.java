
package org.twostream.loop;

import java.nio.file.Path;

import org.twostream.core.Json;
import org.twostream.core.Target;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;

/**
 * What project.json says. URIs with a relative path are relative to the project
 * folder; "" where there is none.
 *
 * @param raw URI of the raw volume
 * @param voxelSize nm
 * @param target what is looked for
 * @param truth URI of the raw volume's truth, for the oracle and for measuring
 * @param initialRaw URI of the initial labelled volume
 * @param initialLabels URI of its labels
 */
record ProjectInfo(String raw, VoxelSize voxelSize, Target target, String truth,
		String initialRaw, String initialLabels) {

	/** The format that this version writes and the newest it reads. */
	static final int FORMAT_VERSION = 1;

	Json json() {
		return new Json().put("format_version", FORMAT_VERSION).put("raw", raw).put(
			"voxel_nm", voxelSize.text()).put("target", target.text()).put("truth",
				truth).put("initial_raw", initialRaw).put("initial_labels",
					initialLabels).put("software", Software.version());
	}

	/**
	 * @throws UserError if the file is missing, damaged or of a newer format
	 */
	static ProjectInfo read(final Path file) {
		final Json json = Json.read(file);
		final long version = json.integer("format_version");
		if (version > FORMAT_VERSION) throw new UserError(file +
			" has format version " + version + ", newer than the " + FORMAT_VERSION +
			" this TwoStream reads; update TwoStream.");
		return new ProjectInfo(json.string("raw"), VoxelSize.parse(json.string(
			"voxel_nm")), Target.parse(json.string("target")), json.string("truth",
				""), json.string("initial_raw", ""), json.string("initial_labels", ""));
	}

	ProjectInfo withRaw(final String uri) {
		return new ProjectInfo(uri, voxelSize, target, truth, initialRaw,
			initialLabels);
	}

	ProjectInfo withTruth(final String uri) {
		return new ProjectInfo(raw, voxelSize, target, uri, initialRaw,
			initialLabels);
	}

	ProjectInfo withInitial(final String uri, final String labels) {
		return new ProjectInfo(raw, voxelSize, target, truth, uri, labels);
	}
}
