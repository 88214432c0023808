
package org.twostream.roi.split;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twostream.core.Box;
import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;

class WatershedTest {

	private static ObjectVoxels withProbability(final Box volume,
		final int neighbours, final int[] probability)
	{
		final Runs runs = Shapes.runs(volume, (x, y, z) -> probability[(int) (x +
			volume.xSize() * (y + volume.ySize() * z))] > 0);
		final byte[] values = new byte[runs.voxels()];
		int n = 0;
		for (final int p : probability)
			if (p > 0) values[n++] = (byte) p;
		return new ObjectVoxels(runs, values, neighbours, volume, Shapes.SIZE);
	}

	/** Highest level from which two voxels are joined by voxels as high. */
	private static double pass(final ObjectVoxels object, final float[] height,
		final int from, final int to)
	{
		double level = Math.min(height[from], height[to]);
		while (!joined(object, height, from, to, level)) {
			double next = -1;
			for (final float h : height)
				if (h < level) next = Math.max(next, h);
			level = next;
		}
		return level;
	}

	private static boolean joined(final ObjectVoxels object, final float[] height,
		final int from, final int to, final double level)
	{
		final boolean[] seen = new boolean[height.length];
		final List<Integer> open = new ArrayList<>(List.of(from));
		final int[] near = new int[object.mostNeighbours()];
		seen[from] = true;
		while (!open.isEmpty()) {
			final int v = open.remove(open.size() - 1);
			if (v == to) return true;
			final int n = object.neighbours(v, near);
			for (int i = 0; i < n; i++)
				if (!seen[near[i]] && height[near[i]] >= level) {
					seen[near[i]] = true;
					open.add(near[i]);
				}
		}
		return false;
	}

	/** By the definition of dynamics, from each voxel to each higher one. */
	private static int[] naivePeaks(final ObjectVoxels object,
		final float[] height, final double depth)
	{
		final List<Integer> peaks = new ArrayList<>();
		for (int v = 0; v < height.length; v++) {
			double pass = Double.NEGATIVE_INFINITY;
			for (int w = 0; w < height.length; w++)
				if (height[w] > height[v] || height[w] == height[v] && w < v) pass =
					Math.max(pass, pass(object, height, v, w));
			if ((double) height[v] - pass >= depth) peaks.add(v);
		}
		return peaks.stream().mapToInt(i -> i).toArray();
	}

	@ParameterizedTest
	@ValueSource(ints = { 6, 18, 26 })
	void peaksAreThoseOfEnoughDynamics(final int neighbours) {
		final SplittableRandom random = new Seed(3).random();
		int several = 0;
		for (int trial = 0; trial < 40; trial++) {
			final Box volume = Box.ofSize(6, 4, 2);
			final ObjectVoxels object = withProbability(volume, neighbours, random
				.ints(48, 1, 12).toArray());
			final float[] height = new ProbabilityHeight().of(object);
			for (int v = 0; v < height.length; v++)
				height[v] = object.probability(v);
			final double depth = 1 + random.nextInt(8);
			final int[] expected = naivePeaks(object, height, depth);
			assertArrayEquals(expected, Peaks.of(object, height, depth));
			if (expected.length > 1) several++;
		}
		assertTrue(several > 5, several + " with several peaks");
	}

	/** From its seed a part climbs or falls no lower than any way to it must. */
	@Test
	void partsAreConnectedAndEachVoxelBelongsToASeedOfHighestPass() {
		final SplittableRandom random = new Seed(4).random();
		int cut = 0;
		for (int trial = 0; trial < 40; trial++) {
			final int[] probability = random.ints(60, 1, 10).map(p -> 25 * p)
				.toArray();
			final ObjectVoxels object = withProbability(Box.ofSize(6, 5, 2), 6,
				probability);
			final float[] height = new ProbabilityHeight().of(object);
			final double depth = 0.35;
			final int[] seeds = Peaks.of(object, height, depth);
			final Parts parts = new Watershed(new ProbabilityHeight(), depth, 1)
				.split(object);
			assertEquals(seeds.length, parts.count());
			if (parts.isWhole()) continue;
			cut++;
			for (int v = 0; v < object.size(); v++) {
				double best = 0;
				double own = 0;
				for (final int seed : seeds) {
					final double p = pass(object, height, seed, v);
					best = Math.max(best, p);
					if (parts.of()[seed] == parts.of()[v]) own = p;
				}
				assertEquals(best, own);
			}
		}
		assertTrue(cut > 10, cut + " were cut");
	}

	private record Ball(double x, double y, double z, double r) {

		boolean holds(final int i, final int j, final int k) {
			final VoxelSize s = Shapes.SIZE;
			return Math.hypot(Math.hypot(i * s.x() - x, j * s.y() - y), k * s.z() -
				z) <= r;
		}
	}

	/** A tenth of a voxel's height more or less decides no ball. */
	@Test
	void touchingBallsComeApart() {
		final SplittableRandom random = new Seed(5).random();
		for (int trial = 0; trial < 20; trial++) {
			final double r = random.nextDouble(90, 140);
			final double s = random.nextDouble(90, 140);
			final double far = 0.9 * (r + s);
			final double angle = random.nextDouble(Math.PI);
			final Ball a = new Ball(300, 300, 200, r);
			final Ball b = new Ball(300 + far * Math.cos(angle), 300 + far * Math.sin(
				angle), 200, s);
			final ObjectVoxels object = Shapes.object(Box.ofSize(65, 60, 14), 26, (x,
				y, z) -> a.holds(x, y, z) || b.holds(x, y, z));
			final Parts parts = SplitRule.DISTANCE.splitter(30, 20).get().split(
				object);
			assertEquals(2, parts.count());
			final int[][] at = Shapes.places(object);
			final long[][] voxels = new long[2][2];
			for (int v = 0; v < at.length; v++) {
				final boolean inA = a.holds(at[v][0], at[v][1], at[v][2]);
				final boolean inB = b.holds(at[v][0], at[v][1], at[v][2]);
				if (inA != inB) voxels[inA ? 0 : 1][parts.of()[v]]++;
			}
			final int partOfA = voxels[0][0] > voxels[0][1] ? 0 : 1;
			assertTrue(voxels[0][1 - partOfA] < 0.01 * voxels[0][partOfA]);
			assertTrue(voxels[1][partOfA] < 0.01 * voxels[1][1 - partOfA]);
		}
	}

	@Test
	void oneBallStaysWhole() {
		final Ball a = new Ball(300, 300, 200, 140);
		assertSame(Parts.WHOLE, SplitRule.DISTANCE.splitter(10, 1).get().split(
			Shapes.object(Box.ofSize(65, 60, 14), 26, a::holds)));
	}

	/** Hills of 4, 4 and 7 voxels along a line, with deep valleys. */
	@ParameterizedTest
	@CsvSource({ "4, 0 0 0 0 1 1 1 1 2 2 2 2 2 2 2",
		"5, 0 0 0 0 0 0 0 0 1 1 1 1 1 1 1", "7, 0 0 0 0 0 0 0 0 1 1 1 1 1 1 1",
		"8, 0" })
	void smallPartsJoinWhatTheyTouchMost(final int least, final String expected) {
		final int[] line = { 100, 250, 100, 60, 90, 230, 90, 60, 55, 80, 240, 80,
			80, 80, 80 };
		final Parts parts = new Watershed(new ProbabilityHeight(), 0.2, least)
			.split(withProbability(Box.ofSize(15, 1, 1), 6, line));
		final int[] of = Arrays.stream(expected.split(" ")).mapToInt(
			Integer::parseInt).toArray();
		assertEquals(Arrays.stream(of).max().getAsInt() + 1, parts.count());
		if (parts.count() > 1) assertArrayEquals(of, parts.of());
	}

	@Test
	void singleVoxelAndFlatObjectStayWhole() {
		for (final SplitRule rule : List.of(SplitRule.PROBABILITY,
			SplitRule.DISTANCE))
		{
			final Splitter splitter = rule.splitter(0.01, 1).get();
			assertSame(Parts.WHOLE, splitter.split(withProbability(Box.ofSize(1, 1,
				1), 26, new int[] { 9 })));
			assertSame(Parts.WHOLE, splitter.split(withProbability(Box.ofSize(3, 2,
				1), 26, new int[] { 9, 9, 9, 9, 9, 9 })));
		}
	}

	@Test
	void words() {
		assertEquals(Optional.empty(), SplitRule.of("none").splitter(-1, 1));
		assertEquals(100, SplitRule.DISTANCE.usualDepth(new VoxelSize(4, 4, 100)));
		assertEquals(80, SplitRule.DISTANCE.usualDepth(new VoxelSize(4, 4, 30)));
		assertTrue(assertThrows(UserError.class, () -> SplitRule.of("distances"))
			.getMessage().contains("did you mean distance?"));
		for (final double depth : new double[] { -1, 0, Double.NaN, 1.1 })
			assertThrows(UserError.class, () -> SplitRule.PROBABILITY.splitter(depth,
				1));
		assertThrows(UserError.class, () -> SplitRule.DISTANCE.splitter(
			Double.POSITIVE_INFINITY, 1));
	}
}
