
package org.twostream.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.twostream.block.RunSettings;
import org.twostream.core.Progress;
import org.twostream.roi.ComponentLabelling;
import org.twostream.roi.Connectivity;
import org.twostream.roi.LabellingOptions;
import org.twostream.volume.ArrayVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeWriter;
import org.twostream.volume.chunked.ChunkedSpec;
import org.twostream.volume.chunked.ChunkedWriter;

/**
 * How long 64-bit labels of smoothed noise of 512^3 voxels take to write, as
 * OME-Zarr; once so that they are durable at the end and once so that each
 * block is.
 *
 * <pre>
 * LabelWritingBench THREADS FOLDER
 * </pre>
 */
public final class LabelWritingBench {

	private static final int ROUNDS = 6;

	private LabelWritingBench() {}

	/** Prints seconds of each round. */
	public static void main(final String... args) throws IOException {
		final int n = LabellingBench.N;
		final ComponentLabelling labelling = ComponentLabelling.of(ArrayVolume.of(
			LabellingBench.probabilities(0.08), n, n, n), new LabellingOptions(0.5,
				100, Connectivity.TWENTY_SIX, Optional.empty(), Integer.parseInt(
					args[0]), LabellingOptions.DEFAULT_BLOCK), Progress.NONE);
		for (int round = 0; round < ROUNDS; round++) {
			final Path folder = Files.createTempDirectory(Path.of(args[1]), "labels");
			write(labelling, folder, round % 2 == 1);
			try (Stream<Path> files = Files.walk(folder)) {
				for (final Path file : files.sorted(Comparator.reverseOrder()).toList())
					Files.delete(file);
			}
		}
	}

	private static void write(final ComponentLabelling labelling,
		final Path folder, final boolean resumable)
	{
		final int n = LabellingBench.N;
		final long start = System.nanoTime();
		final long cpu = LabellingBench.processorTime();
		try (VolumeWriter labels = ChunkedWriter.create(folder.resolve(
			"labels.zarr"), ChunkedSpec.of(PixelType.UINT64, n, n, n)))
		{
			labelling.write(labels, resumable ? Optional.of(new RunSettings.Resume(
				folder.resolve("labels.done"), "")) : Optional.empty(), Progress.NONE);
		}
		System.out.printf(Locale.ROOT,
			"%d objects, durable %s: %.2f s, %.2f s of processor time%n", labelling
				.size(), resumable ? "block by block" : "at the end", (System
					.nanoTime() - start) / 1e9, (LabellingBench.processorTime() - cpu) /
						1e9);
	}
}
