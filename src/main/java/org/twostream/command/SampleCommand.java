
package org.twostream.command;

import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.twostream.core.Target;
import org.twostream.core.VoxelSize;
import org.twostream.loop.ActiveLearning;
import org.twostream.loop.SampleOptions;
import org.twostream.loop.StepResult;

/** Makes an EM-like phantom project with truth, of any size, from a seed. */
@Plugin(type = Command.class, name = "sample", headless = true,
	menuPath = "Plugins>TwoStream>Open Sample Project...",
	description = "Makes an EM-like phantom project with truth, of any size, from a seed.",
	attrs = { @Attr(name = Step.READS, value = "nothing"), @Attr(
		name = Step.WRITES,
		value = "project.json, raw volume, truth, initial labelled volume"), @Attr(
			name = Step.PARENT, value = "none") })
public final class SampleCommand extends ThreadedCommand {

	@Parameter(label = "Size x,y,z (voxels)", required = false, persist = false,
		description = "Voxels of the raw volume as x,y,z, each 16 or more. Default: " +
			"256,256,64.")
	private String size = "256,256,64";

	@Parameter(label = "Initial sections", required = false, persist = false,
		min = "0",
		description = "Sections of the separate labelled volume that the first base " +
			"model learns from, 0 or more; 0 for none. Default: 32.")
	private int initial_sections = 32;

	@Parameter(label = "Voxel size x,y,z (nm)", required = false, persist = false,
		description = "Edges of a voxel in nm as x,y,z, each above 0. Default: " +
			"8,8,30.")
	private String voxel_nm = "8,8,30";

	@Parameter(label = "Target", required = false, persist = false, choices = {
		"mitochondria", "cleft", "polarity" },
		description = "What the truth holds: mitochondria, cleft or polarity. " +
			"Default: mitochondria.")
	private String target = "mitochondria";

	@Override
	protected StepResult step(final ActiveLearning steps) {
		final Triple voxels = Triple.parse("size", size).orMore("size", 16);
		return steps.sample(new SampleOptions(voxels.x(), voxels.y(), voxels.z(),
			initial_sections, VoxelSize.parse(voxel_nm), Target.parse(target), seed(),
			threads()));
	}
}
