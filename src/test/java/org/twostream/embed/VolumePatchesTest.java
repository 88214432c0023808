
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
	void backgroundShowsNoObjectInItsMiddle() {
		// One column in ten of 30 voxels is an object; a patch shows 25 voxels.
		final ArrayVolume objects = volume(300, 200, 3, (x, y, z) -> x % 50 < 8
			? 255 : 0);
		final ArrayVolume raw = volume(300, 200, 3, (x, y, z) -> x % 50 < 8 ? 255
			: 20);
		final BackgroundPatches patches = new BackgroundPatches(raw, objects, VOXEL,
			100, 40, new Seed(5));
		final float[] a = new float[PatchSource.PIXELS];
		for (int i = 0; i < 40; i++) {
			patches.read(i, a, 0);
			for (int y = 28; y < 84; y++)
				for (int x = 28; x < 84; x++)
					assertEquals(20 / 255f, a[y * PatchSource.SIDE + x]);
		}
		assertArrayEquals(a, patches.batch(new long[] { 39 }).values());
		// nowhere to go: still a patch
		new BackgroundPatches(raw, volume(300, 200, 3, (x, y, z) -> 255), VOXEL,
			100, 1, new Seed(5)).read(0, a, 0);
		assertThrows(UserError.class, () -> new BackgroundPatches(raw, volume(9, 9,
			3, (x, y, z) -> 0), VOXEL, 100, 1, new Seed(5)));
	}

	@Test
	void refusesASideOfNothing() {
		assertTrue(assertThrows(UserError.class, () -> new VolumePatches(volume(9,
			9, 3, (x, y, z) -> 0), VOXEL, 0, 1, new Seed(1))).getMessage().contains(
				"patch_nm=0"));
	}
}
