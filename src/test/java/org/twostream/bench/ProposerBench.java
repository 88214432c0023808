
package org.twostream.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import org.twostream.block.BlockEngine;
import org.twostream.block.BlockRunner;
import org.twostream.block.BlockSize;
import org.twostream.block.RunSettings;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.VoxelSize;
import org.twostream.roi.ComponentLabelling;
import org.twostream.roi.Connectivity;
import org.twostream.roi.LabellingOptions;
import org.twostream.roi.PatchFrame;
import org.twostream.roi.PatchSink;
import org.twostream.roi.Proposer;
import org.twostream.roi.ProposerOptions;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeWriter;
import org.twostream.volume.chunked.ArraySpec;
import org.twostream.volume.chunked.ChunkedArray;
import org.twostream.volume.chunked.ChunkedSpec;
import org.twostream.volume.chunked.ChunkedWriter;

/**
 * How long proposing takes with everything on disk: prediction, raw volume and
 * labels as OME-Zarr, patches as Zarr. The volume is smoothed noise of 512^3
 * voxels, which is periodic, side by side.
 *
 * <pre>
 * ProposerBench THREADS FOLDER X Y Z [find]
 * </pre>
 *
 * X, Y, Z: how many times along each axis; find: no labels, no patches.
 */
public final class ProposerBench {

	private final int threads;
	private final Path folder;
	private final Box volume;

	private ProposerBench(final int threads, final Path folder,
		final Box volume)
	{
		this.threads = threads;
		this.folder = folder;
		this.volume = volume;
	}

	/** Prints seconds of each part, rates and memory. */
	public static void main(final String... args) throws IOException {
		final Path folder = Files.createTempDirectory(Path.of(args[1]), "propose");
		try {
			final int n = LabellingBench.N;
			final ProposerBench bench = new ProposerBench(Integer.parseInt(args[0]),
				folder, Box.ofSize(Long.parseLong(args[2]) * n, Long.parseLong(
					args[3]) * n, Long.parseLong(args[4]) * n));
			try (VolumeWriter prediction = bench.prediction()) {
				bench.find(prediction.reader());
				if (args.length < 6) bench.propose(prediction.reader());
			}
		}
		finally {
			try (Stream<Path> files = Files.walk(folder)) {
				for (final Path file : files.sorted(Comparator.reverseOrder()).toList())
					Files.delete(file);
			}
		}
	}

	private VolumeWriter prediction() {
		final byte[] tile = LabellingBench.probabilities(0.08);
		final VolumeWriter prediction = write(folder.resolve("prediction.zarr"),
			PixelType.UINT8);
		final int n = LabellingBench.N;
		BlockRunner.local(RunSettings.of(threads, "Writing")).run(new BlockSize(n,
			n, n).grid(volume), block -> {
				prediction.write(0, block.core(), tile);
				return null;
			}, Progress.NONE);
		return prediction;
	}

	private LabellingOptions options() {
		return new LabellingOptions(0.5, 100, Connectivity.TWENTY_SIX, Optional
			.empty(), threads, LabellingOptions.DEFAULT_BLOCK);
	}

	/**
	 * In turns, so that what else the machine does meets all alike. The values
	 * that are summed are the prediction's, read once more.
	 */
	private void find(final EmVolume prediction) {
		for (int round = 0; round < 3; round++) {
			final Timed read = time(() -> BlockRunner.local(RunSettings.of(threads,
				"Reading")).run(LabellingOptions.DEFAULT_BLOCK.grid(volume), block -> {
					prediction.bytes(0, block.core());
					return null;
				}, Progress.NONE));
			final int[] objects = new int[1];
			final Timed found = time(() -> objects[0] = ComponentLabelling.of(
				prediction, options(), Progress.NONE).size());
			final Timed summed = time(() -> ComponentLabelling.of(prediction, Optional
				.of(prediction), options(), BlockEngine.local(), Progress.NONE));
			System.out.printf(Locale.ROOT,
				"%d threads, %d x %d x %d: read %s; %d objects found %s; with raw values %s; %s%n",
				threads, volume.xSize(), volume.ySize(), volume.zSize(), read.beside(
					read), objects[0], found.beside(read), summed.beside(read), memory());
		}
	}

	private Timed time(final Runnable work) {
		final long start = System.nanoTime();
		final long cpu = LabellingBench.processorTime();
		work.run();
		final double processor = (LabellingBench.processorTime() - cpu) / 1e9;
		return new Timed(volume.voxels() / 1e6, (System.nanoTime() - start) / 1e9,
			processor);
	}

	private record Timed(double million, double clock, double processor) {

		String beside(final Timed reading) {
			return String.format(Locale.ROOT,
				"%.1f s, %.0f Mvoxel/s (%.0f per processor second), %.0f (%.0f) %%",
				clock, million / clock, million / processor, 100 * reading.clock /
					clock, 100 * reading.processor / processor);
		}
	}

	private void propose(final EmVolume prediction) {
		try (VolumeWriter labels = write(folder.resolve("labels.zarr"),
			PixelType.UINT64))
		{
			final Stopwatch watch = new Stopwatch();
			final Patches patches = new Patches(folder.resolve("patches.zarr"));
			final Proposer.Proposal proposal = new Proposer(new ProposerOptions(
				options(), OptionalDouble.empty())).propose(prediction, prediction,
					new VoxelSize(8, 8, 8), labels, patches, watch);
			patches.array.close();
			watch.report(1, "");
			System.out.printf(Locale.ROOT,
				"%d threads, %s, %d ROIs, patches of %.0f nm: %s%s%n", threads, volume,
				proposal.table().size(), proposal.patchNm(), watch.text(), memory());
		}
	}

	/** What pools of the heap held at most, garbage included. */
	private static String memory() {
		long peak = 0;
		for (final MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans())
			if (pool.getType() == MemoryType.HEAP) peak += pool.getPeakUsage()
				.getUsed();
		return "heap " + (peak >> 20) + " MiB at most";
	}

	private VolumeWriter write(final Path place, final PixelType type) {
		return ChunkedWriter.create(place, ChunkedSpec.of(type, volume.xSize(),
			volume.ySize(), volume.zSize()));
	}

	/** Seconds per message of the work. */
	private static final class Stopwatch implements Progress {

		private final StringBuilder text = new StringBuilder();
		private String doing = "Finding objects";
		private long since = System.nanoTime();

		@Override
		public synchronized void report(final double fraction,
			final String message)
		{
			if (message.equals(doing)) return;
			final long now = System.nanoTime();
			text.append(String.format(Locale.ROOT, "%s %.2f s; ", doing, (now -
				since) / 1e9));
			doing = message;
			since = now;
		}

		@Override
		public boolean cancelled() {
			return false;
		}

		String text() {
			return text.toString();
		}
	}

	private static final class Patches implements PatchSink,
		java.util.function.IntFunction<PatchSink>
	{

		private final Path place;
		private ChunkedArray array;

		Patches(final Path place) {
			this.place = place;
		}

		@Override
		public PatchSink apply(final int rois) {
			array = ChunkedArray.create(place, ArraySpec.of(PixelType.UINT8, List.of(
				(long) rois, 2L, (long) PatchFrame.SIDE, (long) PatchFrame.SIDE), List
					.of(GROUP, 2, PatchFrame.SIDE, PatchFrame.SIDE)));
			return this;
		}

		@Override
		public void write(final int firstRoi, final byte[] patches) {
			array.writeRows(firstRoi, firstRoi + patches.length / 2 /
				PatchFrame.PIXELS, patches);
		}

		@Override
		public void sync() {
			array.sync();
		}
	}
}
