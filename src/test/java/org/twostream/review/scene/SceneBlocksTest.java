
package org.twostream.review.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twostream.core.Box;
import org.twostream.core.UserError;
import org.twostream.review.session.ReviewScene;
import org.twostream.volume.EmVolume;
import org.twostream.volume.VolumeInfo;

class SceneBlocksTest {

	private static PlaneCut whole(final SceneBlocks blocks, final PlaneView view)
		throws InterruptedException
	{
		return whole(blocks, missing -> blocks.raw(view, missing));
	}

	private static PlaneCut whole(final SceneBlocks blocks,
		final java.util.function.Function<SceneBlocks.Missing, PlaneCut> cut)
		throws InterruptedException
	{
		final Semaphore arrived = new Semaphore(0);
		while (true) {
			final SceneBlocks.Missing missing = new SceneBlocks.Missing();
			final PlaneCut now = cut.apply(missing);
			assertEquals(now.complete(), missing.isEmpty());
			if (now.complete()) return now;
			blocks.want("test", missing, arrived::release);
			assertTrue(arrived.tryAcquire(10, TimeUnit.SECONDS));
			arrived.drainPermits();
		}
	}

	private static int[] voxel(final PlaneAxis axis, final long right,
		final long down, final long index)
	{
		final int[] p = new int[3];
		p[axis.right()] = (int) right;
		p[axis.down()] = (int) down;
		p[axis.normal()] = (int) index;
		return p;
	}

	@ParameterizedTest
	@EnumSource(PlaneAxis.class)
	void planesHoldTheVoxelsOfTheVolume(final PlaneAxis axis)
		throws InterruptedException
	{
		final SampleScene sample = new SampleScene(1, 15, true);
		try (SceneBlocks blocks = sample.blocks()) {
			final VoxelGrid grid = blocks.grid();
			final PlaneView view = new PlaneView(axis, grid.nm(80, 60, 22),
				axis == PlaneAxis.XY ? 30 : 0, 4, 200, 150);
			final long index = new long[] { 80, 60, 22 }[axis.normal()];
			final PlaneCut raw = whole(blocks, view);
			final PlaneCut rows = whole(blocks, m -> blocks.rows(view, m)
				.orElseThrow());
			final double[] m = view.toVoxels(grid);
			for (int py = 0; py < 150; py += 7)
				for (int px = 0; px < 200; px += 7) {
					final long u = Math.round(m[0] * px + m[2] * py + m[4]);
					final long v = Math.round(m[1] * px + m[3] * py + m[5]);
					final int[] p = voxel(axis, u, v, index);
					if (!grid.box().contains(p[0], p[1], p[2])) {
						assertEquals(PlaneCut.UNKNOWN, raw.at(u, v));
						continue;
					}
					assertEquals(sample.raw[SampleScene.index(p[0], p[1], p[2])] & 255,
						raw.at(u, v));
					assertEquals(sample.table.row(sample.roi(p[0], p[1], p[2])).orElse(
						-1), rows.at(u, v));
				}
		}
	}

	@ParameterizedTest
	@EnumSource(PlaneAxis.class)
	void coarsePlanesHoldMeans(final PlaneAxis axis) throws InterruptedException {
		final SampleScene sample = new SampleScene(2, 5, false);
		try (SceneBlocks blocks = sample.blocks()) {
			final VoxelGrid grid = blocks.grid();
			final PlaneView view = new PlaneView(axis, grid.nm(70, 50, 20), 0, 70, 40,
				30);
			final PlaneCut cut = whole(blocks, view);
			final int fu = new int[] { 8, 4, 2 }[axis.right()];
			assertEquals(fu, cut.rightFactor());
			for (int v = 0; v < cut.height(); v++)
				for (int u = 0; u < cut.width(); u++)
					assertEquals(mean(sample, axis, cut, u + cut.rightMin(), v + cut
						.downMin(), grid), cut.values()[u + cut.width() * v]);
		}
	}

	private static int mean(final SampleScene sample, final PlaneAxis axis,
		final PlaneCut cut, final long u, final long v, final VoxelGrid grid)
	{
		final long index = new long[] { 70, 50, 20 }[axis.normal()];
		int sum = 0;
		int n = 0;
		for (long b = v * cut.downFactor(); b < (v + 1) * cut.downFactor(); b++)
			for (long a = u * cut.rightFactor(); a < (u + 1) * cut
				.rightFactor(); a++)
			{
				final int[] p = voxel(axis, a, b, index);
				if (!grid.box().contains(p[0], p[1], p[2])) continue;
				sum += sample.raw[SampleScene.index(p[0], p[1], p[2])] & 255;
				n++;
			}
		return (sum + n / 2) / n;
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void theRoiAtAVoxelAndTheNearestOneAreFound(final boolean polarity) {
		final SampleScene sample = new SampleScene(3, 90, polarity);
		try (SceneBlocks blocks = sample.blocks()) {
			final RoiLocator locator = blocks.locator();
			final SplittableRandom random = new SplittableRandom(9);
			int found = 0;
			for (int i = 0; i < 60; i++) {
				final Point p = new Point(random.nextDouble(-20, 1300), random
					.nextDouble(-20, 1200), random.nextDouble(-20, 1250));
				final double tolerance = random.nextDouble(5, 60);
				final OptionalInt row = locator.near(p, tolerance);
				assertNearest(sample, p, tolerance, row, 3);
				final OptionalInt inPlane = locator.near(p, tolerance, PlaneAxis.XY);
				assertNearest(sample, p, tolerance, inPlane, 2);
				found += row.isPresent() ? 1 : 0;
			}
			assertTrue(found > 5 && found < 55, found + " found");
			assertEquals(OptionalInt.empty(), locator.at(-1, 0, 0));
		}
	}

	/** Goes through all voxels. */
	private static void assertNearest(final SampleScene sample, final Point p,
		final double tolerance, final OptionalInt row, final int dimensions)
	{
		double best = Double.MAX_VALUE;
		double ofFound = Double.MAX_VALUE;
		final long zHere = Math.round(p.z() / 30);
		long here = 0;
		for (int z = 0; z < SampleScene.Z; z++)
			for (int y = 0; y < SampleScene.Y; y++)
				for (int x = 0; x < SampleScene.X; x++) {
					final long id = sample.roi(x, y, z);
					if (id == 0 || dimensions == 2 && z != zHere) continue;
					if (Math.round(p.x() / 8) == x && Math.round(p.y() / 10) == y &&
						zHere == z) here = id;
					final double dz = dimensions == 2 ? 0 : z * 30 - p.z();
					final double d = Math.sqrt(Math.pow(x * 8 - p.x(), 2) + Math.pow(y *
						10 - p.y(), 2) + dz * dz);
					best = Math.min(best, d);
					if (row.isPresent() && sample.table.get(row.getAsInt()).id() == id)
						ofFound = Math.min(ofFound, d);
				}
		if (here != 0) assertEquals(here, sample.table.get(row.getAsInt()).id());
		else if (best <= tolerance) assertEquals(best, ofFound, 1e-9);
		else assertFalse(row.isPresent());
	}

	@Test
	void aPlaneAskewHasTheRoisOfItsPoints() throws InterruptedException {
		final SampleScene sample = new SampleScene(4, 90, false);
		try (SceneBlocks blocks = sample.blocks()) {
			final Pose pose = new Pose(blocks.grid().nm(70, 50, 20), new Turn(0.8,
				0.3, -0.2, 0.5), 6);
			final AskewPlane.Raster raster = AskewPlane.Raster.of(200, 100, 3);
			final int[][] rows = new int[1][];
			whole(blocks, missing -> {
				rows[0] = blocks.askew().rows(pose.affine(200, 100), raster, missing);
				return new PlaneCut(0, 0, 1, 1, 1, 1, new int[1], missing.isEmpty());
			});
			int hits = 0;
			for (int v = 0; v < raster.height(); v++)
				for (int u = 0; u < raster.width(); u++) {
					final Point p = pose.at(3 * u + 1.5, 3 * v + 1.5, 200, 100);
					final OptionalInt at = blocks.locator().at(Math.round(p.x() / 8), Math
						.round(p.y() / 10), Math.round(p.z() / 30));
					assertEquals(at.orElse(-1), rows[0][u + raster.width() * v]);
					hits += at.isPresent() ? 1 : 0;
				}
			assertTrue(hits > 10);
		}
	}

	/** Counts what is read of a volume, which is made as it is read. */
	private static class Endless implements EmVolume {

		final List<Box> reads = new ArrayList<>();
		private final VolumeInfo info;
		private final List<EmVolume> coarser;

		Endless(final VolumeInfo info, final List<EmVolume> coarser) {
			this.info = info;
			this.coarser = coarser;
		}

		@Override
		public VolumeInfo info() {
			return info;
		}

		@Override
		public List<EmVolume> coarser() {
			return coarser;
		}

		@Override
		public void read(final int channel, final Box box, final byte[] target) {
			assertTrue(info.box().contains(box));
			synchronized (reads) {
				reads.add(box);
			}
			Arrays.fill(target, (byte) (box.zMin() / 64));
		}

		@Override
		public void read(final int channel, final Box box, final long[] target) {
			Arrays.fill(target, 0);
		}

		@Override
		public void read(final int channel, final Box box, final float[] target) {
			throw new UserError("not asked for");
		}

		@Override
		public void close() {
			// nothing is held
		}
	}

	private static Endless endless(final long size, final EmVolume... coarser) {
		return new Endless(new VolumeInfo(size, size, size, 1,
			org.twostream.volume.PixelType.UINT8, Optional.empty(), 64, 64, 64), List
				.of(coarser));
	}

	private static ReviewScene scene(final EmVolume raw) {
		return new ReviewScene(raw, Optional.empty(), raw, false, row -> {
			throw new IllegalStateException();
		}, 400, List.of(), () -> {});
	}

	@Test
	void memoryStaysBoundedWhileAnEndlessVolumePassesBy()
		throws InterruptedException
	{
		final Endless raw = endless(100_000);
		final long capacity = 32 << 20;
		final SampleScene sample = new SampleScene(1, 1, false);
		try (SceneBlocks blocks = new SceneBlocks(scene(raw), sample.table,
			capacity, 2, s -> {}))
		{
			for (int i = 0; i < 12; i++) {
				whole(blocks, new PlaneView(PlaneAxis.XY, new Point(4e5, 4e5, 30 * 64 *
					i), 0, 8, 500, 400));
				assertTrue(blocks.bytes() <= capacity);
			}
			// far out: as coarse as it takes to be affordable
			final PlaneCut far = whole(blocks, new PlaneView(PlaneAxis.XY, new Point(
				4e5, 4e5, 0), 0, 64, 500, 400));
			assertTrue(far.rightFactor() >= 8);
			assertTrue(raw.reads.stream().mapToLong(Box::voxels).max()
				.orElseThrow() <= 64 * 64 * 64);
		}
	}

	@Test
	void storedResolutionsAreUsedAndStandInForWhatIsMissing()
		throws InterruptedException
	{
		final Endless coarse = endless(1000);
		final Endless fine = endless(4000, coarse);
		final SampleScene sample = new SampleScene(1, 1, false);
		try (SceneBlocks blocks = new SceneBlocks(scene(fine), sample.table,
			64 << 20, 2, s -> {}))
		{
			final PlaneView far = new PlaneView(PlaneAxis.XY, new Point(8000, 8000,
				30 * 2000), 0, 50, 200, 200);
			final PlaneCut cut = whole(blocks, far);
			assertEquals(List.of(4, 4), List.of(cut.rightFactor(), cut.downFactor()));
			assertEquals(2000 / 4 / 64, cut.at(cut.rightMin(), cut.downMin()));
			assertTrue(fine.reads.isEmpty());
			final PlaneCut near = blocks.raw(new PlaneView(PlaneAxis.XY, new Point(
				8000, 8000, 30 * 2000), 0, 8, 200, 200), new SceneBlocks.Missing());
			assertFalse(near.complete());
			assertTrue(Arrays.stream(near.values()).allMatch(v -> v == 2000 / 4 /
				64));
		}
	}

	@Test
	void aBlockThatAnotherReadsIsToldOfAsWell() throws InterruptedException {
		final SampleScene sample = new SampleScene(1, 1, false);
		final PlaneView view = new PlaneView(PlaneAxis.XY, new Point(80, 80, 30), 0,
			8, 10, 10);
		final Semaphore arrived = new Semaphore(0);
		try (SceneBlocks blocks = sample.blocks()) {
			final SceneBlocks.Missing missing = new SceneBlocks.Missing();
			blocks.rows(view, missing);
			assertFalse(missing.isEmpty());
			// between the look and the wish
			for (int x = 0; x < SampleScene.X; x++)
				blocks.locator().at(x, 10, 1);
			blocks.want("test", missing, arrived::release);
			assertTrue(arrived.tryAcquire(10, TimeUnit.SECONDS));
			assertTrue(blocks.rows(view, new SceneBlocks.Missing()).orElseThrow()
				.complete());
			// and after the wish, of a client that waits for something else
			arrived.drainPermits();
			blocks.locator().at(80, 10, SampleScene.Z - 1L);
			assertTrue(arrived.tryAcquire(10, TimeUnit.SECONDS));
		}
	}

	@Test
	void whatCannotBeReadIsSaidOnceAndNotTriedForEver()
		throws InterruptedException
	{
		final List<String> sentences = new ArrayList<>();
		final EmVolume damaged = new Endless(endless(300).info(), List.of()) {

			@Override
			public void read(final int channel, final Box box, final byte[] target) {
				throw new UserError("Chunk is damaged.");
			}
		};
		final SampleScene sample = new SampleScene(1, 1, false);
		final Semaphore arrived = new Semaphore(0);
		try (SceneBlocks blocks = new SceneBlocks(scene(damaged), sample.table,
			64 << 20, 1, sentences::add))
		{
			for (int i = 0; i < 3; i++) {
				final SceneBlocks.Missing missing = new SceneBlocks.Missing();
				blocks.raw(new PlaneView(PlaneAxis.XY, new Point(200, 200, 30), 0, 8,
					20, 20), missing);
				assertFalse(missing.isEmpty());
				blocks.want(this, missing, arrived::release);
				if (i == 0) assertTrue(arrived.tryAcquire(10, TimeUnit.SECONDS));
			}
		}
		assertEquals(List.of("Chunk is damaged."), sentences);
	}
}
