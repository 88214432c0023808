
package org.twostream.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.twostream.core.Seed;
import org.twostream.net.Architecture;
import org.twostream.net.Engine;
import org.twostream.net.Optimizer;
import org.twostream.net.Precision;
import org.twostream.net.SegmentationNetwork;
import org.twostream.net.SegmentationTraining;
import org.twostream.net.Tensor;
import org.twostream.net.TorchEngine;
import org.twostream.net.Vae;
import org.twostream.net.VaeTraining;

/**
 * Windows and training steps beside PyTorch in eager mode: the same weights,
 * windows, threads and device, one after the other in turns, so that what else
 * the machine does meets both alike. Prints a Markdown table; a ratio is
 * PyTorch's 32-bit time, contiguous as users run it, over ours.
 *
 * <pre>
 * NetworkSpeed PYTHON THREADS DEVICE ROUNDS [forward|step|vae [network [window]]]
 * </pre>
 */
public final class NetworkSpeed {

	private static final List<String> WINDOWS = List.of("1x8x160x160",
		"2x8x160x160", "1x8x256x256", "1x16x128x128");
	private static final String PLAIN = "PyTorch fp32";
	private static final String FP32 = "ours fp32";
	private static final String REDUCED = "ours reduced";

	private final PyTorchPeer peer;
	private final Engine full;
	private final Engine reduced;
	private final Path folder;
	private final int rounds;

	private NetworkSpeed(final PyTorchPeer peer, final Engine full,
		final Engine reduced, final Path folder, final int rounds)
	{
		this.peer = peer;
		this.full = full;
		this.reduced = reduced;
		this.folder = folder;
		this.rounds = rounds;
	}

	public static void main(final String... args) throws IOException {
		final int threads = Integer.parseInt(args[1]);
		final Path folder = Files.createTempDirectory("network-speed");
		try (TorchEngine full = TorchEngine.open(args[2], threads, Precision.FP32);
				TorchEngine reduced = TorchEngine.open(args[2], threads,
					Precision.REDUCED);
				PyTorchPeer peer = new PyTorchPeer(args[0], threads, args[2], folder))
		{
			System.out.println(full.description().line());
			System.out.println(peer.description());
			final NetworkSpeed speed = new NetworkSpeed(peer, full, reduced, folder,
				Integer.parseInt(args[3]));
			final String what = args.length > 4 ? args[4] : "";
			System.out.println(
				"| what | who | least s | median s | Mvoxel/s (patches/s) | ratio of least | of medians | largest difference |\n|---|---|---|---|---|---|---|---|");
			for (final String name : List.of("light", "paper", "wide")) {
				if (args.length > 5 && !args[5].equals(name)) continue;
				for (final String window : args.length > 6 ? List.of(args[6])
					: WINDOWS)
				{
					if (what.isEmpty() || "forward".equals(what)) speed.forward(name,
						window);
					if ("step".equals(what) || what.isEmpty() && "2x8x160x160".equals(
						window)) speed.step(name, window);
				}
			}
			if (what.isEmpty() || "vae".equals(what)) speed.vae(64, 32);
		}
		finally {
			for (final String f : List.of("weights.safetensors", "input.f32",
				"output.f32"))
				Files.deleteIfExists(folder.resolve(f));
			Files.delete(folder);
		}
	}

	private void forward(final String name, final String window)
		throws IOException
	{
		final Tensor x = input(window);
		final Path weights = weights(name, x);
		final Architecture a = Architecture.named(name, 1);
		try (SegmentationNetwork f = full.segmentation(a, weights);
				SegmentationNetwork r = reduced.segmentation(a, weights))
		{
			peer.ask("load " + name + " " + window.replace('x', ' '));
			final Map<String, Timed> runs = peers("forward");
			runs.put(FP32, () -> clock(() -> f.predict(x)));
			runs.put(REDUCED, () -> clock(() -> r.predict(x)));
			write("output.f32", f.predict(x));
			final String exact = peer.ask("plain output");
			write("output.f32", r.predict(x));
			report(name + " forward " + window, x.values().length / 1e6, runs, Map.of(
				FP32, exact, REDUCED, peer.ask("plain output")));
		}
	}

	private void step(final String name, final String window) throws IOException {
		final Tensor x = input(window);
		final Tensor t = Tensor.zeros(x.shape());
		for (int i = 0; i < t.values().length; i++)
			t.values()[i] = x.values()[i] > 0.9f ? 1 : 0;
		final Path weights = weights(name, x);
		final Architecture a = Architecture.named(name, 1);
		try (SegmentationNetwork f = full.segmentation(a, weights);
				SegmentationTraining ft = f.train(Optimizer.cosine(1e-3, 1000));
				SegmentationNetwork r = reduced.segmentation(a, weights);
				SegmentationTraining rt = r.train(Optimizer.cosine(1e-3, 1000)))
		{
			peer.ask("load " + name + " " + window.replace('x', ' '));
			final Map<String, Timed> runs = peers("step");
			runs.put(FP32, () -> clock(() -> ft.step(x, t)));
			runs.put(REDUCED, () -> clock(() -> rt.step(x, t)));
			report(name + " step " + window, x.values().length / 1e6, runs, Map.of());
		}
	}

	private void vae(final int latent, final int n) throws IOException {
		final Tensor x = noise(n, 1, 112, 112);
		try (Vae vae = full.vae(latent, new Seed(1));
				VaeTraining training = vae.train(Optimizer.cosine(1e-3, 1000), new Seed(
					2)))
		{
			peer.ask("vae " + latent + " " + n + " paper");
			for (final String what : List.of("forward", "step")) {
				final Map<String, Timed> runs = new LinkedHashMap<>();
				runs.put(PLAIN, () -> Double.parseDouble(peer.ask("plain " + what)));
				runs.put(FP32, () -> clock("step".equals(what) ? () -> training.step(x)
					: () -> vae.encode(x)));
				report("encoder, latent " + latent + ", " + n + " patches, " + what, n,
					runs, Map.of());
			}
		}
	}

	private Map<String, Timed> peers(final String what) {
		final Map<String, Timed> runs = new LinkedHashMap<>();
		runs.put(PLAIN, () -> Double.parseDouble(peer.ask("plain " + what)));
		runs.put("PyTorch fp32, channels last", () -> Double.parseDouble(peer.ask(
			"channels_last " + what)));
		// Elsewhere bfloat16 is computed a number at a time, for minutes.
		if (peer.bf16()) {
			runs.put("PyTorch bf16", () -> Double.parseDouble(peer.ask("bf16 " +
				what)));
			runs.put("PyTorch bf16, channels last", () -> Double.parseDouble(peer.ask(
				"bf16_channels_last " + what)));
		}
		return runs;
	}

	private void report(final String what, final double units,
		final Map<String, Timed> runs, final Map<String, String> differences)
		throws IOException
	{
		final Map<String, double[]> seconds = new LinkedHashMap<>();
		for (final String who : runs.keySet()) {
			runs.get(who).seconds();
			seconds.put(who, new double[rounds]);
		}
		for (int i = 0; i < rounds; i++)
			for (final String who : runs.keySet())
				seconds.get(who)[i] = runs.get(who).seconds();
		seconds.values().forEach(Arrays::sort);
		final double[] base = seconds.get(PLAIN);
		seconds.forEach((who, s) -> System.out.printf(Locale.ROOT,
			"| %s | %s | %.3f | %.3f | %.3f | %.2f | %.2f | %s |%n", what, who, s[0],
			s[rounds / 2], units / s[0], base[0] / s[0], base[rounds / 2] / s[rounds /
				2], differences.getOrDefault(who, "")));
	}

	// Running statistics of this input, so that no layer dies out.
	private Path weights(final String name, final Tensor x) throws IOException {
		final Path file = folder.resolve("weights.safetensors");
		try (SegmentationNetwork net = full.segmentation(Architecture.named(name,
			1), new Seed(1));
				SegmentationTraining training = net.train(Optimizer.cosine(1e-3, 1000)))
		{
			training.estimateNormalization(List.of(x));
			net.save(file);
		}
		write("input.f32", x);
		return file;
	}

	private void write(final String name, final Tensor t) throws IOException {
		final ByteBuffer bytes = ByteBuffer.allocate(4 * t.values().length).order(
			ByteOrder.LITTLE_ENDIAN);
		bytes.asFloatBuffer().put(t.values());
		Files.write(folder.resolve(name), bytes.array());
	}

	/** One run. */
	private interface Timed {

		double seconds() throws IOException;
	}

	private static double clock(final Runnable work) {
		final long start = System.nanoTime();
		work.run();
		return (System.nanoTime() - start) / 1e9;
	}

	private static Tensor input(final String window) {
		final List<Integer> sides = new ArrayList<>();
		for (final String side : window.split("x"))
			sides.add(Integer.parseInt(side));
		sides.add(1, 1);
		return noise(sides.stream().mapToInt(i -> i).toArray());
	}

	private static Tensor noise(final int... shape) {
		final Tensor t = Tensor.zeros(shape);
		final var random = new Seed(3).random();
		for (int i = 0; i < t.values().length; i++)
			t.values()[i] = (float) random.nextDouble();
		return t;
	}
}
