
package org.twostream.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.twostream.core.Box;
import org.twostream.core.Seed;

class RecentChunksTest {

	private static final int X = 30;
	private static final int Y = 20;
	private static final int Z = 12;

	/** Says that its chunks are small, and counts reads. */
	private static final class Counting implements EmVolume {

		private final EmVolume volume;
		private final int edge;
		private int reads;

		Counting(final EmVolume volume, final int edge) {
			this.volume = volume;
			this.edge = edge;
		}

		@Override
		public VolumeInfo info() {
			final VolumeInfo i = volume.info();
			return new VolumeInfo(i.xSize(), i.ySize(), i.zSize(), 1, i.type(), i
				.voxelSize(), edge, edge, edge);
		}

		@Override
		public void read(final int channel, final Box box, final byte[] target) {
			reads++;
			volume.read(channel, box, target);
		}

		@Override
		public void read(final int channel, final Box box, final long[] target) {
			reads++;
			volume.read(channel, box, target);
		}

		@Override
		public void read(final int channel, final Box box, final float[] target) {
			reads++;
			volume.read(channel, box, target);
		}

		@Override
		public void close() {
			volume.close();
		}
	}

	private static Box box(final SplittableRandom random) {
		final long x = random.nextInt(X);
		final long y = random.nextInt(Y);
		final long z = random.nextInt(Z);
		return new Box(x, y, z, x + 1 + random.nextInt((int) (X - x)), y + 1 +
			random.nextInt((int) (Y - y)), z + 1 + random.nextInt((int) (Z - z)));
	}

	@Test
	void readsTheSameWhateverItHolds() {
		final SplittableRandom random = new Seed(1).random();
		final byte[] bytes = new byte[X * Y * Z];
		final long[] ids = new long[X * Y * Z];
		for (int i = 0; i < ids.length; i++) {
			bytes[i] = (byte) random.nextInt(256);
			// one chunk in two holds an id beyond 32 bits
			ids[i] = random.nextInt(600) == 0 ? random.nextLong(1L << 40) : random
				.nextLong(1L << 32);
		}
		final EmVolume grey = ArrayVolume.of(bytes, X, Y, Z);
		final EmVolume labels = ArrayVolume.of(ids, X, Y, Z);
		for (final long capacity : new long[] { 0, 3000, 1 << 20 }) {
			final EmVolume recentGrey = new RecentChunks(new Counting(grey, 7),
				capacity);
			final EmVolume recentLabels = new RecentChunks(new Counting(labels, 7),
				capacity);
			for (int trial = 0; trial < 100; trial++) {
				final Box box = box(random);
				assertArrayEquals(grey.bytes(0, box), recentGrey.bytes(0, box));
				assertArrayEquals(labels.ids(0, box), recentLabels.ids(0, box));
				assertArrayEquals(grey.ids(0, box), recentGrey.ids(0, box));
			}
		}
	}

	@Test
	void holdsNoMoreThanItMay() {
		final Counting volume = new Counting(ArrayVolume.of(new byte[X * Y * Z], X,
			Y, Z), 10);
		final EmVolume all = new RecentChunks(volume, 1 << 20);
		all.bytes(0, volume.info().box());
		all.bytes(0, volume.info().box());
		assertEquals(12, volume.reads);
		// 30 chunks of up to 343 voxels, of which the last to come are held: each
		// has gone when its turn comes again
		final Counting small = new Counting(ArrayVolume.of(new byte[X * Y * Z], X,
			Y, Z), 7);
		final EmVolume some = new RecentChunks(small, 8 * 343);
		some.bytes(0, small.info().box());
		some.bytes(0, small.info().box());
		assertEquals(60, small.reads);
		// a chunk of more than an eighth is not held: read as asked
		small.reads = 0;
		new RecentChunks(small, 8 * 343 - 1).bytes(0, small.info().box());
		assertEquals(1, small.reads);
	}
}
