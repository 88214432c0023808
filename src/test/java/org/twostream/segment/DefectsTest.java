
package org.twostream.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twostream.core.Box;
import org.twostream.core.Seed;
import org.twostream.core.VoxelSize;

/** What changes the voxels of a window, against what it says it does. */
class DefectsTest {

	private static final WindowSize WINDOW = new WindowSize(32, 32, 6);
	private static final int AREA = 32 * 32;

	private static final float[] VOXELS = voxels();

	private static float[] voxels() {
		final SplittableRandom random = new SplittableRandom(7);
		final float[] voxels = new float[WINDOW.voxels()];
		for (int i = 0; i < voxels.length; i++)
			voxels[i] = (float) random.nextDouble(0.1, 0.9);
		return voxels;
	}

	/** No two neighbours have the same intensity; the target is as uneven. */
	private static Sample sample(final WindowSize w) {
		return new Sample(w, Arrays.copyOf(VOXELS, w.voxels()), Arrays.copyOf(
			VOXELS, w.voxels()));
	}

	private static Sample changed(final Augmentation augmentation,
		final long seed)
	{
		final Sample sample = sample(WINDOW);
		augmentation.change(sample, new SplittableRandom(seed));
		return sample;
	}

	/** Shares of windows that differ, from the stated probabilities. */
	@ParameterizedTest
	@CsvSource({ "rescale,0.5", "elastic,0.75", "coarse-elastic,0.5",
		"misalignment,0.484375", "missing-section,0.5", "rotation,0.375",
		"flips,0.9375", "grayscale,0.75", "missing-parts,0.8999991",
		"missing-parts-2019,0.4110107", "motion-blur,0.5", "cut-blur,0.5",
		"cut-noise,0.75" })
	void happensAsOftenAsStated(final String name, final double expected) {
		final AugmentationSet set = AugmentationSet.parse(name, new VoxelSize(8, 8,
			30));
		final WindowSize w = new WindowSize(32, 32, 6);
		int changed = 0;
		for (int n = 0; n < 2000; n++) {
			final Seed seed = new Seed(1).of(n);
			final Sample sample = sample(w);
			final float[] before = sample.image().clone();
			set.change(sample, seed);
			if (!Arrays.equals(before, sample.image()) || !set.resampling(w, Box
				.ofSize(99, 99, 9), seed).straight()) changed++;
		}
		// Four standard deviations of 2000 draws.
		assertEquals(expected, changed / 2000.0, 4 * Math.sqrt(expected * (1 -
			expected) / 2000));
	}

	@Test
	void onlyFlipsAndRotationTouchTheTarget() {
		for (final Augmentation a : new Augmentation[] { new Grayscale(),
			MissingParts.OF_2020, MissingParts.OF_2019, new MotionBlur(), new CutBlur(
				true), new CutNoise() })
			for (int n = 0; n < 20; n++)
				assertArrayEquals(sample(WINDOW).target(), changed(a, n).target());
		for (final Augmentation a : new Augmentation[] { new Flips(true),
			new Rotation() })
			for (int n = 0; n < 20; n++) {
				final Sample cube = sample(new WindowSize(12, 12, 12));
				a.change(cube, new SplittableRandom(n));
				assertArrayEquals(cube.target(), cube.image());
				final float[] sorted = cube.image().clone();
				Arrays.sort(sorted);
				final float[] before = sample(new WindowSize(12, 12, 12)).image();
				Arrays.sort(before);
				assertArrayEquals(before, sorted);
			}
	}

	@Test
	void rotationTurnsByQuarters() {
		final float[] before = sample(WINDOW).image();
		final int[] seen = new int[4];
		for (int n = 0; n < 4000; n++) {
			final float[] after = changed(new Rotation(), n).image();
			int k = 0;
			while (k < 4 && !turned(before, after, k))
				k++;
			seen[k]++;
		}
		assertEquals(2500, seen[0], 130);
		for (int k = 1; k < 4; k++)
			assertEquals(500, seen[k], 90);
	}

	/** Numpy's rot90, k times: column x of the result is row x of the source. */
	private static boolean turned(final float[] before, final float[] after,
		final int quarters)
	{
		float[] turned = before;
		for (int q = 0; q < quarters; q++) {
			final float[] next = new float[turned.length];
			for (int i = 0; i < next.length; i++) {
				final int x = i % 32;
				final int y = i / 32 % 32;
				next[i] = turned[i / AREA * AREA + x * 32 + 31 - y];
			}
			turned = next;
		}
		return Arrays.equals(turned, after);
	}

	@Test
	void cubesOfCubesExchangeXAndZToo() {
		final WindowSize cube = new WindowSize(5, 5, 5);
		int exchanged = 0;
		for (int n = 0; n < 400; n++) {
			final float[] before = sample(cube).image();
			final Sample sample = sample(cube);
			new Flips(true).change(sample, new SplittableRandom(n));
			// Neighbours along z become neighbours along x.
			final int at = index(sample.image(), before[62]);
			final int step = Math.abs(index(sample.image(), before[87]) - at);
			if (step == 1) exchanged++;
			else assertTrue(step == 25, "step " + step);
		}
		assertEquals(200, exchanged, 40);
	}

	private static int index(final float[] values, final float value) {
		for (int i = 0; i < values.length; i++)
			if (values[i] == value) return i;
		throw new AssertionError(value);
	}

	@Test
	void grayscaleIsOneCurveForAllVoxels() {
		for (int n = 0; n < 200; n++) {
			final float[] before = sample(WINDOW).image();
			final float[] after = changed(new Grayscale(), n).image();
			if (Arrays.equals(before, after)) continue;
			final SplittableRandom r = new SplittableRandom(n);
			r.nextDouble();
			final double contrast = 1 + 0.3 * (r.nextDouble() - 0.5);
			final double brightness = 0.3 * (r.nextDouble() - 0.5);
			final double gamma = Math.pow(2, 2 * r.nextDouble() - 1);
			for (int i = 0; i < after.length; i++)
				assertEquals(Math.pow(Math.max(0, Math.min(1, before[i] * contrast +
					brightness)), gamma), after[i], gamma < 1 ? 0.02 : 0.001);
		}
	}

	@Test
	void missingPartsAreBandsOfTheMeanAndNeverInNeighbours() {
		final float[] before = sample(WINDOW).image();
		for (int n = 0; n < 200; n++) {
			final float[] after = changed(MissingParts.OF_2020, n).image();
			boolean last = false;
			for (int z = 0; z < 6; z++) {
				int torn = 0;
				float value = -1;
				double mean = 0;
				for (int i = z * AREA; i < (z + 1) * AREA; i++) {
					mean += before[i] / AREA;
					if (after[i] == before[i]) continue;
					torn++;
					assertTrue(value == -1 || value == after[i]);
					value = after[i];
				}
				if (torn > 0) assertEquals(mean, value, 1e-5);
				// 5 pixels on either side, where the line is not at the border.
				assertTrue(torn == 0 || torn >= 6 * 32 && torn <= 19 * 32, torn + "");
				assertTrue(torn == 0 || !last);
				last = torn > 0;
			}
		}
	}

	@Test
	void motionBlurIsABoxOfElevenInTwoSections() {
		final float[] before = sample(WINDOW).image();
		final boolean[] axes = new boolean[2];
		for (int n = 0; n < 100; n++) {
			final float[] after = changed(new MotionBlur(), n).image();
			if (Arrays.equals(before, after)) continue;
			int sections = 0;
			int axis = -1;
			for (int z = 0; z < 6; z++) {
				final int middle = z * AREA + 16 * 32 + 16;
				if (before[middle] == after[middle]) continue;
				sections++;
				final double x = mean(before, middle, 1, 5, 5);
				final double y = mean(before, middle, 32, 5, 5);
				final int found = Math.abs(after[middle] - x) < 1e-5 ? 0 : 1;
				assertEquals(found == 0 ? x : y, after[middle], 1e-5);
				assertTrue(axis == -1 || axis == found);
				axis = found;
				// At the border the mean is of the pixels that are there.
				assertEquals(mean(before, z * AREA + 2 * 32 + 2, found == 0 ? 1 : 32, 2,
					5), after[z * AREA + 2 * 32 + 2], 1e-5);
			}
			assertEquals(2, sections);
			axes[axis] = true;
		}
		assertTrue(axes[0] && axes[1]);
	}

	private static double mean(final float[] values, final int at, final int step,
		final int before, final int after)
	{
		double sum = 0;
		for (int k = -before; k <= after; k++)
			sum += values[at + k * step];
		return sum / (before + after + 1);
	}

	private static Box touched(final float[] before, final float[] after) {
		long[] b = { 99, 99, 99, 0, 0, 0 };
		for (int i = 0; i < before.length; i++)
			if (before[i] != after[i]) {
				final long[] at = { i % 32, i / 32 % 32, i / AREA };
				for (int a = 0; a < 3; a++) {
					b[a] = Math.min(b[a], at[a]);
					b[a + 3] = Math.max(b[a + 3], at[a] + 1);
				}
			}
		return new Box(b[0], b[1], b[2], b[3], b[4], b[5]);
	}

	@Test
	void cutNoiseIsInsideOneCuboidAndEven() {
		final float[] before = sample(WINDOW).image();
		double sum = 0;
		int count = 0;
		for (int n = 0; n < 200; n++) {
			final float[] after = changed(new CutNoise(), n).image();
			if (Arrays.equals(before, after)) continue;
			final Box box = touched(before, after);
			// 0.4 of 32 and of 6, rounded down
			assertEquals(Box.ofSize(12, 12, 2), box.translate(-box.xMin(), -box
				.yMin(), -box.zMin()));
			for (int i = 0; i < after.length; i++)
				if (after[i] != before[i]) {
					assertTrue(after[i] >= 0 && after[i] <= 1);
					if (before[i] < 0.3 || before[i] > 0.7) continue;
					assertEquals(before[i], after[i], 0.3001);
					sum += Math.pow(after[i] - before[i], 2);
					count++;
				}
		}
		assertEquals(0.3 * 0.3 / 3, sum / count, 0.001);
	}

	@Test
	void cutBlurKeepsTheMeanAndHasFewerValues() {
		final float[] before = sample(WINDOW).image();
		for (final boolean isotropic : new boolean[] { false, true })
			for (int n = 0; n < 100; n++) {
				final float[] after = changed(new CutBlur(isotropic), n).image();
				if (Arrays.equals(before, after)) continue;
				final SplittableRandom r = new SplittableRandom(n);
				r.nextDouble();
				final Cuboid c = Cuboid.of(WINDOW, 0.4, r);
				final int cells = (int) (12 / r.nextDouble(2, 8));
				for (int z = c.zMin(); z < c.zMax(); z++)
					for (int y = c.yMin(); y < c.yMax(); y++)
						for (int x = c.xMin(); x < c.xMax(); x++)
							assertEquals(cell(before, c, cells, x, y, isotropic ? -1 : z),
								after[z * AREA + y * 32 + x], 1e-5);
			}
	}

	/** The mean of the area of a voxel's cell, weighed voxel by voxel. */
	private static double cell(final float[] image, final Cuboid c,
		final int cells, final int x, final int y, final int z)
	{
		final double edge = 12.0 / cells;
		final int column = (int) ((x - c.xMin() + 0.5) / edge);
		final int row = (int) ((y - c.yMin() + 0.5) / edge);
		double sum = 0;
		double area = 0;
		for (int k = c.zMin(); k < c.zMax(); k++)
			for (int j = 0; j < 12; j++)
				for (int i = 0; i < 12; i++) {
					final double share = z >= 0 && k != z ? 0 : common(i, column * edge,
						edge) * common(j, row * edge, edge);
					sum += share * image[k * AREA + (c.yMin() + j) * 32 + c.xMin() + i];
					area += share;
				}
		return sum / area;
	}

	private static double common(final int voxel, final double from,
		final double edge)
	{
		return Math.max(0, Math.min(voxel + 1, from + edge) - Math.max(voxel,
			from));
	}
}
