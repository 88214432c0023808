
package org.twostream.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.twostream.block.BlockRunner;
import org.twostream.block.RunSettings;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.embed.Embedder;
import org.twostream.embed.PatchSource;
import org.twostream.embed.RoiPatchSource;
import org.twostream.net.Tensor;
import org.twostream.net.TorchEngine;
import org.twostream.net.Vae;
import org.twostream.net.VaeArchitecture;
import org.twostream.net.VaeArchitecture.Variant;
import org.twostream.volume.PixelType;
import org.twostream.volume.chunked.ArraySpec;
import org.twostream.volume.chunked.ChunkedArray;

/**
 * Rows a second that are embedded from the patch store to the embedding's
 * store, beside bare forward passes of as many patches and PyTorch's in eager
 * mode, in turns.
 *
 * <pre>
 * EmbedBench PYTHON THREADS NETWORK LATENT ROWS ROUNDS
 * </pre>
 */
public final class EmbedBench {

	private static final int BATCH = 32;
	private static final int PATCHES_PER_CHUNK = 16;

	private final Vae vae;
	private final PyTorchPeer peer;
	private final Path folder;
	private final int rows;

	private EmbedBench(final Vae vae, final PyTorchPeer peer, final Path folder,
		final int rows)
	{
		this.vae = vae;
		this.peer = peer;
		this.folder = folder;
		this.rows = rows;
	}

	public static void main(final String... args) throws IOException {
		final int threads = Integer.parseInt(args[1]);
		final VaeArchitecture architecture = new VaeArchitecture(Variant.named(
			args[2]), Integer.parseInt(args[3]), true);
		final int rows = Integer.parseInt(args[4]) / BATCH * BATCH;
		final Path folder = Files.createTempDirectory("embed-bench");
		try (TorchEngine engine = TorchEngine.open("cpu", threads);
				Vae vae = engine.vae(architecture, new Seed(1));
				PyTorchPeer peer = new PyTorchPeer(args[0], threads, "cpu", folder))
		{
			peer.ask("vae " + args[3] + " " + BATCH + " " + args[2]);
			final EmbedBench bench = new EmbedBench(vae, peer, folder, rows);
			bench.store();
			System.out.println(engine.description().line() + "\n" + peer
				.description());
			bench.run(Integer.parseInt(args[5]), args[2] + ", latent " + args[3]);
		}
		finally {
			try (Stream<Path> all = Files.walk(folder)) {
				for (final Path p : all.sorted(Comparator.reverseOrder()).toList())
					Files.delete(p);
			}
		}
	}

	private Path patches() {
		return folder.resolve("patches.zarr");
	}

	private void store() {
		try (ChunkedArray array = ChunkedArray.create(patches(), ArraySpec.of(
			PixelType.UINT8, List.of((long) rows, 2L, 112L, 112L), List.of(
				PATCHES_PER_CHUNK, 2, 112, 112))))
		{
			final byte[] group = new byte[BATCH * 2 * PatchSource.PIXELS];
			final SplittableRandom random = new SplittableRandom(1);
			for (int i = 0; i < rows; i += BATCH) {
				random.nextBytes(group);
				array.writeRows(i, i + (long) BATCH, group);
			}
		}
	}

	private void run(final int rounds, final String what) throws IOException {
		final double[][] seconds = new double[3][rounds];
		final double[][] processor = new double[2][rounds];
		for (int r = -1; r < rounds; r++) {
			final long start = cpuNanos();
			final double embedded = embed();
			final long between = cpuNanos();
			final double bare = bare();
			final long end = cpuNanos();
			final double peers = pytorch();
			// the first round warms up
			if (r < 0) continue;
			seconds[0][r] = embedded;
			seconds[1][r] = bare;
			seconds[2][r] = peers;
			processor[0][r] = (between - start) * 1e-9;
			processor[1][r] = (end - between) * 1e-9;
		}
		System.out.printf("%s, %d rows, medians of %d rounds (patches/s): store " +
			"to store %.1f, bare %.1f, PyTorch %.1f; ratio to bare %.3f (of processor " +
			"seconds %.3f), to PyTorch %.3f%n", what, rows, rounds, rows / median(
				seconds[0]), rows / median(seconds[1]), rows / median(seconds[2]),
			median(ratios(seconds[1], seconds[0])), median(ratios(processor[1],
				processor[0])), median(ratios(seconds[2], seconds[0])));
	}

	// Of all threads: on a busy machine the better measure.
	private static long cpuNanos() {
		return ((com.sun.management.OperatingSystemMXBean) ManagementFactory
			.getOperatingSystemMXBean()).getProcessCpuTime();
	}

	private double embed() {
		final long start = System.nanoTime();
		final Embedder embedder = new Embedder(vae, BATCH);
		try (ChunkedArray from = ChunkedArray.open(patches());
				ChunkedArray to = ChunkedArray.create(folder.resolve("rows" + start),
					ArraySpec.of(PixelType.FLOAT32, List.of((long) rows, (long) vae
						.latent()), List.of(Math.min(rows, embedder.group()), vae
							.latent()))))
		{
			embedder.embed(new RoiPatchSource(from::readRows, rows,
				RoiPatchSource.Kind.IMAGE), (first, part) -> {
					final float[] flat = new float[part.rows() * part.columns()];
					for (int i = 0; i < part.rows(); i++)
						System.arraycopy(part.row(i), 0, flat, i * part.columns(), part
							.columns());
					to.writeRows(first, first + part.rows(), flat);
					to.sync();
				}, BlockRunner.local(RunSettings.of(2, "Embedding")), Progress.NONE);
		}
		return since(start);
	}

	private double bare() {
		final Tensor batch = new Tensor(new float[BATCH * PatchSource.PIXELS],
			BATCH, 1, PatchSource.SIDE, PatchSource.SIDE);
		final SplittableRandom random = new SplittableRandom(1);
		for (int i = 0; i < batch.values().length; i++)
			batch.values()[i] = (float) random.nextDouble();
		final long start = System.nanoTime();
		for (int i = 0; i < rows; i += BATCH)
			vae.encode(batch);
		return since(start);
	}

	private double pytorch() throws IOException {
		double sum = 0;
		for (int i = 0; i < rows; i += BATCH)
			sum += Double.parseDouble(peer.ask("plain forward"));
		return sum;
	}

	private static double since(final long start) {
		return (System.nanoTime() - start) * 1e-9;
	}

	private static double[] ratios(final double[] over, final double[] under) {
		final double[] ratios = new double[over.length];
		for (int i = 0; i < ratios.length; i++)
			ratios[i] = over[i] / under[i];
		return ratios;
	}

	private static double median(final double[] values) {
		final double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}
}
