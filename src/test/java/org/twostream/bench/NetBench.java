
package org.twostream.bench;

import java.lang.management.ManagementFactory;

import org.twostream.core.Seed;
import org.twostream.net.Architecture;
import org.twostream.net.Optimizer;
import org.twostream.net.Precision;
import org.twostream.net.SegmentationNetwork;
import org.twostream.net.SegmentationTraining;
import org.twostream.net.Tensor;
import org.twostream.net.TorchEngine;
import org.twostream.net.Vae;
import org.twostream.net.VaeTraining;

/**
 * Seconds of a training step and a forward pass: wall time, and processor time
 * of the calling thread, which with one thread is the same work and hardly
 * feels other programs.
 *
 * <pre>
 * NetBench THREADS fp32|reduced [seconds per line]
 * python src/test/python/reference_networks.py time THREADS
 * </pre>
 */
public final class NetBench {

	private static double seconds = 6;

	private NetBench() {}

	public static void main(final String[] args) {
		final int threads = Integer.parseInt(args[0]);
		if (args.length > 2) seconds = Double.parseDouble(args[2]);
		try (TorchEngine engine = TorchEngine.open("auto", threads, Precision.of(
			args[1])))
		{
			System.out.println(engine.description().line());
			segmentation(engine, "light", 2, 8, 160, 160);
			segmentation(engine, "tiny", 4, 8, 128, 128);
			segmentation(engine, "tiny", 1, 8, 160, 160);
			vae(engine, 64, 32);
		}
	}

	private static void segmentation(final TorchEngine engine, final String name,
		final int n, final int z, final int y, final int x)
	{
		final Tensor input = noise(n, 1, z, y, x);
		final Tensor target = Tensor.zeros(n, 1, z, y, x);
		for (int i = 0; i < target.values().length; i++)
			target.values()[i] = input.values()[i] > 0.9f ? 1 : 0;
		final String what = name + " " + n + "x" + z + "x" + y + "x" + x;
		try (SegmentationNetwork net = engine.segmentation(Architecture.named(name,
			1), new Seed(1));
				SegmentationTraining training = net.train(Optimizer.cosine(1e-3, 1000)))
		{
			time(what + " step", 1, () -> training.step(input, target));
			time(what + " forward, Mvoxel", input.values().length / 1e6, () -> net
				.predict(input));
		}
	}

	private static void vae(final TorchEngine engine, final int latent,
		final int n)
	{
		final Tensor x = noise(n, 1, 112, 112);
		try (Vae vae = engine.vae(latent, new Seed(1));
				VaeTraining training = vae.train(Optimizer.cosine(1e-3, 1000), new Seed(
					2)))
		{
			time("vae " + latent + " batch " + n + " step", 1, () -> training.step(
				x));
			time("vae " + latent + " encode, patches", n, () -> vae.encode(x));
		}
	}

	private static void time(final String what, final double units,
		final Runnable work)
	{
		work.run();
		work.run();
		final var threads = ManagementFactory.getThreadMXBean();
		double wall = Double.MAX_VALUE, processor = Double.MAX_VALUE;
		final long end = System.nanoTime() + (long) (seconds * 1e9);
		while (System.nanoTime() < end) {
			final long w = System.nanoTime(), p = threads.getCurrentThreadCpuTime();
			work.run();
			processor = Math.min(processor, (threads.getCurrentThreadCpuTime() - p) /
				1e9);
			wall = Math.min(wall, (System.nanoTime() - w) / 1e9);
		}
		System.out.printf("%s: wall %.3f s (%.3f/s), thread %.3f s (%.3f/s)%n",
			what, wall, units / wall, processor, units / processor);
	}

	private static Tensor noise(final int... shape) {
		final Tensor t = Tensor.zeros(shape);
		final var random = new Seed(3).random();
		for (int i = 0; i < t.values().length; i++)
			t.values()[i] = (float) random.nextDouble();
		return t;
	}
}
