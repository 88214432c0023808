
package org.twostream.embed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;
import org.twostream.volume.ArrayVolume;

class VolumePatchesTest {

	private static final VoxelSize VOXEL = new VoxelSize(4, 4, 40);

	private interface Value {

		int at(int x, int y, int z);
	}

	private static ArrayVolume volume(final int xn, final int yn, final int zn,
		final Value value)
	{
		final byte[] voxels = new byte[xn * yn * zn];
		for (int i = 0; i < voxels.length; i++)
			voxels[i] = (byte) value.at(i % xn, i / xn % yn, i / xn / yn);
		return ArrayVolume.of(voxels, xn, yn, zn);
	}

	private static int texture(final int x, final int y, final int z) {
		return (x * 37 + y * 91 + z * 17 + x * y) % 256;
	}

	@Test
	void drawsEvenlyAndAgain() {
		final ArrayVolume raw = volume(64, 64, 4, (x, y, z) -> 60 * z);
		final VolumePatches patches = new VolumePatches(raw, VOXEL, 100, 400,
			new Seed(5));
		final int[] sections = new int[4];
		final float[] a = new float[PatchSource.PIXELS];
		for (int i = 0; i < 400; i++) {
			patches.read(i, a, 0);
			sections[Math.round(a[0] * 255 / 60)]++;
		}
		for (final int n : sections)
			assertEquals(100, n, 40);
		final VolumePatches textured = new VolumePatches(volume(200, 180, 3,
			VolumePatchesTest::texture), VOXEL, 300, 9, new Seed(5));
		final float[] first = textured.batch(new long[] { 3, 4 }).values();
		assertArrayEquals(first, textured.batch(new long[] { 3, 4 }).values());
		assertFalse(Arrays.equals(Arrays.copyOf(first, PatchSource.PIXELS), Arrays
			.copyOfRange(first, PatchSource.PIXELS, first.length)));
	}

	@Test
	void refusesASideOfNothing() {
		assertTrue(assertThrows(UserError.class, () -> new VolumePatches(volume(9,
			9, 3, (x, y, z) -> 0), VOXEL, 0, 1, new Seed(1))).getMessage().contains(
				"patch_nm=0"));
	}
}
