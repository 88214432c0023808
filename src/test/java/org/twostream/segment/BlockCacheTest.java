
package org.twostream.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.twostream.core.Box;
import org.twostream.core.Seed;
import org.twostream.volume.PixelType;

class BlockCacheTest {

	private final SplittableRandom random = new Seed(1).random();
	private final MemoryVolume volume = MemoryVolume.of(150, 140, 40, 1,
		PixelType.UINT8, 20).fill(0, (x, y, z) -> random.nextInt(256));
	private final List<Box> loads = new ArrayList<>();

	private BlockCache cache(final long capacity) {
		return new BlockCache((box, target) -> {
			loads.add(box);
			volume.read(0, box, target);
		}, volume.info(), capacity);
	}

	private Box box() {
		final long x = random.nextLong(140);
		final long y = random.nextLong(130);
		final long z = random.nextLong(35);
		return new Box(x, y, z, x + 1 + random.nextLong(150 - x), y + 1 + random
			.nextLong(140 - y), z + 1 + random.nextLong(40 - z));
	}

	@Test
	void readsTheSameWhateverTheCapacity() {
		for (final long capacity : new long[] { 0, 300_000, Long.MAX_VALUE }) {
			final BlockCache cache = cache(capacity);
			for (int i = 0; i < 20; i++) {
				final Box box = box();
				final byte[] found = new byte[box.arrayLength()];
				cache.read(box, found);
				assertArrayEquals(volume.bytes(0, box), found);
			}
		}
	}

	@Test
	void loadsOnceWhatFits() {
		final BlockCache all = cache(Long.MAX_VALUE);
		final Box whole = volume.info().box();
		for (int i = 0; i < 3; i++)
			all.read(whole, new byte[whole.arrayLength()]);
		// Blocks of 80 x 80 x 20.
		assertEquals(8, loads.size());
		loads.clear();
		final BlockCache none = cache(0);
		for (int i = 0; i < 3; i++)
			none.read(whole, new byte[whole.arrayLength()]);
		assertTrue(loads.size() > 16, loads.size() + " loads");
	}
}
