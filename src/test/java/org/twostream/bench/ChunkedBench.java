
package org.twostream.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.twostream.core.Box;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeUri;
import org.twostream.volume.chunked.ChunkedFormat;
import org.twostream.volume.chunked.ChunkedSpec;
import org.twostream.volume.chunked.ChunkedStore;
import org.twostream.volume.chunked.ChunkedWriter;
import org.twostream.volume.chunked.Compression;

/**
 * MB/s of voxels written and read: EM-like 512 x 512 x 512 uint8, chunks of 64
 * x 64 x 64. Arguments: folder, threads, and optionally a number of repeats and
 * {@code sync} to time the forcing to disk as well.
 */
public final class ChunkedBench {

	private static final int N = 512;
	/** What one call writes or reads, as the steps do: two chunks each way. */
	private static final int BLOCK = 128;
	private static final int BLOCKS = N / BLOCK;

	private final Path folder;
	private final int threads;
	private final int repeats;
	private final boolean sync;

	private ChunkedBench(final String[] args) {
		folder = Path.of(args[0]).resolve("chunked-bench");
		threads = Integer.parseInt(args[1]);
		repeats = args.length > 2 ? Integer.parseInt(args[2]) : 5;
		sync = args.length > 3 && args[3].equals("sync");
	}

	public static void main(final String[] args) throws Exception {
		new ChunkedBench(args).run();
	}

	private void run() throws Exception {
		final byte[][] em = emLike();
		System.out.println("threads=" + threads + " sync=" + sync +
			"  MB/s written | read by the clock, then by processor time (what an idle machine gives), best of " +
			repeats + ", and ratio");
		// The first to run pays for the compiler: once unseen.
		for (int i = 0; i < repeats; i++) {
			delete();
			write(em, ChunkedFormat.ZARR2, Compression.zstd());
			read();
		}
		for (final ChunkedFormat format : new ChunkedFormat[] { ChunkedFormat.ZARR2,
			ChunkedFormat.N5 })
			for (final Compression c : List.of(Compression.zstd(), Compression.raw(),
				Compression.blosc(), Compression.gzip()))
				measure(em, format, c);
	}

	private void measure(final byte[][] em, final ChunkedFormat format,
		final Compression compression) throws Exception
	{
		final double[] write = { Double.MAX_VALUE, Double.MAX_VALUE };
		final double[] read = write.clone();
		long bytes = 0;
		final int n = compression.kind() == Compression.Kind.GZIP ? 1 : repeats;
		for (int i = 0; i < n; i++) {
			delete();
			least(write, seconds(() -> write(em, format, compression)));
			least(read, seconds(this::read));
			bytes = size();
		}
		delete();
		final double mb = (double) N * N * N / 1e6;
		System.out.printf(Locale.ROOT,
			"%-6s %-6s %6.0f | %6.0f   %6.0f | %6.0f   %.2f%n", format, compression
				.kind(), mb / write[0], mb / read[0], mb / write[1], mb / read[1],
			(double) N * N * N / bytes);
	}

	/** Noise over smooth grey: real EM compresses somewhat better. */
	private static byte[][] emLike() {
		final byte[][] em = new byte[BLOCKS * BLOCKS * BLOCKS][BLOCK * BLOCK *
			BLOCK];
		final java.util.Random random = new java.util.Random(1);
		for (int z = 0; z < N; z++)
			for (int y = 0; y < N; y++)
				for (int x = 0; x < N; x++) {
					final double smooth = 128 + 40 * Math.sin(x / 19.0 + z / 31.0) * Math
						.cos(y / 23.0);
					em[block(x, y, z)][x % BLOCK + BLOCK * (y % BLOCK + BLOCK * (z %
						BLOCK))] = (byte) Math.max(0, Math.min(255, smooth + 16 * random
							.nextGaussian()));
				}
		return em;
	}

	private interface Work {

		void run() throws Exception;
	}

	/** Wall seconds and processor seconds per thread. */
	private double[] seconds(final Work work) throws Exception {
		final com.sun.management.OperatingSystemMXBean os =
			(com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory
				.getOperatingSystemMXBean();
		final long start = System.nanoTime();
		final long cpu = os.getProcessCpuTime();
		work.run();
		return new double[] { (System.nanoTime() - start) / 1e9, (os
			.getProcessCpuTime() - cpu) / 1e9 / threads };
	}

	private static void least(final double[] best, final double[] seconds) {
		for (int i = 0; i < best.length; i++)
			best[i] = Math.min(best[i], seconds[i]);
	}

	private void write(final byte[][] em, final ChunkedFormat format,
		final Compression compression) throws Exception
	{
		final ChunkedWriter writer = ChunkedWriter.create(folder, ChunkedSpec.of(
			PixelType.UINT8, N, N, N).withFormat(format).withCompression(
				compression));
		blocks(box -> writer.write(0, box, em[block((int) box.xMin(), (int) box
			.yMin(), (int) box.zMin())]));
		if (sync) writer.sync();
	}

	private void read() throws Exception {
		try (EmVolume volume = new ChunkedStore().open(VolumeUri.parse(folder
			.toString())))
		{
			final ThreadLocal<byte[]> target = ThreadLocal.withInitial(
				() -> new byte[BLOCK * BLOCK * BLOCK]);
			blocks(box -> volume.read(0, box, target.get()));
		}
	}

	private static int block(final int x, final int y, final int z) {
		return x / BLOCK + BLOCKS * (y / BLOCK + BLOCKS * (z / BLOCK));
	}

	private interface BlockWork {

		void run(Box box);
	}

	private void blocks(final BlockWork work) throws Exception {
		final ExecutorService pool = Executors.newFixedThreadPool(threads);
		try {
			final List<Future<?>> tasks = new ArrayList<>();
			for (int z = 0; z < N; z += BLOCK)
				for (int y = 0; y < N; y += BLOCK)
					for (int x = 0; x < N; x += BLOCK) {
						final Box box = new Box(x, y, z, x + BLOCK, y + BLOCK, z + BLOCK);
						tasks.add(pool.submit(() -> work.run(box)));
					}
			for (final Future<?> task : tasks)
				task.get();
		}
		finally {
			pool.shutdown();
		}
	}

	private long size() throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile()
				.length()).sum();
		}
	}

	private void delete() throws IOException {
		if (!Files.exists(folder)) return;
		try (Stream<Path> files = Files.walk(folder)) {
			for (final Path f : files.sorted(Comparator.reverseOrder()).toList())
				Files.delete(f);
		}
	}
}
