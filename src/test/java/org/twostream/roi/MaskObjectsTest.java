
package org.twostream.roi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.Seed;

class MaskObjectsTest {

	@ParameterizedTest
	@ValueSource(ints = { 6, 18, 26 })
	void equalsFloodFill(final int connectivity) {
		final SplittableRandom random = new Seed(connectivity).of("mask").random();
		for (int trial = 0; trial < 300; trial++) {
			final int x = 1 + random.nextInt(trial % 2 == 0 ? 20 : 200);
			final int y = 1 + random.nextInt(14);
			final int z = 1 + random.nextInt(14);
			final boolean[] mask = new boolean[x * y * z];
			final byte[] bytes = new byte[mask.length];
			final double density = random.nextDouble(0.02, 0.98);
			for (int i = 0; i < mask.length; i++)
				if (random.nextDouble() < density) {
					mask[i] = true;
					bytes[i] = (byte) (1 + random.nextInt(255));
				}
			final int minVoxels = random.nextInt(4);
			final FloodFill expected = new FloodFill(mask, x, y, z, connectivity,
				minVoxels);
			final MaskObjects found = new MaskObjects(bytes, x, y, z, Connectivity.of(
				connectivity), minVoxels, 1 + random.nextInt(3), Progress.NONE);
			final int[] labels = new int[mask.length];
			Arrays.fill(labels, -7); // what was there must not shine through
			found.paint(labels, Progress.NONE);
			assertArrayEquals(expected.labels(), Arrays.stream(labels).asLongStream()
				.toArray());
			assertEquals(expected.objects.size(), found.size());
			for (int i = 0; i < found.size(); i++)
				check(expected.objects.get(i), x, y, found, i + 1);
		}
	}

	// The plain sums, over places about the centroid.
	private static void check(final List<Integer> members, final int xSize,
		final int ySize, final MaskObjects found, final int id)
	{
		final double[] mean = new double[3];
		final int[] min = { xSize, ySize, Integer.MAX_VALUE };
		final int[] max = new int[3];
		for (final int v : members) {
			final int[] at = { v % xSize, v / xSize % ySize, v / xSize / ySize };
			for (int a = 0; a < 3; a++) {
				mean[a] += at[a] / (double) members.size();
				min[a] = Math.min(min[a], at[a]);
				max[a] = Math.max(max[a], at[a] + 1);
			}
		}
		final double[] covariance = new double[6];
		for (final int v : members) {
			final double x = v % xSize - mean[0];
			final double y = v / xSize % ySize - mean[1];
			final double z = v / xSize / ySize - mean[2];
			final double[] products = { x * x, y * y, z * z, x * y, x * z, y * z };
			for (int i = 0; i < 6; i++)
				covariance[i] += products[i] / members.size();
		}
		assertEquals(members.size(), found.voxels(id));
		assertEquals(new Box(min[0], min[1], min[2], max[0], max[1], max[2]), found
			.box(id));
		assertArrayEquals(mean, found.centroid(id), 1e-9);
		assertArrayEquals(covariance, found.covariance(id), 1e-7);
	}

	@Test
	void threadsChangeNothing() {
		final SplittableRandom random = new Seed(5).random();
		final int n = 40;
		final byte[] mask = new byte[n * n * n];
		for (int i = 0; i < mask.length; i++)
			if (random.nextInt(8) == 0) mask[i] = 1;
		int[] first = {};
		for (int threads = 1; threads <= 5; threads++) {
			final int[] labels = new int[mask.length];
			new MaskObjects(mask, n, n, n, Connectivity.SIX, 1, threads,
				Progress.NONE).paint(labels, Progress.NONE);
			if (threads == 1) first = labels;
			assertArrayEquals(first, labels);
		}
	}

	@Test
	void noVoxelsAndWrongSizes() {
		assertEquals(0, new MaskObjects(new byte[0], 0, 4, 4, Connectivity.SIX, 1,
			2, Progress.NONE).size());
		assertThrows(IllegalArgumentException.class, () -> new MaskObjects(
			new byte[9], 2, 2, 2, Connectivity.SIX, 1, 1, Progress.NONE));
	}
}
