
package org.twostream.embed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twostream.embed.RoiPatchSource.Kind;
import org.twostream.volume.PixelType;
import org.twostream.volume.chunked.ArraySpec;
import org.twostream.volume.chunked.ChunkedArray;

class RoiPatchSourceTest {

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(longs = { 0, 1 << 30 })
	void readsWhatIsStoredInMemoryOrNot(final long capacity) {
		final int n = 70;
		final byte[] stored = new byte[n * 2 * PatchSource.PIXELS];
		for (int i = 0; i < stored.length; i++) {
			final boolean mask = i / PatchSource.PIXELS % 2 == 1;
			stored[i] = (byte) (mask ? (i + i / 7919) % 3 : i * 31 + i / 12544);
		}
		try (ChunkedArray array = ChunkedArray.create(folder.resolve("patches"),
			ArraySpec.of(PixelType.UINT8, List.of((long) n, 2L, 112L, 112L), List.of(
				64, 1, 112, 112))))
		{
			array.writeRows(0, n, stored);
			final PatchSource images = new RoiPatchSource(array::readRows, n,
				Kind.IMAGE, capacity);
			final PatchSource masks = new RoiPatchSource(array::readRows, n,
				Kind.MASK, capacity);
			assertEquals(n, images.size());
			for (final int row : new int[] { 0, 63, 64, 69 }) {
				final float[] expected = new float[2 * PatchSource.PIXELS];
				for (int i = 0; i < PatchSource.PIXELS; i++) {
					final int at = row * 2 * PatchSource.PIXELS + i;
					expected[i] = (stored[at] & 0xFF) / 255f;
					final byte mask = stored[at + PatchSource.PIXELS];
					expected[PatchSource.PIXELS + i] = mask == 2 ? -1 : mask;
				}
				final float[] found = new float[2 * PatchSource.PIXELS];
				images.read(row, found, 0);
				masks.read(row, found, PatchSource.PIXELS);
				assertArrayEquals(expected, found);
				final int other = row == 0 ? 69 : row - 1;
				for (final long[] rows : new long[][] { { other, row }, { row,
					other } })
				{
					final float[] two = masks.batch(rows).values();
					masks.read(rows[1], found, PatchSource.PIXELS);
					assertArrayEquals(Arrays.copyOfRange(found, PatchSource.PIXELS, 2 *
						PatchSource.PIXELS), Arrays.copyOfRange(two, PatchSource.PIXELS, 2 *
							PatchSource.PIXELS));
				}
			}
		}
	}
}
