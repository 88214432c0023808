
package org.twostream.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.twostream.core.Box;
import org.twostream.core.Cancelled;
import org.twostream.core.Progress;
import org.twostream.core.Target;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeInfo;
import org.twostream.volume.VolumeWriter;

/** Streaming writes every chunk once and stops when asked to. */
class PhantomWriterTest {

	/** Keeps what is written in memory and counts writes of each voxel. */
	private static final class Memory implements VolumeWriter {

		private final VolumeInfo info;
		private final long[] voxels;
		private final AtomicInteger written = new AtomicInteger();

		Memory(final Box box, final PixelType type) {
			info = new VolumeInfo(box.xSize(), box.ySize(), box.zSize(), 1, type,
				Optional.empty(), 64, 32, 5);
			voxels = new long[box.arrayLength()];
		}

		@Override
		public VolumeInfo info() {
			return info;
		}

		@Override
		public void write(final int channel, final Box box, final byte[] from) {
			final long[] wide = new long[from.length];
			for (int i = 0; i < from.length; i++)
				wide[i] = from[i] & 0xFF;
			write(channel, box, wide);
		}

		@Override
		public void write(final int channel, final Box box, final long[] from) {
			assertEquals(0, box.xMin() % 64 + box.yMin() % 32 + box.zMin() % 5);
			int i = 0;
			for (long z = box.zMin(); z < box.zMax(); z++)
				for (long y = box.yMin(); y < box.yMax(); y++)
					for (long x = box.xMin(); x < box.xMax(); x++)
						voxels[(int) (x + info.xSize() * (y + info.ySize() * z))] =
							from[i++];
			written.addAndGet(i);
		}

		@Override
		public void write(final int channel, final Box box, final float[] from) {
			throw new IllegalArgumentException("Not float");
		}

		@Override
		public EmVolume reader() {
			throw new IllegalStateException("Not needed");
		}

		@Override
		public void sync() {
			// Memory is as durable as it gets.
		}

		@Override
		public void close() {
			// Nothing is held.
		}
	}

	@Test
	void writesRawAndTruth() {
		final Phantom phantom = PhantomTest.phantom(8);
		final Memory raw = new Memory(phantom.box(), PixelType.UINT8);
		final Memory labels = new Memory(phantom.box(), PixelType.UINT64);
		phantom.write(raw, labels, 2, Progress.NONE);
		assertEquals(phantom.box().voxels(), raw.written.get());
		assertEquals(phantom.box().voxels(), labels.written.get());
		assertArrayEquals(phantom.rawVolume().ids(0, phantom.box()), raw.voxels);
		assertArrayEquals(phantom.labelVolume(Target.MITOCHONDRIA).ids(0, phantom
			.box()), labels.voxels);
	}

	@Test
	void stopsWhenCancelled() {
		final Phantom phantom = PhantomTest.phantom(8);
		final Memory raw = new Memory(phantom.box(), PixelType.UINT8);
		assertThrows(Cancelled.class, () -> phantom.writeRaw(raw, 2,
			new Progress()
			{

				@Override
				public void report(final double fraction, final String message) {
					assertTrue(fraction >= 0 && fraction <= 1);
				}

				@Override
				public boolean cancelled() {
					return true;
				}
			}));
		assertEquals(0, raw.written.get());
	}
}
