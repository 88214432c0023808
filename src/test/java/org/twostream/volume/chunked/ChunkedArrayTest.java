
package org.twostream.volume.chunked;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twostream.core.UserError;
import org.twostream.volume.PixelType;

class ChunkedArrayTest {

	@TempDir
	Path folder;

	@ParameterizedTest
	@EnumSource(ChunkedFormat.class)
	void rowsOfAnyNumberReadBack(final ChunkedFormat format) {
		final ArraySpec spec = new ArraySpec(List.of(103L, 20L), List.of(16, 20),
			PixelType.FLOAT32, Compression.zstd(), format, List.of());
		final float[] all = new float[103 * 20];
		final SplittableRandom random = new SplittableRandom(2);
		for (int i = 0; i < all.length; i++)
			all[i] = (float) random.nextDouble();
		try (ChunkedArray array = ChunkedArray.create(folder.resolve("a"), spec)) {
			for (int row = 0; row < 103;) {
				final int n = Math.min(103 - row, 1 + random.nextInt(40));
				array.writeRows(row, row + n, java.util.Arrays.copyOfRange(all, row *
					20, (row + n) * 20));
				row += n;
			}
		}
		try (ChunkedArray array = ChunkedArray.open(folder.resolve("a"))) {
			assertArrayEquals(new long[] { 103, 20 }, array.shape());
			final float[] read = new float[all.length];
			array.readRows(0, 103, read);
			assertArrayEquals(all, read);
			final float[] some = new float[7 * 20];
			array.readRows(29, 36, some);
			assertArrayEquals(java.util.Arrays.copyOfRange(all, 29 * 20, 36 * 20),
				some);
		}
	}

	@Test
	void patchesOfRankFourReadBack() {
		final byte[] patches = new byte[5 * 2 * 12 * 12];
		new java.util.Random(4).nextBytes(patches);
		try (ChunkedArray array = ChunkedArray.create(folder.resolve("p"), ArraySpec
			.of(PixelType.UINT8, List.of(5L, 2L, 12L, 12L), List.of(2, 2, 12, 12))))
		{
			array.writeRows(0, 5, patches);
			final byte[] third = new byte[2 * 12 * 12];
			array.readRows(2, 3, third);
			assertArrayEquals(java.util.Arrays.copyOfRange(patches, 2 * 288, 3 * 288),
				third);
			final byte[] mask = new byte[12 * 12];
			array.read(new long[] { 4, 1, 0, 0 }, new int[] { 1, 1, 12, 12 }, mask);
			assertArrayEquals(java.util.Arrays.copyOfRange(patches, 4 * 288 + 144, 5 *
				288), mask);
		}
	}

	@Test
	void threadsThatShareAChunkLoseNothing() throws Exception {
		final ExecutorService threads = Executors.newFixedThreadPool(4);
		try (ChunkedArray array = ChunkedArray.create(folder.resolve("a"), ArraySpec
			.of(PixelType.FLOAT32, List.of(64L, 4L), List.of(32, 4))))
		{
			final List<Future<?>> tasks = new ArrayList<>();
			for (int i = 0; i < 64; i++) {
				final int row = i;
				tasks.add(threads.submit(() -> array.writeRows(row, row + 1,
					new float[] { row, row, row, row + 1 })));
			}
			for (final Future<?> task : tasks)
				task.get();
			final float[] all = new float[256];
			array.readRows(0, 64, all);
			for (int row = 0; row < 64; row++) {
				assertEquals(row, all[4 * row], 0f);
				assertEquals(row + 1, all[4 * row + 3], 0f);
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void notAnArrayAndTwiceTheSameAreRefused() {
		assertThrows(UserError.class, () -> ChunkedArray.open(folder));
		final ArraySpec spec = ArraySpec.of(PixelType.UINT8, List.of(4L), List.of(
			2));
		ChunkedArray.create(folder.resolve("a"), spec).close();
		assertThrows(UserError.class, () -> ChunkedArray.create(folder.resolve("a"),
			spec));
	}
}
