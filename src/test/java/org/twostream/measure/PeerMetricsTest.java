
package org.twostream.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.twostream.core.Box;
import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.core.VoxelSize;
import org.twostream.volume.PixelType;

/**
 * The metrics against scipy and scikit-image on the same spheres; golden.json
 * is made by test-data/measure/golden.py.
 */
class PeerMetricsTest {

	private static final Json GOLDEN = Json.read(Path.of("test-data", "measure",
		"golden.json"));

	private static final Box BOX = box();

	private static Box box() {
		final double[] s = GOLDEN.numbers("shape_xyz");
		return Box.ofSize((long) s[0], (long) s[1], (long) s[2]);
	}

	private static int[][] spheres(final String name) {
		return GOLDEN.strings(name).stream().map(text -> Arrays.stream(text
			.replaceAll("[\\[\\]]", "").split(",")).mapToInt(v -> Integer.parseInt(v
				.trim())).toArray()).toArray(int[][]::new);
	}

	/** What is drawn into a voxel at a squared distance. */
	private interface Brush {

		long over(long before, long squared, int index, int radius);
	}

	private static LongVolume draw(final PixelType type, final int[][] spheres,
		final Brush brush)
	{
		final long[] voxels = new long[(int) BOX.voxels()];
		for (int s = 0; s < spheres.length; s++) {
			final int[] c = spheres[s];
			int i = 0;
			for (long z = 0; z < BOX.zSize(); z++)
				for (long y = 0; y < BOX.ySize(); y++)
					for (long x = 0; x < BOX.xSize(); x++, i++)
						voxels[i] = brush.over(voxels[i], (x - c[0]) * (x - c[0]) + (y -
							c[1]) * (y - c[1]) + 100 * (z - c[2]) * (z - c[2]), s, c[3]);
		}
		return new LongVolume(type, BOX, 32, voxels);
	}

	private static LongVolume labels(final String name) {
		return draw(PixelType.UINT64, spheres(name), (before, squared, i,
			r) -> squared <= r * r ? i + 1 : before);
	}

	@Test
	void distancesAreThoseOfScipy() {
		final double[] nm = GOLDEN.numbers("voxel_nm_xyz");
		final CremiScore s = CremiScore.measure(ForegroundMask.ofLabels(labels(
			"prediction"), 0), ForegroundMask.ofLabels(labels("truth"), 0),
			new VoxelSize(nm[0], nm[1], nm[2]), 2, Progress.NONE);
		assertEquals(GOLDEN.number("adgt"), s.adgt(), 1e-9);
		assertEquals(GOLDEN.number("adf"), s.adf(), 1e-9);
		assertEquals(GOLDEN.integer("predicted_far"), s.predictedFar());
		assertEquals(GOLDEN.integer("true_far"), s.trueFar());
	}

	@Test
	void voxelScoresAreThoseOfNumpy() {
		final LongVolume probability = draw(PixelType.UINT8, spheres("prediction"),
			(before, squared, i, r) -> Math.max(before, 255 - 255 * squared / (2 * r *
				r)));
		final VoxelHistogram h = VoxelHistogram.count(probability, 0, ForegroundMask
			.ofLabels(labels("truth"), 0), 2, Progress.NONE);
		for (final double threshold : new double[] { 0.5, 0.8 }) {
			final Json expected = GOLDEN.object("voxels_" + threshold);
			final Confusion c = h.at(threshold);
			assertEquals(expected.number("iou"), c.foregroundIou(), 1e-12);
			assertEquals(expected.number("voc"), c.voc(), 1e-12);
			assertEquals(expected.number("precision"), c.precision(), 1e-12);
			assertEquals(expected.number("recall"), c.recall(), 1e-12);
		}
	}

	@Test
	void instancesAreThoseOfScikitImage() {
		final InstanceScores s = InstanceOverlaps.count(labels("prediction"),
			labels("truth"), 2, Progress.NONE).at(0.5);
		final Json expected = GOLDEN.object("instances");
		assertEquals(expected.integer("rois"), s.rois());
		assertEquals(expected.integer("truths"), s.truths());
		assertEquals(expected.integer("matched"), s.matched());
		assertEquals(expected.integer("touched"), s.touched());
		assertEquals(expected.number("mean_iou"), s.meanIou(), 1e-12);
	}
}
