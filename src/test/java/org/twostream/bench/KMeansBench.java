
package org.twostream.bench;

import java.io.DataInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.net.Matrix;
import org.twostream.query.cluster.Clustering;
import org.twostream.query.cluster.KMeans;

/**
 * Seconds per k-means iteration and of the seeding, on the points that
 * src/test/python/kmeans_peer.py wrote and timed with scikit-learn, from the
 * same first centres. Arguments: the folder of the script, threads.
 */
public final class KMeansBench {

	private KMeansBench() {}

	public static void main(final String... args) throws IOException {
		final Path folder = Path.of(args[0]);
		final int threads = Integer.parseInt(args[1]);
		run(folder, "20", 28700, 20, 64, 50, threads);
		run(folder, "1000", 28700, 1000, 256, 15, threads);
	}

	private static void run(final Path folder, final String name, final int n,
		final int d, final int k, final int iterations, final int threads)
		throws IOException
	{
		final Matrix points = read(folder.resolve("points" + name + ".f32"), n, d);
		final Matrix first = read(folder.resolve("centres" + name + ".f32"), k, d);
		final double[] seconds = new double[7];
		final double[] cpu = new double[7];
		final double[] whole = new double[7];
		double inertia = 0;
		// loads the engine
		new KMeans(k, 1, 1, 0).fitFrom(points, first, threads, Progress.NONE);
		for (int r = 0; r < seconds.length; r++) {
			// the difference of two runs leaves out making ready
			final long c0 = cpuNanos();
			final long t0 = System.nanoTime();
			new KMeans(k, 1, 1, 0).fitFrom(points, first, threads, Progress.NONE);
			final long t1 = System.nanoTime();
			final long c1 = cpuNanos();
			final Clustering c = new KMeans(k, 1, 1 + iterations, 0).fitFrom(points,
				first, threads, Progress.NONE);
			final long t2 = System.nanoTime();
			final long c2 = cpuNanos();
			inertia = c.inertia();
			whole[r] = (t2 - t1) * 1e-9;
			seconds[r] = ((t2 - t1) - (t1 - t0)) * 1e-9 / (c.iterations() - 1);
			cpu[r] = ((c2 - c1) - (c1 - c0)) * 1e-9 / (c.iterations() - 1);
		}
		Arrays.sort(seconds);
		Arrays.sort(cpu);
		Arrays.sort(whole);
		System.out.printf("%dx%d k=%d threads=%d: %.5f s/iteration min, %.5f" +
			" median, %.5f CPU s/iteration median; inertia after %d: %.6g%n", n, d, k,
			threads, seconds[0], seconds[seconds.length / 2], cpu[cpu.length / 2],
			iterations + 1, inertia);
		System.out.printf("  all %d iterations: %.3f s median%n", iterations + 1,
			whole[whole.length / 2]);
		for (int r = 0; r < 3; r++) {
			final long t0 = System.nanoTime();
			final Clustering c = new KMeans(k, 1, 1, 0).fit(points, new Seed(r),
				threads, Progress.NONE);
			System.out.printf(
				"  greedy k-means++ and one iteration: %.3f s, inertia" + " %.6g%n",
				(System.nanoTime() - t0) * 1e-9, c.inertia());
		}
	}

	// Of all threads: on a busy machine the better measure.
	private static long cpuNanos() {
		return ((com.sun.management.OperatingSystemMXBean) ManagementFactory
			.getOperatingSystemMXBean()).getProcessCpuTime();
	}

	private static Matrix read(final Path file, final int n, final int d)
		throws IOException
	{
		final float[][] rows = new float[n][d];
		final byte[] bytes = new byte[4 * d];
		try (DataInputStream in = new DataInputStream(
			new java.io.BufferedInputStream(Files.newInputStream(file))))
		{
			for (final float[] row : rows) {
				in.readFully(bytes);
				ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer()
					.get(row);
			}
		}
		return new Matrix(rows, d);
	}
}
