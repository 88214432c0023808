
package org.twostream.ui.planes;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

import org.twostream.core.Answer;
import org.twostream.core.Box;
import org.twostream.core.Seed;
import org.twostream.core.Target;
import org.twostream.core.VoxelSize;
import org.twostream.phantom.Phantom;
import org.twostream.phantom.PhantomSettings;
import org.twostream.review.scene.Outlines;
import org.twostream.review.scene.PlaneAxis;
import org.twostream.review.scene.Point;
import org.twostream.review.scene.SceneBlocks;
import org.twostream.review.scene.Viewpoint;
import org.twostream.review.session.ReviewScene;
import org.twostream.roi.Roi;
import org.twostream.roi.RoiTable;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeUri;
import org.twostream.volume.VolumeWriter;
import org.twostream.volume.chunked.ChunkedSpec;
import org.twostream.volume.chunked.ChunkedStore;
import org.twostream.volume.chunked.ChunkedWriter;

/**
 * How long it takes from asking for three planes (as a key does) to having them
 * painted, in a volume of 1024 x 1024 x 1024 voxels in a chunked store, and
 * what memory that takes. The store's chunks are links to the 64 of a phantom
 * of 256 x 256 x 256. Arguments: a folder for it; MiB of blocks kept.
 */
public final class PlanesBench {

	private static final int N = 1024;
	private static final int PART = 256;
	private static final int CHUNK = 64;
	private static final VoxelSize VOXEL = new VoxelSize(8, 8, 30);
	private static final PhantomSettings SETTINGS = new PhantomSettings(PART,
		PART, PART, VOXEL, Target.MITOCHONDRIA, new Seed(3));

	private final BlockingQueue<PlaneThread.Painted> pictures =
		new LinkedBlockingQueue<>();
	private final ReviewScene scene;
	private final RoiTable table;
	private final SceneBlocks blocks;
	private final PlaneThread thread;
	private long most;

	private PlanesBench(final Path folder, final long capacity)
		throws IOException
	{
		scene = new ReviewScene(open(folder, "raw"), Optional.of(open(folder,
			"probability")), open(folder, "labels"), false, row -> new byte[0], 600,
			List.of(), () -> {});
		table = table(new Phantom(SETTINGS));
		blocks = new SceneBlocks(scene, table, capacity, 2, s -> {
			throw new IllegalStateException(s);
		});
		thread = new PlaneThread(blocks, new PlanePainter(blocks, new Outlines(
			table), row -> row % 4 == 3 ? Optional.empty() : Optional.of(Answer
				.values()[row % 4]), List::of), pictures::add, s -> {
					throw new IllegalStateException(s);
				});
	}

	public static void main(final String[] args) throws Exception {
		final Path folder = Path.of(args[0]).resolve("planes-bench");
		if (!Files.exists(folder)) make(folder);
		final long capacity = Long.parseLong(args[1]) << 20;
		final PlanesBench bench = new PlanesBench(folder, capacity);
		bench.run();
		System.exit(0);
	}

	private static EmVolume open(final Path folder, final String name) {
		return new ChunkedStore().open(VolumeUri.parse(folder.resolve(name +
			".zarr").toString()));
	}

	private static void make(final Path folder) throws IOException {
		final Phantom phantom = new Phantom(SETTINGS);
		volume(folder, "raw", PixelType.UINT8, (w, box) -> {
			final byte[] v = new byte[box.arrayLength()];
			phantom.raw(box, v);
			w.write(0, box, v);
		});
		volume(folder, "probability", PixelType.UINT8, (w, box) -> {
			final long[] ids = ids(phantom, box);
			final byte[] v = new byte[ids.length];
			final SplittableRandom random = new SplittableRandom(box.hashCode());
			for (int i = 0; i < v.length; i++)
				v[i] = (byte) (random.nextInt(40) + (ids[i] == 0 ? 0 : 200));
			w.write(0, box, v);
		});
		volume(folder, "labels", PixelType.UINT64, (w, box) -> w.write(0, box, ids(
			phantom, box)));
	}

	private static long[] ids(final Phantom phantom, final Box box) {
		final long[] ids = new long[box.arrayLength()];
		phantom.labels(Target.MITOCHONDRIA, box, ids);
		return ids;
	}

	/** Writes 64 chunks and links the rest to them. */
	private static void volume(final Path folder, final String name,
		final PixelType type, final BiConsumer<VolumeWriter, Box> content)
		throws IOException
	{
		final Path home = folder.resolve(name + ".zarr");
		try (VolumeWriter writer = ChunkedWriter.create(home, ChunkedSpec.of(type,
			N, N, N).withVoxelSize(VOXEL)))
		{
			for (int z = 0; z < PART; z += CHUNK)
				for (int y = 0; y < PART; y += CHUNK)
					for (int x = 0; x < PART; x += CHUNK)
						content.accept(writer, new Box(x, y, z, x + CHUNK, y + CHUNK, z +
							CHUNK));
		}
		final int n = N / CHUNK;
		final int m = PART / CHUNK;
		for (int z = 0; z < n; z++)
			for (int y = 0; y < n; y++)
				for (int x = 0; x < n; x++) {
					final Path to = chunk(home, z, y, x);
					final Path from = chunk(home, z % m, y % m, x % m);
					if (Files.exists(to) || !Files.exists(from)) continue;
					Files.createDirectories(to.getParent());
					Files.createLink(to, from);
				}
	}

	private static Path chunk(final Path home, final int z, final int y,
		final int x)
	{
		return home.resolve("0").resolve(z + "/" + y + "/" + x);
	}

	private static RoiTable table(final Phantom phantom) {
		final List<Roi> rois = new ArrayList<>();
		Arrays.stream(ids(phantom, phantom.box())).filter(id -> id != 0).distinct()
			.sorted().forEach(id -> rois.add(new Roi(id, phantom.box(), 0, 0, 0, 1, 1,
				1, 0, 0, false, false, "")));
		return new RoiTable(VOXEL, rois);
	}

	private record Times(double first, double whole, double processor) {
	}

	/**
	 * ms to the first picture and to the whole one, and of all processors until
	 * then.
	 */
	private Times show(final Viewpoint v, final List<Viewpoint> ahead)
		throws InterruptedException
	{
		pictures.clear();
		final PlaneThread.Scene wanted = new PlaneThread.Scene(List.of(v.view(
			PlaneAxis.XY, 840, 640), v.view(PlaneAxis.XZ, 1100, 240), v.view(
				PlaneAxis.ZY, 240, 640)), ahead.stream().map(a -> a.view(PlaneAxis.XY,
					840, 640)).toList(), PlaneSettings.USUAL, 3);
		final long start = System.nanoTime();
		final long processors = processors();
		thread.paint(wanted);
		double first = 0;
		while (true) {
			final PlaneThread.Painted p = pictures.poll(60, TimeUnit.SECONDS);
			if (p == null) throw new IllegalStateException("nothing was painted");
			if (p.scene() != wanted) continue;
			final double ms = (System.nanoTime() - start) / 1e6;
			if (first == 0) first = ms;
			most = Math.max(most, blocks.bytes());
			if (p.complete()) return new Times(first, ms, (processors() -
				processors) / 1e6);
		}
	}

	private static long processors() {
		return ((com.sun.management.OperatingSystemMXBean) ManagementFactory
			.getOperatingSystemMXBean()).getProcessCpuTime();
	}

	private void run() throws InterruptedException {
		final SplittableRandom random = new SplittableRandom(1);
		final double[] zooms = { 4, 8, 16, 64 };
		for (int i = 0; i < 12; i++) // for the compiler
			show(jump(random, 8, 0), List.of());
		for (final double nm : zooms) {
			final List<Times> cold = new ArrayList<>();
			final List<Times> next = new ArrayList<>();
			for (int i = 0; i < 9; i++) {
				Viewpoint v = jump(random, nm, i * 17 % 90);
				cold.add(show(v, List.of(v.scrolled(PlaneAxis.XY, 16, blocks.grid()))));
				Thread.sleep(300); // a person looks
				for (int k = 0; k < 4; k++) {
					v = v.scrolled(PlaneAxis.XY, 1, blocks.grid());
					next.add(show(v, List.of(v.scrolled(PlaneAxis.XY, 16, blocks
						.grid()))));
				}
			}
			System.out.printf(Locale.ROOT,
				"%5.0f nm per pixel: next section %s, cold jump %s%n", nm, text(next),
				text(cold));
		}
		Thread.sleep(2000);
		pictures.clear();
		System.gc();
		System.gc();
		final Runtime r = Runtime.getRuntime();
		System.out.printf(Locale.ROOT,
			"blocks held at most %d MiB, heap after collection %d MiB; the three volumes have %d MiB%n",
			most >> 20, r.totalMemory() - r.freeMemory() >> 20, 10L * N * N *
				N >> 20);
	}

	private Viewpoint jump(final SplittableRandom random, final double nm,
		final double angle)
	{
		final Point p = blocks.grid().nm(random.nextInt(100, N - 100), random
			.nextInt(100, N - 100), random.nextInt(20, N - 20));
		return new Viewpoint(p, angle, nm);
	}

	/** Medians and the worst. */
	private static String text(final List<Times> times) {
		final double[] whole = times.stream().mapToDouble(Times::whole).sorted()
			.toArray();
		final double[] first = times.stream().mapToDouble(Times::first).sorted()
			.toArray();
		final double[] processor = times.stream().mapToDouble(Times::processor)
			.sorted().toArray();
		return String.format(Locale.ROOT,
			"%.0f ms (%.0f of processors; first picture %.0f, slowest %.0f)",
			whole[whole.length / 2], processor[processor.length / 2],
			first[first.length / 2], whole[whole.length - 1]);
	}
}
