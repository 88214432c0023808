
package org.twostream.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

import org.twostream.block.RunSettings;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.net.Architecture;
import org.twostream.net.Precision;
import org.twostream.net.SegmentationNetwork;
import org.twostream.net.TorchEngine;
import org.twostream.segment.Predictor;
import org.twostream.segment.SlidingWindow;
import org.twostream.segment.WindowSize;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeInfo;
import org.twostream.volume.VolumeWriter;
import org.twostream.volume.chunked.ChunkedSpec;
import org.twostream.volume.chunked.ChunkedWriter;

/**
 * What a prediction holds in memory: of volumes that are made voxel by voxel as
 * they are read. Prints the process's resident memory every tenth of the way,
 * and the peaks of it and of Java's heap.
 *
 * <pre>
 * PredictMemory MODEL|none fp32|reduced THREADS WINDOW OVERLAP x,y,z of the volume
 * </pre>
 */
public final class PredictMemory {

	private PredictMemory() {}

	public static void main(final String[] args) throws IOException {
		final SlidingWindow how = SlidingWindow.of(WindowSize.parse(args[3])).with(
			Double.parseDouble(args[4]), 1, 1);
		final String[] size = args[5].split(",");
		final Made raw = new Made(new VolumeInfo(Long.parseLong(size[0]), Long
			.parseLong(size[1]), Long.parseLong(size[2]), 1, PixelType.UINT8, Optional
				.empty(), 64, 64, 64));
		if (args[0].equals("none")) run(new NoNetwork(), how, raw);
		else try (TorchEngine engine = TorchEngine.open("auto", Integer.parseInt(
			args[2]), Precision.of(args[1]));
				SegmentationNetwork network = engine.segmentation(Architecture.named(
					args[0], 1), new Seed(1)))
		{
			run(network, how, raw);
		}
	}

	private static void run(final SegmentationNetwork network,
		final SlidingWindow how, final Made raw) throws IOException
	{
		final Path folder = Files.createTempDirectory("predict-memory");
		final VolumeInfo i = raw.info();
		try (VolumeWriter out = ChunkedWriter.create(folder.resolve("out.zarr"),
			ChunkedSpec.of(PixelType.UINT8, i.xSize(), i.ySize(), i.zSize())
				.withChannels(1)))
		{
			final Predictor.Cost cost = new Predictor(network, how).predict(raw, out,
				RunSettings.of(1, "Predicting"), new Steps());
			System.out.printf(
				"%.3f gigavoxels, %d windows, %.1f s: peak of the heap %d MB, of the process %d MB%n",
				cost.voxels() / 1e9, cost.windows(), cost.seconds(), peakHeap() >> 20,
				status("VmHWM:") >> 10);
		}
		finally {
			try (Stream<Path> files = Files.walk(folder)) {
				for (final Path file : files.sorted(Comparator.reverseOrder()).toList())
					Files.delete(file);
			}
		}
	}

	/** After collections: what was really in use. */
	private static long peakHeap() {
		return ManagementFactory.getMemoryPoolMXBeans().stream().filter(p -> p
			.getType() == MemoryType.HEAP).map(MemoryPoolMXBean::getPeakUsage)
			.mapToLong(u -> u.getUsed()).sum();
	}

	/** Kilobytes, as Linux says. */
	private static long status(final String name) throws IOException {
		for (final String line : Files.readAllLines(Path.of("/proc/self/status")))
			if (line.startsWith(name)) return Long.parseLong(line.substring(name
				.length(), line.length() - "kB".length()).trim());
		throw new IOException("no " + name);
	}

	private static final class Steps implements Progress {

		private int tenths;

		@Override
		public synchronized void report(final double fraction,
			final String message)
		{
			if (fraction < (tenths + 1) / 10.0) return;
			tenths = (int) (fraction * 10);
			try {
				System.out.printf("%d0 %%: resident %d MB%n", tenths, status(
					"VmRSS:") >> 10);
			}
			catch (final IOException e) {
				throw new java.io.UncheckedIOException(e);
			}
		}

		@Override
		public boolean cancelled() {
			return false;
		}
	}

	/** Voxels from their coordinates. */
	private record Made(VolumeInfo info) implements EmVolume {

		@Override
		public void read(final int channel, final Box box, final byte[] target) {
			int i = 0;
			for (long z = box.zMin(); z < box.zMax(); z++)
				for (long y = box.yMin(); y < box.yMax(); y++) {
					final int row = (int) (z * 7919 + y * 104729);
					for (int x = (int) box.xMin(); x < box.xMax(); x++)
						target[i++] = (byte) ((x * 0x9E3779B1 ^ row) >>> 24);
				}
		}

		@Override
		public void read(final int channel, final Box box, final long[] target) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void read(final int channel, final Box box, final float[] target) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void close() {
			// nothing to release
		}
	}
}
