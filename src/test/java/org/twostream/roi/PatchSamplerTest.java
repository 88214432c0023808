
package org.twostream.roi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;
import org.twostream.volume.ArrayVolume;
import org.twostream.volume.PixelType;

class PatchSamplerTest {

	private static final int SIDE = PatchFrame.SIDE;
	private static final VoxelSize SIZE = new VoxelSize(8, 8, 30);

	private static byte[] noise(final int n) {
		final byte[] voxels = new byte[n];
		final SplittableRandom random = new Seed(1).random();
		for (int i = 0; i < n; i++)
			voxels[i] = (byte) random.nextInt(256);
		return voxels;
	}

	private static int[] cut(final ArrayVolume raw, final double x,
		final double y, final long z, final double angle, final double side,
		final VoxelSize size)
	{
		final byte[] patch = new byte[PatchFrame.PIXELS + 5];
		new PatchSampler(raw).cut(new PatchFrame(x, y, z, angle, side, size), patch,
			5);
		final int[] grey = new int[PatchFrame.PIXELS];
		for (int i = 0; i < grey.length; i++)
			grey[i] = patch[i + 5] & 255;
		return grey;
	}

	/** One voxel per pixel on the voxel grid: exact copies. */
	@ParameterizedTest
	@CsvSource({ "0, 1, 0, 0, 1", "90, 0, -1, 1, 0", "180, -1, 0, 0, -1",
		"-90, 0, 1, -1, 0" })
	void rightAnglesCopyVoxels(final double angle, final int xu, final int xv,
		final int yu, final int yv)
	{
		final int x = 150;
		final int y = 140;
		final byte[] voxels = noise(x * y * 2);
		final ArrayVolume raw = ArrayVolume.of(voxels, x, y, 2);
		final int[] patch = cut(raw, 74.5, 69.5, 1, angle, SIDE * 8, SIZE);
		for (int v = 0; v < SIDE; v++)
			for (int u = 0; u < SIDE; u++) {
				final double du = u - 55.5;
				final double dv = v - 55.5;
				final int vx = (int) Math.round(74.5 + xu * du + xv * dv);
				final int vy = (int) Math.round(69.5 + yu * du + yv * dv);
				assertEquals(voxels[vx + x * (vy + y)] & 255, patch[u + SIDE * v]);
			}
	}

	/** A point right of the centre is seen above it after a quarter turn. */
	@Test
	void turnsCounterClockwiseAsSeen() {
		final byte[] voxels = new byte[200 * 200];
		voxels[130 + 200 * 100] = (byte) 255;
		final int[] patch = cut(ArrayVolume.of(voxels, 200, 200, 1), 100, 100, 0,
			90, 113 * 8, SIZE);
		int brightest = 0;
		for (int i = 0; i < patch.length; i++)
			if (patch[i] > patch[brightest]) brightest = i;
		assertEquals(55.5, brightest % SIDE, 0.6);
		assertEquals(55.5 - 30, brightest / SIDE, 0.9);
	}

	/** A linear grey ramp stays linear, between voxels and beyond a border. */
	@ParameterizedTest
	@ValueSource(doubles = { 0, 30, -77.7 })
	void interpolatesLinearlyAndMirrors(final double angle) {
		final int n = 100;
		final byte[] voxels = new byte[n * n];
		for (int i = 0; i < voxels.length; i++)
			voxels[i] = (byte) (i % n + i / n);
		final PatchFrame frame = new PatchFrame(90.25, 50.5, 0, angle, 50 * 8,
			SIZE);
		final int[] patch = cut(ArrayVolume.of(voxels, n, n, 1), 90.25, 50.5, 0,
			angle, 50 * 8, SIZE);
		frame.forEachRow(1, (row, xs, ys) -> {
			for (int i = 0; i < SIDE; i++) {
				final double mirrored = xs[i] > n - 1 ? 2 * (n - 1) - xs[i] : xs[i];
				// half a grey value of rounding; the ridge itself is not linear
				if (Math.abs(xs[i] - (n - 1)) > 1) assertEquals(mirrored + ys[i],
					patch[i + SIDE * row], 0.51);
			}
		});
	}

	@Test
	void smallAndThinVolumesAreMirroredAgainAndAgain() {
		final int[] one = cut(ArrayVolume.of(new byte[] { 77 }, 1, 1, 1), 0, 0, 0,
			33, 5000, SIZE);
		for (final int grey : one)
			assertEquals(77, grey);
		final int[] two = cut(ArrayVolume.of(new byte[] { 10, 20 }, 2, 1, 1), 0.5,
			0, 0, 0, SIDE * 8, SIZE);
		for (int u = 0; u < SIDE; u++)
			assertEquals(Math.floorMod(u - 55, 2) == 0 ? 10 : 20, two[u], "" + u);
	}

	/** Shrunk by four: each pixel is the mean of 16 points, not one of them. */
	@Test
	void largePatchAverages() {
		final int[] patch = cut(ArrayVolume.of(noise(500 * 500), 500, 500, 1), 250,
			250, 0, 0, 4 * SIDE * 8, SIZE);
		double variance = 0;
		for (final int grey : patch)
			variance += (grey - 127.5) * (grey - 127.5) / patch.length;
		// uniform noise has 5461; a mean of 16 with linear weights some 1/16 of it
		assertEquals(5461 / 16.0, variance, 120);
	}

	@Test
	void anisotropicVoxelsShowRoundThingsRound() {
		final int x = 120;
		final int y = 240;
		final byte[] voxels = new byte[x * y];
		for (int i = 0; i < voxels.length; i++)
			voxels[i] = (byte) (Math.hypot((i % x - 60) * 8.0, (i / x - 120) *
				4.0) < 200 ? 255 : 0);
		final int[] patch = cut(ArrayVolume.of(voxels, x, y, 1), 60, 120, 0, 20,
			560, new VoxelSize(8, 4, 30));
		for (int i = 0; i < patch.length; i++) {
			final double radius = Math.hypot(i % SIDE - 55.5, i / SIDE - 55.5) * 5;
			if (radius < 188) assertEquals(255, patch[i]);
			if (radius > 212) assertEquals(0, patch[i]);
		}
	}

	@Test
	void refusals() {
		assertThrows(UserError.class, () -> new PatchSampler(new MemoryVolume(
			PixelType.UINT16, 2, 2, 2, 1, 1)));
		assertThrows(UserError.class, () -> new PatchSampler(ArrayVolume.of(
			new byte[0], 0, 1, 1)));
	}
}
