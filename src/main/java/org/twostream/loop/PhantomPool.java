
package org.twostream.loop;

import java.nio.file.Files;
import java.nio.file.Path;

import org.twostream.core.Json;
import org.twostream.core.Target;
import org.twostream.core.VoxelSize;
import org.twostream.phantom.Phantom;
import org.twostream.phantom.PhantomSettings;

/**
 * The phantom that an experiment makes where there is no project: as large as
 * its pool needs, of the default voxel size and the frozen densities.
 */
final class PhantomPool {

	/**
	 * Voxels of 8 x 8 x 30 nm per wanted ROI, from docs/results/experiments.md.
	 */
	private static final long VOXELS_PER_ROI = 65_000;
	private static final VoxelSize VOXEL = new VoxelSize(8, 8, 30);
	private static final long LARGEST_SIDE = 2048;
	private static final long SECTIONS = 88;
	private static final long STEP = 32;
	private static final int INITIAL_SECTIONS = 12;

	private PhantomPool() {}

	/** What sample makes for so many ROIs. */
	static SampleOptions options(final int rois, final Target target,
		final Compute compute)
	{
		final long voxels = rois * VOXELS_PER_ROI;
		final long side = Math.max(4 * STEP, Math.min(LARGEST_SIDE, Math.round(Math
			.sqrt((double) voxels / SECTIONS) / STEP) * STEP));
		final long sections = side < LARGEST_SIDE ? SECTIONS : Math.max(SECTIONS,
			voxels / (side * side));
		return new SampleOptions(side, side, sections, INITIAL_SECTIONS, VOXEL,
			target, compute.seed(), compute.threads());
	}

	/**
	 * The fingerprint of the phantom that a project holds: of its frozen knobs
	 * and of all its settings; "none" where the volume is no phantom.
	 */
	static String hash(final Path project) {
		final Path note = project.resolve(SampleStep.FOLDER).resolve(
			"settings.json");
		if (!Files.exists(note)) return "none";
		final Json json = Json.read(note);
		final String[] size = json.string("size").split(",");
		return new Phantom(new PhantomSettings(Long.parseLong(size[0]), Long
			.parseLong(size[1]), Long.parseLong(size[2]), VoxelSize.parse(json.string(
				"voxel_nm")), Target.parse(json.string("target")),
			new org.twostream.core.Seed(json.integer("seed")))).fingerprint();
	}
}
