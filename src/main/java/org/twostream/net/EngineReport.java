
package org.twostream.net;

import org.twostream.core.Json;
import org.twostream.core.UserError;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;

/**
 * What an engine turns out to be when it is made to work: a 3 x 3 x 3
 * convolution whose result is known runs on the device and is timed.
 *
 * @param engine its description: device, versions, native library, threads
 * @param fp32 billion float32 operations per second
 * @param reduced the same in bfloat16; not much above {@code fp32} on
 *          processors without it, where {@link Precision#REDUCED} gains little
 * @param voxels voxels per second of the network light in windows of 160 x 160
 *          x 8, float32
 * @param reducedVoxels the same in bfloat16
 */
public record EngineReport(Json engine, double fp32, double reduced,
		double voxels, double reducedVoxels) {

	private static final int CHANNELS = 32;
	private static final int[] SIDES = { 8, 64, 64 };
	private static final int RUNS = 5;
	/** Nanoseconds after which the network is not tried again. */
	private static final long NETWORK_TIME = 2_000_000_000;

	static EngineReport of(final Json description, final PtNDManager parent,
		final NativeCalls calls)
	{
		try (Session s = new Session(parent);
				Script script = new Script(s.manager(), calls, ""))
		{
			return new EngineReport(description, speed(script, s, false), speed(
				script, s, true), voxels(parent, calls, Precision.FP32), voxels(parent,
					calls, Precision.REDUCED));
		}
	}

	private static double voxels(final PtNDManager parent,
		final NativeCalls calls, final Precision precision)
	{
		final Tensor window = Tensor.zeros(1, 1, 8, 160, 160);
		try (SegmentationNetwork light = new TorchSegmentation(parent, calls,
			Architecture.named("light", 1), precision))
		{
			double best = Double.MAX_VALUE;
			final long end = System.nanoTime() + NETWORK_TIME;
			for (int i = 0; i < 2 || i < RUNS && System.nanoTime() < end; i++) {
				final long start = System.nanoTime();
				light.predict(window);
				best = Math.min(best, (System.nanoTime() - start) / 1e9);
			}
			return window.values().length / best;
		}
	}

	private static double speed(final Script script, final Session session,
		final boolean reduced)
	{
		final NDArray x = session.manager().ones(new Shape(1, CHANNELS, SIDES[0],
			SIDES[1], SIDES[2]));
		final NDArray w = session.manager().ones(new Shape(CHANNELS, CHANNELS, 3, 3,
			3));
		double best = Double.MAX_VALUE;
		for (int i = 0; i < RUNS; i++) {
			final long start = System.nanoTime();
			final float found = script.run(session.manager(), "probe", x, w, session
				.flag(reduced)).get(0).getFloat();
			best = Math.min(best, System.nanoTime() - start);
			if (found != 27 * CHANNELS) throw new UserError("The device " + x
				.getDevice() + " computes " + found + " instead of " + 27 * CHANNELS +
				" in a " + (reduced ? "bfloat16" : "float32") +
				" convolution; choose device=cpu" + (reduced ? " or precision=fp32"
					: "") + ".");
		}
		final double operations = 2. * CHANNELS * CHANNELS * 27 * SIDES[0] *
			SIDES[1] * SIDES[2];
		return operations / best;
	}

	/** All of it as one object. */
	public Json json() {
		final Json json = new Json();
		engine.texts().forEach(json::put);
		return json.put("fp32_gflops", Math.round(fp32)).put("reduced_gflops", Math
			.round(reduced)).put("light_voxels_per_second", Math.round(voxels)).put(
				"light_voxels_per_second_reduced", Math.round(reducedVoxels));
	}
}
