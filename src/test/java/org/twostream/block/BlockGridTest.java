
package org.twostream.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.twostream.core.Box;
import org.twostream.core.Seed;

class BlockGridTest {

	@Test
	void coresCoverEveryVoxelOnce() {
		final SplittableRandom random = new Seed(1).of("grid").random();
		for (int trial = 0; trial < 200; trial++) {
			final Box volume = Box.ofSize(1 + random.nextInt(9), 1 + random.nextInt(
				9), 1 + random.nextInt(9)).translate(random.nextInt(5), 3, -2);
			final BlockGrid grid = new BlockGrid(volume, 1 + random.nextInt(6), 1 +
				random.nextInt(6), 1 + random.nextInt(12));
			final int[] seen = new int[volume.arrayLength()];
			for (int i = 0; i < grid.size(); i++) {
				final Block block = grid.block(i);
				assertEquals(i, block.index());
				assertEquals(block.core(), block.outer());
				final Box b = block.core();
				for (long z = b.zMin(); z < b.zMax(); z++)
					for (long y = b.yMin(); y < b.yMax(); y++)
						for (long x = b.xMin(); x < b.xMax(); x++)
							seen[(int) (x - volume.xMin() + volume.xSize() * (y - volume
								.yMin() + volume.ySize() * (z - volume.zMin())))]++;
			}
			for (final int times : seen)
				assertEquals(1, times);
		}
	}

	@Test
	void blocksGoXFirst() {
		final BlockGrid grid = new BlockGrid(Box.ofSize(10, 6, 4), 4, 3, 4);
		assertEquals(6, grid.size());
		assertEquals(new Box(8, 0, 0, 10, 3, 4), grid.block(2).core());
		assertEquals(new Box(0, 3, 0, 4, 6, 4), grid.block(3).core());
	}

	@Test
	void haloIsClippedOrReachesBeyond() {
		final BlockGrid grid = new BlockGrid(Box.ofSize(10, 10, 10), 5, 5, 5);
		assertEquals(new Box(0, 0, 0, 6, 7, 8), grid.withHalo(1, 2, 3, true).block(
			0).outer());
		assertEquals(new Box(-1, -2, -3, 6, 7, 8), grid.withHalo(1, 2, 3, false)
			.block(0).outer());
	}

	@Test
	void emptyVolumeHasNoBlocks() {
		assertEquals(0, new BlockGrid(Box.ofSize(0, 5, 5), 4, 4, 4).size());
	}

	@Test
	void hugeVolumeIsOnlyCounted() {
		final BlockGrid grid = new BlockGrid(Box.ofSize(10_000, 10_000, 3_000), 512,
			512, 64);
		assertEquals(20 * 20 * 47, grid.size());
		assertTrue(grid.volume().contains(grid.block(grid.size() - 1).core()));
	}

	@Test
	void refusesNonsense() {
		final Box box = Box.ofSize(4, 4, 4);
		assertThrows(IllegalArgumentException.class, () -> new BlockGrid(box, 0, 1,
			1));
		assertThrows(IllegalArgumentException.class, () -> new BlockGrid(box, 1, 1,
			1).withHalo(-1, 0, 0, true));
		assertThrows(IllegalArgumentException.class, () -> new BlockGrid(Box.ofSize(
			1L << 31, 1L << 31, 1), 1, 1, 1));
		assertThrows(IndexOutOfBoundsException.class, () -> new BlockGrid(box, 4, 4,
			4).block(1));
	}
}
