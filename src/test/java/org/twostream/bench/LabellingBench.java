
package org.twostream.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

import com.sun.management.OperatingSystemMXBean;

import org.twostream.block.BlockSize;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.roi.ComponentLabelling;
import org.twostream.roi.Connectivity;
import org.twostream.roi.LabellingOptions;
import org.twostream.volume.ArrayVolume;

/**
 * How fast objects are found in a volume in memory: smoothed noise of 512^3
 * voxels of which a given part is foreground, as in a segmentation of
 * mitochondria. Arguments: threads (default 1), foreground in per cent (default
 * 8), repetitions (default 5).
 */
public final class LabellingBench {

	static final int N = 512;

	private LabellingBench() {}

	/** Prints Mvoxel per second of the clock and of the processor. */
	public static void main(final String... args) {
		final int threads = args.length > 0 ? Integer.parseInt(args[0]) : 1;
		final double percent = args.length > 1 ? Double.parseDouble(args[1]) : 8;
		final int times = args.length > 2 ? Integer.parseInt(args[2]) : 5;
		final ArrayVolume volume = ArrayVolume.of(blobs(percent / 100), N, N, N);
		for (final BlockSize block : new BlockSize[] { new BlockSize(256, 256, 64),
			new BlockSize(512, 512, 512) })
		{
			final double[] seconds = new double[times];
			int objects = 0;
			final long cpu = processorTime();
			for (int i = 0; i < times; i++) {
				final long start = System.nanoTime();
				objects = ComponentLabelling.of(volume, new LabellingOptions(0.5, 1,
					Connectivity.TWENTY_SIX, Optional.empty(), threads, block),
					Progress.NONE).size();
				seconds[i] = (System.nanoTime() - start) / 1e9;
			}
			Arrays.sort(seconds);
			final double million = Math.pow(N, 3) / 1e6;
			System.out.printf(Locale.ROOT,
				"%d threads, %s, %d objects: best %.0f, median %.0f Mvoxel/s; %.0f Mvoxel per processor second%n",
				threads, block, objects, million / seconds[0], million / seconds[times /
					2], million * times / (processorTime() - cpu) * 1e9);
		}
	}

	/** Of all threads; what counts on a machine that others use, too. */
	private static long processorTime() {
		return ((OperatingSystemMXBean) ManagementFactory
			.getOperatingSystemMXBean()).getProcessCpuTime();
	}

	/** Noise smoothed by three box filters per axis (sigma 6), thresholded. */
	static byte[] blobs(final double foreground) {
		final float[] field = new float[N * N * N];
		final SplittableRandom random = new Seed(1).random();
		for (int i = 0; i < field.length; i++)
			field[i] = random.nextInt(1 << 20) / (float) (1 << 20) - 0.5f;
		final float[] line = new float[N];
		for (final int step : new int[] { 1, N, N * N })
			for (int pass = 0; pass < 3; pass++)
				for (int i = 0; i < field.length; i++)
					if (i / step % N == 0) smooth(field, i, step, line);
		final float[] sample = new float[1 << 20];
		for (int i = 0; i < sample.length; i++)
			sample[i] = field[random.nextInt(field.length)];
		Arrays.sort(sample);
		final float threshold = sample[(int) ((1 - foreground) * sample.length)];
		final byte[] voxels = new byte[field.length];
		for (int i = 0; i < field.length; i++)
			if (field[i] >= threshold) voxels[i] = (byte) 255;
		return voxels;
	}

	private static void smooth(final float[] field, final int offset,
		final int step, final float[] line)
	{
		final int radius = 6;
		for (int i = 0; i < N; i++)
			line[i] = field[offset + i * step];
		double sum = 0;
		for (int i = -radius; i <= radius; i++)
			sum += line[(i + N) % N];
		for (int i = 0; i < N; i++) {
			field[offset + i * step] = (float) (sum / (2 * radius + 1));
			sum += line[(i + radius + 1) % N] - line[(i - radius + N) % N];
		}
	}
}
