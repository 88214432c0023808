
package org.twostream.command;

import org.scijava.plugin.Parameter;
import org.twostream.loop.Source;

/** A step that makes the project where there is none yet. */
public abstract class SourceCommand extends BlockCommand {

	@Parameter(label = "Raw volume", required = false, persist = false,
		description = "Where the raw volume lies: path.tif, path.zarr?dataset, " +
			"path.n5?dataset, path.h5?dataset, or the title of an open image. Default: the project's.")
	private String raw = "";

	@Parameter(label = "Voxel size x,y,z (nm)", required = false, persist = false,
		description = "Edges of a voxel in nm as x,y,z, each above 0. " +
			"Default: the project's, else what the file says.")
	private String voxel_nm = "";

	@Parameter(label = "Target", required = false, persist = false, choices = {
		"auto", "mitochondria", "cleft", "polarity" },
		description = "What is looked for: mitochondria, cleft or polarity. " +
			"Default: auto, the project's; a new project needs it.")
	private String target = "auto";

	/** What a project can be made from. */
	protected final Source source() {
		return source(raw, voxel_nm, target);
	}

	/** @param target as the key says it: auto is the project's */
	static Source source(final String raw, final String voxelNm,
		final String target)
	{
		return new Source(raw.trim(), voxelNm.trim(), target.equals("auto") ? ""
			: target);
	}
}
