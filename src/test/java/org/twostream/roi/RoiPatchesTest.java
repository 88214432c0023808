
package org.twostream.roi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twostream.block.BlockEngine;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.VoxelSize;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeInfo;

/** Many ROIs over many chunks, against one after the other. */
class RoiPatchesTest {

	private static final VoxelSize SIZE = new VoxelSize(8, 8, 30);
	private static final int X = 300;
	private static final int Y = 200;
	private static final int Z = 12;
	private static final int ROIS = 700;
	private static final double PATCH_NM = 500;

	/** How often each box was read. */
	private record Counting(MemoryVolume volume, Map<Box, Integer> reads)
			implements
				EmVolume {

		@Override
		public VolumeInfo info() {
			return volume.info();
		}

		@Override
		public void read(final int channel, final Box box, final byte[] target) {
			reads.merge(box, 1, Integer::sum);
			volume.read(channel, box, target);
		}

		@Override
		public void read(final int channel, final Box box, final long[] target) {
			reads.merge(box, 1, Integer::sum);
			volume.read(channel, box, target);
		}

		@Override
		public void read(final int channel, final Box box, final float[] target) {
			volume.read(channel, box, target);
		}

		@Override
		public void close() {
			volume.close();
		}
	}

	private final SplittableRandom random = new Seed(8).of("patches").random();
	private final MemoryVolume labels = new MemoryVolume(PixelType.UINT64, X, Y,
		Z, 1, 16);
	private final MemoryVolume raw = new MemoryVolume(PixelType.UINT8, X, Y, Z, 1,
		20);
	private final RoiTable table = table();

	/** Boxes of two sides, some with one side only in their best slice. */
	private RoiTable table() {
		Arrays.setAll(raw.voxels[0], i -> random.nextInt(256));
		final List<Roi> rois = new ArrayList<>();
		for (int n = 1; n <= ROIS; n++) {
			final int x = (n - 1) % 30 * 10;
			final int y = (n - 1) / 30 % 20 * 10;
			final int z = (n - 1) / 600 * 4 + random.nextInt(3);
			final Box box = Box.ofSize(2 + random.nextInt(6), 2 + random.nextInt(6),
				2).translate(x, y, z);
			for (int i = 0; i < 2; i++)
				for (int vy = y; vy < box.yMax(); vy++)
					for (int vx = x; vx < box.xMax(); vx++)
						if (random.nextInt(4) > 0 || vx == x) labels.voxels[0][vx + X *
							(vy + Y * (z + i))] = 2 * n - (n % 5 == 0 ? 1 - i : random
								.nextInt(2));
			rois.add(new Roi(n, box, 0, 0, 0, 1, 1, 1, z + random.nextInt(2), 0,
				false, false, ""));
		}
		return new RoiTable(SIZE, rois);
	}

	private byte[] patches(final RoiPatches patches, final EmVolume grey) {
		final byte[] all = new byte[ROIS * CutPatches.BOTH];
		final RoiPatches.Aligned aligned = patches.align(table, Progress.NONE);
		patches.cut(aligned.table(), grey, PATCH_NM, PatchScale.KEPT,
			new PatchSink()
			{

				private static final long serialVersionUID = 1L;

				@Override
				public void write(final int first, final byte[] group) {
					assertEquals(0, first % GROUP);
					assertEquals(Math.min(GROUP, ROIS - first), group.length /
						CutPatches.BOTH);
					System.arraycopy(group, 0, all, first * CutPatches.BOTH,
						group.length);
				}

				@Override
				public void sync() {
					// in memory
				}
			}, Optional.empty(), Progress.NONE);
		return all;
	}

	private byte[] oneAfterTheOther() {
		final byte[] all = new byte[ROIS * CutPatches.BOTH];
		final PatchSampler sampler = new PatchSampler(raw);
		for (int row = 0; row < ROIS; row++) {
			final Roi roi = table.get(row);
			final SliceMask mask = new RoiMasks(labels, true).best(roi);
			final PatchFrame frame = new PatchFrame(mask.x(), mask.y(), roi
				.bestSlice(), Alignment.of(mask, SIZE).angle(), PATCH_NM, SIZE);
			final int at = row * CutPatches.BOTH;
			sampler.cut(frame, all, at);
			frame.forEachRow(1, (y, xs, ys) -> mask.at(xs, ys, all, at +
				PatchFrame.PIXELS + y * PatchFrame.SIDE));
		}
		return all;
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 5 })
	void threadsAndOrderDoNotMatter(final int threads) {
		assertArrayEquals(oneAfterTheOther(), patches(new RoiPatches(labels, true,
			threads, BlockEngine.local()), raw));
	}

	@Test
	void eachChunkIsReadOnce() {
		final Counting ids = new Counting(labels, new ConcurrentHashMap<>());
		final Counting grey = new Counting(raw, new ConcurrentHashMap<>());
		patches(new RoiPatches(ids, true, 2, BlockEngine.local()), grey);
		assertTrue(ids.reads.size() > 200, ids.reads.size() + " chunks");
		assertEquals(Set.of(1), new HashSet<>(ids.reads.values()));
		assertEquals(Set.of(1), new HashSet<>(grey.reads.values()));
	}

	@Test
	void roisOfAChunkFollowEachOther() {
		final int[] order = ChunkOrder.of(table, 10, ROIS, labels.info());
		assertEquals(ROIS - 10, Arrays.stream(order).filter(row -> row >= 10 &&
			row < ROIS).distinct().count());
		final Set<List<Long>> seen = new HashSet<>();
		List<Long> last = List.of();
		for (int i = 0; i < order.length; i++) {
			final Roi r = table.get(order[i]);
			final List<Long> chunk = List.of((r.box().xMin() + r.box().xMax()) / 2 /
				16, (r.box().yMin() + r.box().yMax()) / 2 / 16, r.bestSlice() / 16);
			if (chunk.equals(last)) assertTrue(order[i] > order[i - 1]);
			else assertTrue(seen.add(chunk), "chunk " + chunk + " comes back");
			last = chunk;
		}
		assertTrue(seen.size() > 100);
	}

	@Test
	void masksAreKeptAsFarAsThereIsRoom() {
		final Counting ids = new Counting(labels, new ConcurrentHashMap<>());
		final RoiMasks masks = new RoiMasks(ids, true, 30_000);
		for (int i = 0; i < 2; i++)
			for (final Roi roi : table.rois())
				if (roi.id() % 5 != 0) assertEquals(new RoiMasks(labels, true).best(roi)
					.x(), masks.best(roi).x());
		final long twice = ids.reads.values().stream().filter(n -> n == 2).count();
		assertTrue(twice > 300 && twice < 540, twice + " read again of 560");
	}
}
