
package org.twostream.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

import org.twostream.block.RunSettings;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.net.Architecture;
import org.twostream.net.Precision;
import org.twostream.net.SegmentationNetwork;
import org.twostream.net.Tensor;
import org.twostream.net.TorchEngine;
import org.twostream.segment.Predictor;
import org.twostream.segment.SlidingWindow;
import org.twostream.segment.WindowSize;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeStores;
import org.twostream.volume.VolumeWriter;
import org.twostream.volume.chunked.ChunkedSpec;
import org.twostream.volume.chunked.ChunkedStore;
import org.twostream.volume.chunked.ChunkedWriter;

/**
 * Prediction from Zarr to Zarr on disk beside the bare forward passes of as
 * many windows, in turns, so that other programs slow both alike; and what the
 * Java part costs with a network that costs nothing.
 *
 * <pre>
 * PredictBench MODEL fp32|reduced THREADS OVERLAP [TTA [BATCH [x,y,z of the volume]]]
 * PredictBench none fp32 THREADS OVERLAP [TTA [BATCH [x,y,z]]]
 * </pre>
 */
public final class PredictBench {

	private static final int REPEATS = 5;

	private PredictBench() {}

	public static void main(final String[] args) throws IOException {
		final WindowSize window = new WindowSize(160, 160, 8);
		final int tta = args.length > 4 ? Integer.parseInt(args[4]) : 1;
		final int batch = args.length > 5 ? Integer.parseInt(args[5]) : 1;
		final WindowSize size = WindowSize.parse(args.length > 6 ? args[6]
			: "640,640,32");
		final SlidingWindow how = SlidingWindow.of(window).with(Double.parseDouble(
			args[3]), tta, batch);
		final Path folder = Files.createTempDirectory("predict-bench");
		try {
			write(folder.resolve("raw.zarr"), size);
			if (args[0].equals("none")) measure(new NoNetwork(), folder, how, false);
			else try (TorchEngine engine = TorchEngine.open("auto", Integer.parseInt(
				args[2]), Precision.of(args[1]));
					SegmentationNetwork network = engine.segmentation(Architecture.named(
						args[0], 1), new Seed(1)))
			{
				System.out.println(engine.description().line());
				measure(network, folder, how, true);
			}
		}
		finally {
			delete(folder);
		}
	}

	private static void measure(final SegmentationNetwork network,
		final Path folder, final SlidingWindow how, final boolean bare)
	{
		final WindowSize w = how.window();
		final Tensor input = Tensor.zeros(how.batch(), 1, w.z(), w.y(), w.x());
		final var random = new Seed(3).random();
		for (int i = 0; i < input.values().length; i++)
			input.values()[i] = (float) random.nextDouble();
		for (int i = 0; i < 3; i++)
			network.predict(input);
		double leastBare = Double.MAX_VALUE;
		double leastWhole = Double.MAX_VALUE;
		double leastCpu = Double.MAX_VALUE;
		Predictor.Cost cost = new Predictor.Cost(0, 0, 0, 0, 0);
		for (int i = 0; i < REPEATS; i++) {
			final double cpu = cpuSeconds();
			cost = predict(network, folder, how, folder.resolve(i + ".zarr"));
			leastCpu = Math.min(leastCpu, cpuSeconds() - cpu);
			leastWhole = Math.min(leastWhole, cost.seconds());
			final long passes = (cost.windows() + how.batch() - 1) / how.batch() * how
				.tta();
			final long start = System.nanoTime();
			if (bare) for (long p = 0; p < passes; p++)
				network.predict(input);
			leastBare = Math.min(leastBare, (System.nanoTime() - start) / 1e9);
		}
		System.out.printf(
			"overlap %.2f tta %d batch %d: %d windows, %.1f Mvoxel of windows per second, %.2f useful Mvoxel/s",
			how.overlap(), how.tta(), how.batch(), cost.windows(), cost.windows() *
				how.tta() * w.voxels() / leastWhole / 1e6, cost.voxels() / leastWhole /
					1e6);
		if (bare) System.out.printf(
			"; %.2f s, bare forward passes %.2f s, ratio %.3f", leastWhole, leastBare,
			leastWhole / leastBare);
		else System.out.printf("; %.1f Mvoxel of windows per core and second", cost
			.windows() * how.tta() * w.voxels() / leastCpu / 1e6);
		System.out.println();
	}

	private static double cpuSeconds() {
		return ((com.sun.management.OperatingSystemMXBean) ManagementFactory
			.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
	}

	private static Predictor.Cost predict(final SegmentationNetwork network,
		final Path folder, final SlidingWindow how, final Path to)
	{
		try (EmVolume raw = new VolumeStores(java.util.List.of(new ChunkedStore()))
			.open(folder.resolve("raw.zarr").toString());
				VolumeWriter out = ChunkedWriter.create(to, ChunkedSpec.of(
					PixelType.UINT8, raw.info().xSize(), raw.info().ySize(), raw.info()
						.zSize()).withChannels(1)))
		{
			return new Predictor(network, how).predict(raw, out, RunSettings.of(1,
				"Predicting"), Progress.NONE);
		}
	}

	private static void write(final Path folder, final WindowSize size) {
		final byte[] voxels = new byte[size.voxels()];
		final var random = new Seed(3).random();
		for (int i = 0; i < voxels.length; i++)
			voxels[i] = (byte) (110 + random.nextInt(32) + 60 * Math.sin(i / 37.));
		try (VolumeWriter out = ChunkedWriter.create(folder, ChunkedSpec.of(
			PixelType.UINT8, size.x(), size.y(), size.z())))
		{
			out.write(0, Box.ofSize(size.x(), size.y(), size.z()), voxels);
		}
	}

	private static void delete(final Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			for (final Path file : files.sorted(Comparator.reverseOrder()).toList())
				Files.delete(file);
		}
	}
}
