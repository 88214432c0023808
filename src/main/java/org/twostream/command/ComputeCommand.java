
package org.twostream.command;

import org.scijava.plugin.Parameter;
import org.twostream.loop.Compute;

/** A step that runs networks. */
public abstract class ComputeCommand extends ThreadedCommand {

	@Parameter(label = "Device", required = false, persist = false,
		description = "Where networks run: cpu, cuda, cuda:N, or auto for the " +
			"best there is. Default: auto.")
	private String device = "auto";

	@Parameter(label = "Precision", required = false, persist = false, choices = {
		"fp32", "reduced" },
		description = "Numbers inside networks: fp32, or reduced (bfloat16 where " +
			"the processor has it). Default: fp32.")
	private String precision = "fp32";

	@Override
	protected final Compute compute() {
		return new Compute(device.trim(), threads(), seed(), precision);
	}
}
