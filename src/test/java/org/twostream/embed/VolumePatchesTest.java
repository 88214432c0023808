
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

	private static float[] sample(final ArrayVolume raw, final double nm,
		final double x, final double y, final double angle)
	{
		final float[] target = new float[PatchSource.PIXELS + 3];
		new VolumePatches(raw, VOXEL, nm, 1, new Seed(1)).sample(x, y, 1, angle,
			target, 3);
		return Arrays.copyOfRange(target, 3, target.length);
	}

	@Test
	void atFullResolutionAPatchIsACrop() {
		final float[] patch = sample(volume(200, 180, 3,
			VolumePatchesTest::texture), 4 * 112, 99.5, 79.5, 0);
		for (int j = 0; j < 112; j++)
			for (int i = 0; i < 112; i++)
				assertEquals(texture(i + 44, j + 24, 1) / 255f, patch[j * 112 + i],
					1e-5);
	}

	@Test
	void aQuarterTurnIsATurnOfTheCrop() {
		final ArrayVolume raw = volume(200, 180, 3, VolumePatchesTest::texture);
		final float[] straight = sample(raw, 4 * 112, 99.5, 79.5, 0);
		final float[] turned = sample(raw, 4 * 112, 99.5, 79.5, Math.PI / 2);
		// Counter-clockwise on the screen: the right column becomes the top row.
		for (int j = 0; j < 112; j++)
			for (int i = 0; i < 112; i++)
				assertEquals(straight[i * 112 + 111 - j], turned[j * 112 + i], 1e-4);
	}

	@Test
	void coarsePatchesAverage() {
		// Stripes one voxel wide vanish at a quarter of the resolution.
		final float[] patch = sample(volume(600, 600, 3, (x, y, z) -> x % 2 == 0
			? 100 : 200), 16 * 112, 300, 300, 0);
		for (final float v : patch)
			assertEquals(150 / 255f, v, 1e-4);
	}

	@Test
	void bordersReflect() {
		final float[] patch = sample(volume(200, 180, 3,
			VolumePatchesTest::texture), 4 * 112, 19.5, 169.5, 0);
		for (int j = 0; j < 112; j++)
			for (int i = 0; i < 112; i++) {
				final int x = Math.abs(i - 36);
				final int y = j + 114 < 180 ? j + 114 : 2 * 179 - j - 114;
				assertEquals(texture(x, y, 1) / 255f, patch[j * 112 + i], 1e-5);
			}
		// Far thinner than the patch.
		for (final float v : sample(volume(3, 1, 3, (x, y, z) -> 51), 448, 1, 0,
			0.3))
			assertEquals(0.2f, v, 1e-5);
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
		assertTrue(assertThrows(UserError.class, () -> sample(volume(9, 9, 3, (x, y,
			z) -> 0), 0, 4, 4, 0)).getMessage().contains("patch_nm=0"));
	}
}
