
package org.twostream.command;

import org.scijava.plugin.Parameter;
import org.twostream.core.Seed;
import org.twostream.loop.Compute;

/** A step with threads and random choices, but no network. */
public abstract class ThreadedCommand extends StepCommand {

	@Parameter(label = "Threads", required = false, persist = false, min = "0",
		description = "Worker threads, 1 or more. Default: 0, all cores.")
	private int threads = 0;

	@Parameter(label = "Seed", required = false, persist = false,
		description = "Start of every random choice, any whole number; " +
			"the same seed gives the same result. Default: 1.")
	private long seed = 1;

	/** Worker threads, all cores where none are asked for. */
	protected final int threads() {
		return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
	}

	protected final Seed seed() {
		return new Seed(seed);
	}

	/** Where and how the step computes. */
	protected Compute compute() {
		return new Compute("auto", threads(), seed(), "fp32");
	}
}
