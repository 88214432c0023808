
package org.twostream.loop;

import org.twostream.core.Json;
import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.net.Engine;
import org.twostream.net.EngineSettings;
import org.twostream.net.Precision;

/**
 * Where and how a step computes.
 *
 * @param device auto, cpu, cuda or cuda:N
 * @param threads worker threads, at least 1
 * @param seed start of every random choice
 * @param precision fp32, or reduced (bfloat16 inside networks where the
 *          processor has it)
 */
public record Compute(String device, int threads, Seed seed, String precision) {

	/**
	 * @throws UserError if a value is outside its range
	 */
	public Compute {
		if (threads < 1) throw new UserError("threads=" + threads +
			" is below 1; give the number of worker threads.");
		if (!precision.equals("fp32") && !precision.equals("reduced"))
			throw new UserError("precision=" + precision +
				" is neither fp32 nor reduced; choose one of them.");
		if (!device.matches("auto|cpu|cuda(:\\d+)?")) throw new UserError(
			"device=" + device +
				" is none of auto, cpu, cuda, cuda:N; choose one of them.");
	}

	/** All cores, seed 1, fp32, the best device. */
	public static Compute defaults() {
		return new Compute("auto", Runtime.getRuntime().availableProcessors(),
			new Seed(1), "fp32");
	}

	/**
	 * The networks' engine on this device.
	 *
	 * @throws UserError if there is no such device or no native library
	 */
	Engine engine() {
		return engineSettings().open();
	}

	/** The same, yet to be opened. */
	EngineSettings engineSettings() {
		return new EngineSettings(device, threads, Precision.of(precision));
	}

	/** What of this decides the bytes of a result. */
	Json json() {
		return new Json().put("seed", seed.value()).put("precision", precision);
	}
}
