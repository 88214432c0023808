
package org.twostream.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Box;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;

/** What every volume must do, whatever file it lies in. */
public abstract class EmVolumeContract {

	protected static final int X = 23;
	protected static final int Y = 17;
	protected static final int Z = 7;
	protected static final VoxelSize NM = new VoxelSize(4.5, 5, 40);

	@TempDir
	protected Path folder;

	/**
	 * A volume of X x Y x Z voxels, voxel size {@link #NM}, that holds
	 * {@link #voxel}.
	 */
	protected abstract EmVolume open() throws Exception;

	/** The value at a place. */
	protected long voxel(final long x, final long y, final long z) {
		return (x * 7 + y * 13 + z * 29 + x * y % 5) & 0xff;
	}

	/** All of {@link #voxel}, x fastest. */
	protected final long[] allVoxels() {
		return naive(Box.ofSize(X, Y, Z));
	}

	/** As {@link #allVoxels}, 8-bit. */
	protected final byte[] allBytes() {
		return bytes(allVoxels());
	}

	protected static byte[] bytes(final long[] values) {
		final byte[] b = new byte[values.length];
		for (int i = 0; i < b.length; i++)
			b[i] = (byte) values[i];
		return b;
	}

	private long[] naive(final Box box) {
		final long[] values = new long[box.arrayLength()];
		int i = 0;
		for (long z = box.zMin(); z < box.zMax(); z++)
			for (long y = box.yMin(); y < box.yMax(); y++)
				for (long x = box.xMin(); x < box.xMax(); x++)
					values[i++] = voxel(x, y, z);
		return values;
	}

	private static Box randomBox(final SplittableRandom random) {
		final int x = random.nextInt(X);
		final int y = random.nextInt(Y);
		final int z = random.nextInt(Z);
		return new Box(x, y, z, x + random.nextInt(X - x + 1), y + random.nextInt(
			Y - y + 1), z + random.nextInt(Z - z + 1));
	}

	@Test
	void saysItsSizeAndVoxelSize() throws Exception {
		try (EmVolume volume = open()) {
			assertEquals(Box.ofSize(X, Y, Z), volume.info().box());
			assertEquals(1, volume.info().channels());
			final VoxelSize nm = volume.info().voxelSize().orElseThrow();
			assertEquals(NM.x(), nm.x(), 1e-6);
			assertEquals(NM.y(), nm.y(), 1e-6);
			assertEquals(NM.z(), nm.z(), 1e-6);
			assertTrue(volume.info().xChunk() > 0 && volume.info().yChunk() > 0 &&
				volume.info().zChunk() > 0);
		}
	}

	@Test
	void anyBoxHoldsTheRightVoxels() throws Exception {
		try (EmVolume volume = open()) {
			final SplittableRandom random = new SplittableRandom(1);
			for (int i = 0; i < 60; i++) {
				final Box box = i == 0 ? volume.info().box() : randomBox(random);
				check(volume, box);
			}
		}
	}

	@Test
	void visitShowsEachVoxelOfABoxOnce() throws Exception {
		try (EmVolume volume = open()) {
			if (volume.info().type() != PixelType.UINT8) {
				assertThrows(UserError.class, () -> volume.visit(0, volume.info().box(),
					(voxels, first, row, section, part) -> {}));
				return;
			}
			final SplittableRandom random = new SplittableRandom(3);
			for (int i = 0; i < 60; i++) {
				final Box box = i == 0 ? volume.info().box() : randomBox(random);
				final byte[] shown = new byte[box.arrayLength()];
				final int[] times = new int[shown.length];
				volume.visit(0, box, (voxels, first, row, section, part) -> {
					for (long z = part.zMin(); z < part.zMax(); z++)
						for (long y = part.yMin(); y < part.yMax(); y++)
							for (long x = part.xMin(); x < part.xMax(); x++) {
								final int at = (int) (x + box.xSize() * (y + box.ySize() * z));
								times[at]++;
								shown[at] = voxels[(int) (first + x - part.xMin() + row * (y -
									part.yMin()) + section * (z - part.zMin()))];
							}
				});
				assertArrayEquals(bytes(naive(box)), shown);
				for (final int n : times)
					assertEquals(1, n);
			}
		}
	}

	private void check(final EmVolume volume, final Box box) {
		final long[] expected = naive(box);
		final float[] floats = new float[expected.length];
		volume.read(0, box, floats);
		for (int i = 0; i < floats.length; i++)
			assertEquals((float) expected[i], floats[i], 0f, box.toString());
		if (volume.info().type() != PixelType.FLOAT32) assertArrayEquals(expected,
			volume.ids(0, box), box.toString());
		if (volume.info().type() == PixelType.UINT8) assertArrayEquals(bytes(
			expected), volume.bytes(0, box), box.toString());
	}

	@Test
	void targetsLongerThanTheBoxKeepTheirEnd() throws Exception {
		try (EmVolume volume = open()) {
			final float[] target = new float[5];
			target[4] = -7;
			volume.read(0, new Box(1, 2, 3, 3, 4, 4), target);
			assertEquals(-7, target[4], 0f);
		}
	}

	@Test
	void manyThreadsReadAtOnce() throws Exception {
		try (EmVolume volume = open()) {
			final ExecutorService threads = Executors.newFixedThreadPool(4);
			try {
				final List<Future<?>> tasks = new ArrayList<>();
				for (int t = 0; t < 8; t++) {
					final int seed = t;
					tasks.add(threads.submit(() -> {
						final SplittableRandom random = new SplittableRandom(seed);
						for (int i = 0; i < 25; i++)
							check(volume, randomBox(random));
					}));
				}
				for (final Future<?> task : tasks)
					task.get();
			}
			finally {
				threads.shutdownNow();
			}
		}
	}

	@Test
	void refusesTypesThatWouldLoseSomething() throws Exception {
		try (EmVolume volume = open()) {
			final Box box = Box.ofSize(2, 2, 2);
			if (volume.info().type() != PixelType.UINT8) assertThrows(UserError.class,
				() -> volume.bytes(0, box));
			if (volume.info().type() == PixelType.FLOAT32) assertThrows(
				UserError.class, () -> volume.ids(0, box));
		}
	}

	@Test
	void boxesAndChannelsOutsideAreProgrammingErrors() throws Exception {
		try (EmVolume volume = open()) {
			assertThrows(IllegalArgumentException.class, () -> volume.read(0, new Box(
				0, 0, 0, X + 1, 1, 1), new float[X + 1]));
			assertThrows(IllegalArgumentException.class, () -> volume.read(1, Box
				.ofSize(1, 1, 1), new float[1]));
		}
	}
}
