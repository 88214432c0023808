
package org.twostream.command;

import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.twostream.loop.ActiveLearning;
import org.twostream.loop.StepResult;

/**
 * Says what device really runs, native library, versions, disk, memory and the
 * last 200 lines of the project's log, and whether a model of others works.
 */
@Plugin(type = Command.class, name = "doctor", headless = true,
	menuPath = "Plugins>TwoStream>Check Engine...",
	description = "Says what device really runs, native library, versions, disk, memory and the last 200 lines of the project's log.",
	attrs = { @Attr(name = Step.READS, value = "log.txt"), @Attr(
		name = Step.WRITES, value = "nothing"), @Attr(name = Step.PARENT,
			value = "none") })
public final class DoctorCommand extends ComputeCommand {

	private static final int LOG_LINES = 200;

	@Parameter(label = "Imported model", required = false, persist = false,
		description = "A bioimage.io model (folder or zip) to look at and to run on the " +
			"test that it comes with, or a TorchScript file. Default: none.")
	private String base = "";

	@Override
	protected StepResult step(final ActiveLearning steps) {
		final StepResult found = steps.doctor(base.trim(), compute());
		return new StepResult(found.step(), found.id(), found.path(), found
			.summary(), String.join("\n", new RunLog(folder()).last(LOG_LINES)));
	}

	@Override
	protected boolean needsProject() {
		return false;
	}
}
