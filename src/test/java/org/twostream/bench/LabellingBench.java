
package org.twostream.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

import com.sun.management.OperatingSystemMXBean;

import org.twostream.block.BlockSize;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.roi.ComponentLabelling;
import org.twostream.roi.Connectivity;
import org.twostream.roi.LabellingOptions;
import org.twostream.roi.MaskObjects;
import org.twostream.volume.ArrayVolume;

/**
 * How fast objects are found in a volume in memory, 26-connected: smoothed
 * noise of 512^3 voxels of which 8 per cent are foreground, as in a
 * segmentation of mitochondria, and bare noise of 256^3 voxels, half of it
 * foreground. All is done in turns, so that what else the machine does meets
 * all alike.
 *
 * <pre>
 * LabellingBench ROUNDS [PEER ...]
 * </pre>
 *
 * The peer is a command that is given a file of bytes and its edges x, y, z.
 * For each line on its standard input it labels the volume once and answers
 * with a line: seconds of the clock, of the processor, components.
 */
public final class LabellingBench {

	static final int N = 512;

	private static final int NOISE = 256;
	private static final String PEER = "peer";

	private final byte[] volume;
	private final int edge;
	private final int[] labels;
	private final Map<String, List<double[]>> seconds = new LinkedHashMap<>();
	private int objects;

	private LabellingBench(final byte[] volume, final int edge) {
		this.volume = volume;
		this.edge = edge;
		labels = new int[volume.length];
	}

	/** Prints Mvoxel per second of the clock, and ratios to the peer. */
	public static void main(final String... args) throws IOException {
		final int rounds = Integer.parseInt(args[0]);
		final List<String> peer = List.of(args).subList(1, args.length);
		System.out.println("512^3 blobs, 8 % foreground");
		new LabellingBench(blobs(0.08), N).run(rounds, peer);
		final byte[] noise = new byte[NOISE * NOISE * NOISE];
		final SplittableRandom random = new Seed(1).of("noise").random();
		for (int i = 0; i < noise.length; i++)
			if (random.nextBoolean()) noise[i] = -1;
		System.out.println("256^3 noise, 50 % foreground");
		new LabellingBench(noise, NOISE).run(rounds, peer);
	}

	private void run(final int rounds, final List<String> command)
		throws IOException
	{
		final Path file = Files.createTempFile("labelling", ".raw");
		try {
			Files.write(file, volume);
			if (command.isEmpty()) {
				for (int i = 0; i < rounds; i++)
					round();
			}
			else try (LinePeer peer = new LinePeer(command, file.toString(), String
				.valueOf(edge), String.valueOf(edge), String.valueOf(edge)))
			{
				for (int i = 0; i < rounds; i++) {
					round();
					final String[] answer = peer.ask("").split(" ");
					note(PEER, Double.parseDouble(answer[0]), Double.parseDouble(
						answer[1]));
					if (Integer.parseInt(answer[2]) != objects)
						throw new IllegalStateException(objects +
							" objects, the peer has " + answer[2]);
				}
			}
			report();
		}
		finally {
			Files.delete(file);
		}
	}

	private void round() {
		for (int threads = 1; threads <= 2; threads++) {
			final int n = threads;
			time(n + " thread: sizes, boxes, moments", () -> find(n));
			time(n + " thread: the same, labels painted", () -> find(n).paint(labels,
				Progress.NONE));
			time(n + " thread: all of propose, 512 x 512 x 64", () -> propose(n,
				new BlockSize(512, 512, 64)));
			time(n + " thread: all of propose, 256 x 256 x 64", () -> propose(n,
				LabellingOptions.DEFAULT_BLOCK));
		}
	}

	private MaskObjects find(final int threads) {
		final MaskObjects found = new MaskObjects(volume, edge, edge, edge,
			Connectivity.TWENTY_SIX, 1, threads, Progress.NONE);
		objects = found.size();
		return found;
	}

	private void propose(final int threads, final BlockSize block) {
		ComponentLabelling.of(ArrayVolume.of(volume, edge, edge, edge),
			new LabellingOptions(0.5, 1, Connectivity.TWENTY_SIX, Optional.empty(),
				threads, block), Progress.NONE);
	}

	private void time(final String what, final Runnable work) {
		final long start = System.nanoTime();
		final long cpu = processorTime();
		work.run();
		final double processor = (processorTime() - cpu) / 1e9;
		note(what, (System.nanoTime() - start) / 1e9, processor);
	}

	private void note(final String what, final double clock,
		final double processor)
	{
		seconds.computeIfAbsent(what, k -> new ArrayList<>()).add(new double[] {
			clock, processor });
	}

	/** Of all threads; what counts on a machine that others use, too. */
	static long processorTime() {
		return ((OperatingSystemMXBean) ManagementFactory
			.getOperatingSystemMXBean()).getProcessCpuTime();
	}

	private void report() {
		System.out.println(objects + " objects; Mvoxel/s, times the peer");
		System.out.println("| | best | median | per processor second, median |");
		System.out.println("|---|---|---|---|");
		seconds.keySet().forEach(what -> System.out.println("| " + what + " | " +
			rate(what, 0, 0) + " | " + rate(what, 0, 0.5) + " | " + rate(what, 1,
				0.5) + " |"));
	}

	private String rate(final String what, final int clock,
		final double quantile)
	{
		final double ours = seconds(what, clock, quantile);
		final String rate = String.format(Locale.ROOT, "%.0f", volume.length / 1e6 /
			ours);
		return seconds.containsKey(PEER) ? rate + String.format(Locale.ROOT,
			", %.1f", seconds(PEER, clock, quantile) / ours) : rate;
	}

	private double seconds(final String what, final int clock,
		final double quantile)
	{
		final double[] sorted = seconds.get(what).stream().mapToDouble(
			s -> s[clock]).sorted().toArray();
		return sorted[(int) (quantile * sorted.length)];
	}

	/** Noise smoothed by three box filters per axis (sigma 6), periodic. */
	private static float[] field() {
		final float[] field = new float[N * N * N];
		final SplittableRandom random = new Seed(1).random();
		for (int i = 0; i < field.length; i++)
			field[i] = random.nextInt(1 << 20) / (float) (1 << 20) - 0.5f;
		final float[] line = new float[N];
		for (final int step : new int[] { 1, N, N * N })
			for (int pass = 0; pass < 3; pass++)
				for (int i = 0; i < field.length; i++)
					if (i / step % N == 0) smooth(field, i, step, line);
		return field;
	}

	/** Smoothed noise whose given part is 255, else 0. */
	static byte[] blobs(final double foreground) {
		return voxels(field(), foreground, Float.POSITIVE_INFINITY);
	}

	/**
	 * The same as a network sees it: 128 or more in that part, with edges some
	 * four voxels wide.
	 */
	static byte[] probabilities(final double foreground) {
		final float[] field = field();
		double squares = 0;
		for (final float v : field)
			squares += v * v;
		return voxels(field, foreground, (float) (380 / Math.sqrt(squares /
			field.length)));
	}

	private static byte[] voxels(final float[] field, final double foreground,
		final float gain)
	{
		final SplittableRandom random = new Seed(2).random();
		final float[] sample = new float[1 << 20];
		for (int i = 0; i < sample.length; i++)
			sample[i] = field[random.nextInt(field.length)];
		Arrays.sort(sample);
		final float threshold = sample[(int) ((1 - foreground) * sample.length)];
		final byte[] voxels = new byte[field.length];
		for (int i = 0; i < field.length; i++)
			if (field[i] == threshold) voxels[i] = (byte) (Float.isInfinite(gain)
				? 255 : 128);
			else voxels[i] = (byte) Math.max(0, Math.min(255, 128 + (field[i] -
				threshold) * gain));
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
