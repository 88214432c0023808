
package org.twostream.command;

import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Plugin;
import org.twostream.loop.ActiveLearning;
import org.twostream.loop.StepResult;

/** Says what device really runs, native library, versions, disk and memory. */
@Plugin(type = Command.class, name = "doctor", headless = true,
	menuPath = "Plugins>TwoStream>Check Engine...",
	description = "Says what device really runs, native library, versions, disk and memory.",
	attrs = { @Attr(name = Step.READS, value = "nothing"), @Attr(
		name = Step.WRITES, value = "nothing"), @Attr(name = Step.PARENT,
			value = "none") })
public final class DoctorCommand extends ComputeCommand {

	@Override
	protected StepResult step(final ActiveLearning steps) {
		return steps.doctor(compute());
	}

	@Override
	protected boolean needsProject() {
		return false;
	}
}
