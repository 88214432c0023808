
package org.twostream.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.CRC32;

import org.twostream.block.Block;
import org.twostream.block.BlockEngine;
import org.twostream.block.BlockRunner;
import org.twostream.block.BlockSize;
import org.twostream.block.RunSettings;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.VoxelSize;
import org.twostream.roi.PatchFrame;
import org.twostream.roi.PatchScale;
import org.twostream.roi.PatchSink;
import org.twostream.roi.Roi;
import org.twostream.roi.RoiPatches;
import org.twostream.roi.RoiTable;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeWriter;
import org.twostream.volume.chunked.ArraySpec;
import org.twostream.volume.chunked.ChunkedArray;
import org.twostream.volume.chunked.ChunkedSpec;
import org.twostream.volume.chunked.ChunkedWriter;

/**
 * ROIs turned and cut per second, with everything on disk as {@code propose}
 * has it: raw volume and 64-bit labels as OME-Zarr, patches as Zarr, made
 * durable at the end of each group. The ROIs are flat ellipsoids of the size of
 * synapses, one in each cell of a grid, in grey noise; voxels of 8 x 8 x 30 nm.
 *
 * <pre>
 * PatchBench THREADS FOLDER ROIS [X Y Z]
 * </pre>
 *
 * X, Y, Z: of the volume, 1024 x 1024 x 256. The last number of a line is a sum
 * of all angles and patches.
 */
public final class PatchBench {

	private static final VoxelSize SIZE = new VoxelSize(8, 8, 30);
	/** As in {@code propose}. */
	private static final int PATCHES_PER_CHUNK = 16;
	/** Farthest that an ellipsoid reaches from its centre. */
	private static final int REACH_XY = 14;
	private static final int REACH_Z = 4;

	private final int threads;
	private final Path folder;
	private final Box volume;
	private final List<Ellipsoid> ellipsoids;

	/** Long along a direction in the section, flat across it. */
	private record Ellipsoid(long id, int x, int y, int z, double cos,
			double sin) {

		boolean holds(final long vx, final long vy, final long vz) {
			final double u = (vx - x) * cos + (vy - y) * sin;
			final double v = (vy - y) * cos - (vx - x) * sin;
			final double w = vz - z;
			return u * u / 182 + v * v / 20 + w * w / 12 < 1;
		}

		Box reach() {
			return new Box(x - REACH_XY, y - REACH_XY, z - REACH_Z, x + REACH_XY + 1,
				y + REACH_XY + 1, z + REACH_Z + 1);
		}
	}

	private PatchBench(final int threads, final Path folder, final int rois,
		final Box volume)
	{
		this.threads = threads;
		this.folder = folder;
		this.volume = volume;
		ellipsoids = ellipsoids(rois, volume);
	}

	/** Prints ROIs per second. */
	public static void main(final String... args) throws IOException {
		final Path folder = Files.createTempDirectory(Path.of(args[1]), "patches");
		try {
			new PatchBench(Integer.parseInt(args[0]), folder, Integer.parseInt(
				args[2]), args.length > 3 ? Box.ofSize(Long.parseLong(args[3]), Long
					.parseLong(args[4]), Long.parseLong(args[5])) : Box.ofSize(1024, 1024,
						256)).run();
		}
		finally {
			try (Stream<Path> files = Files.walk(folder)) {
				for (final Path file : files.sorted(Comparator.reverseOrder()).toList())
					Files.delete(file);
			}
		}
	}

	/** In the order of their first voxels, as those of a proposal. */
	private static List<Ellipsoid> ellipsoids(final int n, final Box volume) {
		final double cell = Math.cbrt((double) volume.voxels() / n);
		final int xs = (int) Math.round(volume.xSize() / (cell * 1.4));
		final int ys = (int) Math.round(volume.ySize() / (cell * 1.4));
		final int zs = (n + xs * ys - 1) / (xs * ys);
		if (volume.xSize() / xs < 2 * REACH_XY + 1 || volume.ySize() / ys < 2 *
			REACH_XY + 1 || volume.zSize() / zs < 2 * REACH_Z + 1)
			throw new IllegalArgumentException(n + " ROIs do not fit " + volume);
		final SplittableRandom random = new Seed(1).of("ellipsoids").random();
		final List<Ellipsoid> found = new ArrayList<>();
		for (int i = 0; i < n; i++) {
			final double angle = random.nextDouble(Math.PI);
			found.add(new Ellipsoid(i + 1, place(i % xs, xs, volume.xSize(), REACH_XY,
				random), place(i / xs % ys, ys, volume.ySize(), REACH_XY, random),
				place(i / xs / ys, zs, volume.zSize(), REACH_Z, random), Math.cos(
					angle), Math.sin(angle)));
		}
		return found;
	}

	private static int place(final int cell, final int cells, final long size,
		final int reach, final SplittableRandom random)
	{
		final int from = (int) (cell * size / cells) + reach;
		final int to = (int) ((cell + 1) * size / cells) - reach;
		return from + random.nextInt(Math.max(1, to - from));
	}

	private void run() {
		try (VolumeWriter raw = write("raw.zarr", PixelType.UINT8);
				VolumeWriter labels = write("labels.zarr", PixelType.UINT64))
		{
			final Roi[] rois = new Roi[ellipsoids.size()];
			final BlockSize block = new BlockSize(256, 256, 64);
			measure("raw volume written", volume.voxels(), "voxels", () -> {
				run("Raw", block, b -> raw.write(0, b.core(), grey(b)));
				raw.sync();
				return 0;
			});
			measure("labels painted", volume.voxels(), "voxels", () -> {
				final AtomicLong sum = new AtomicLong();
				run("Labels", block, b -> sum.addAndGet(painted(b)[0]));
				return sum.get();
			});
			measure("labels painted and written", volume.voxels(), "voxels", () -> {
				run("Labels", block, b -> labels.write(0, b.core(), painted(b)));
				labels.sync();
				return 0;
			});
			for (final Ellipsoid e : ellipsoids)
				rois[(int) e.id - 1] = roi(e);
			Arrays.sort(rois, Comparator.comparingLong((final Roi r) -> r.box()
				.zMin()).thenComparingLong(r -> r.box().yMin()).thenComparingLong(r -> r
					.box().xMin()));
			for (int round = 0; round < 3; round++)
				patches(new RoiTable(SIZE, List.of(rois)), raw.reader(), labels
					.reader(), round);
		}
	}

	private interface Work {

		void run(Block block);
	}

	private void run(final String what, final BlockSize size, final Work work) {
		BlockRunner.local(RunSettings.of(threads, what)).run(size.grid(volume),
			b -> {
				work.run(b);
				return null;
			}, Progress.NONE);
	}

	private VolumeWriter write(final String name, final PixelType type) {
		return ChunkedWriter.create(folder.resolve(name), ChunkedSpec.of(type,
			volume.xSize(), volume.ySize(), volume.zSize()));
	}

	/** Noise that compresses about as sections do. */
	private static byte[] grey(final Block block) {
		final byte[] voxels = new byte[block.core().arrayLength()];
		long state = 1 + block.index();
		int value = 128;
		for (int i = 0; i < voxels.length; i++) {
			state = state * 6364136223846793005L + 1442695040888963407L;
			value += (128 - value >> 4) + (int) (state >> 59);
			value = Math.max(0, Math.min(255, value));
			voxels[i] = (byte) value;
		}
		return voxels;
	}

	private long[] painted(final Block block) {
		final Box core = block.core();
		final long[] ids = new long[core.arrayLength()];
		for (final Ellipsoid e : ellipsoids) {
			final Box both = e.reach().intersect(core);
			if (both.isEmpty()) continue;
			for (long z = both.zMin(); z < both.zMax(); z++)
				for (long y = both.yMin(); y < both.yMax(); y++)
					for (long x = both.xMin(); x < both.xMax(); x++)
						if (e.holds(x, y, z)) ids[(int) (x - core.xMin() + core.xSize() *
							(y - core.yMin() + core.ySize() * (z - core.zMin())))] = e.id;
		}
		return ids;
	}

	private static Roi roi(final Ellipsoid e) {
		final Box reach = e.reach();
		long xMin = reach.xMax();
		long yMin = reach.yMax();
		long zMin = reach.zMax();
		long xMax = 0;
		long yMax = 0;
		long zMax = 0;
		for (long z = reach.zMin(); z < reach.zMax(); z++)
			for (long y = reach.yMin(); y < reach.yMax(); y++)
				for (long x = reach.xMin(); x < reach.xMax(); x++)
					if (e.holds(x, y, z)) {
						xMin = Math.min(xMin, x);
						yMin = Math.min(yMin, y);
						zMin = Math.min(zMin, z);
						xMax = Math.max(xMax, x + 1);
						yMax = Math.max(yMax, y + 1);
						zMax = Math.max(zMax, z + 1);
					}
		return new Roi(e.id, new Box(xMin, yMin, zMin, xMax, yMax, zMax), e.x * SIZE
			.x(), e.y * SIZE.y(), e.z * SIZE.z(), 1, 1, 1, e.z, 0, false, false, "");
	}

	private void patches(final RoiTable table, final EmVolume raw,
		final EmVolume labels, final int round)
	{
		final int n = table.size();
		final RoiPatches cutter = new RoiPatches(labels, false, threads, BlockEngine
			.local());
		final double start = System.nanoTime() / 1e9;
		final RoiPatches.Aligned[] aligned = new RoiPatches.Aligned[1];
		measure("aligning", n, "ROIs", () -> {
			aligned[0] = cutter.align(table, Progress.NONE);
			double sum = 0;
			for (final Roi r : aligned[0].table().rois())
				sum = 31 * sum % 1e9 + r.angle();
			return Double.doubleToLongBits(sum);
		});
		final Path place = folder.resolve("patches" + round + ".zarr");
		try (ChunkedArray array = ChunkedArray.create(place, ArraySpec.of(
			PixelType.UINT8, List.of((long) n, 2L, (long) PatchFrame.SIDE,
				(long) PatchFrame.SIDE), List.of(PATCHES_PER_CHUNK, 2, PatchFrame.SIDE,
					PatchFrame.SIDE))))
		{
			measure("cutting patches of " + aligned[0].patchNm() + " nm", n, "ROIs",
				() -> {
					cutter.cut(aligned[0].table(), raw, aligned[0].patchNm(),
						PatchScale.KEPT, new Patches(array), Optional.of(
							new RunSettings.Resume(folder.resolve(round + ".done"), "")),
						Progress.NONE);
					return 0;
				});
			final double seconds = System.nanoTime() / 1e9 - start;
			System.out.printf(Locale.ROOT, "both: %.0f ROIs per second; %d%n", n /
				seconds, sum(array));
		}
	}

	private static long sum(final ChunkedArray array) {
		final CRC32 sum = new CRC32();
		for (long row = 0; row < array.shape()[0]; row += 1024) {
			final long end = Math.min(array.shape()[0], row + 1024);
			final byte[] part = new byte[(int) (end - row) * 2 * PatchFrame.PIXELS];
			array.readRows(row, end, part);
			sum.update(part);
		}
		return sum.getValue();
	}

	private interface Part {

		long run();
	}

	private void measure(final String what, final long n, final String unit,
		final Part part)
	{
		final long start = System.nanoTime();
		final long cpu = LabellingBench.processorTime();
		final long sum = part.run();
		final double seconds = (System.nanoTime() - start) / 1e9;
		final double processor = (LabellingBench.processorTime() - cpu) / 1e9;
		System.out.printf(Locale.ROOT,
			"%d threads, %s: %.2f s, %.2f s of processor time, %.0f %s per second, %.0f per processor second; %d%n",
			threads, what, seconds, processor, n / seconds, unit, n / processor, sum);
	}

	private record Patches(ChunkedArray array) implements PatchSink {

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
