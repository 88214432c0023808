
package org.twostream.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import org.twostream.core.Progress;
import org.twostream.core.VoxelSize;
import org.twostream.roi.Connectivity;
import org.twostream.roi.LabellingOptions;
import org.twostream.roi.PatchFrame;
import org.twostream.roi.PatchSink;
import org.twostream.roi.Proposer;
import org.twostream.roi.ProposerOptions;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeWriter;
import org.twostream.volume.chunked.ArraySpec;
import org.twostream.volume.chunked.ChunkedArray;
import org.twostream.volume.chunked.ChunkedSpec;
import org.twostream.volume.chunked.ChunkedWriter;

/**
 * How long proposing takes with everything on disk: prediction, raw volume and
 * labels of 512^3 voxels as OME-Zarr, patches as Zarr. Arguments: threads
 * (default 1), a folder for some 300 MB (default a temporary one).
 */
public final class ProposerBench {

	private ProposerBench() {}

	/** Prints seconds of each part. */
	public static void main(final String... args) throws IOException {
		final int threads = args.length > 0 ? Integer.parseInt(args[0]) : 1;
		final Path folder = Files.createTempDirectory(args.length > 1 ? Path.of(
			args[1]) : Path.of(System.getProperty("java.io.tmpdir")), "propose");
		try {
			final byte[] blobs = LabellingBench.blobs(0.08);
			for (int round = 0; round < 3; round++)
				propose(blobs, threads, folder.resolve("round" + round));
		}
		finally {
			try (Stream<Path> files = Files.walk(folder)) {
				for (final Path file : files.sorted(Comparator.reverseOrder()).toList())
					Files.delete(file);
			}
		}
	}

	private static void propose(final byte[] blobs, final int threads,
		final Path folder)
	{
		final int n = LabellingBench.N;
		try (VolumeWriter prediction = write(folder.resolve("prediction.zarr"),
			PixelType.UINT8);
				VolumeWriter labels = write(folder.resolve("labels.zarr"),
					PixelType.UINT64))
		{
			prediction.write(0, prediction.info().box(), blobs);
			final Stopwatch watch = new Stopwatch();
			final Patches patches = new Patches(folder.resolve("patches.zarr"));
			final Proposer.Proposal proposal = new Proposer(new ProposerOptions(
				new LabellingOptions(0.5, 100, Connectivity.TWENTY_SIX, Optional
					.empty(), threads, LabellingOptions.DEFAULT_BLOCK), OptionalDouble
						.empty())).propose(prediction.reader(), prediction.reader(),
							new VoxelSize(8, 8, 8), labels, patches, watch);
			patches.array.close();
			watch.report(1, "");
			System.out.printf(Locale.ROOT,
				"%d threads, %d^3 voxels, %d ROIs, patches of %.0f nm: %s%n", threads,
				n, proposal.table().size(), proposal.patchNm(), watch.text());
		}
	}

	private static VolumeWriter write(final Path place, final PixelType type) {
		final int n = LabellingBench.N;
		return ChunkedWriter.create(place, ChunkedSpec.of(type, n, n, n));
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
