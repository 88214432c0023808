
package org.twostream.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.Target;
import org.twostream.net.Architecture;
import org.twostream.net.Tensor;
import org.twostream.volume.PixelType;

class VoxelWeightsTest {

	private static final VoxelWeights RARE = new VoxelWeights(100, 1100);

	// Equation 4.4 as it is written, voxel by voxel, in two dimensions at once.
	private static double naive(final float[] objects, final int rows,
		final int columns, final int at)
	{
		double most = 0;
		double here = 0;
		for (int i = 0; i < objects.length; i++) {
			double sum = 0;
			double all = 0;
			for (int dy = -24; dy <= 24; dy++)
				for (int dx = -24; dx <= 24; dx++) {
					final double g = Math.exp(-(dx * dx + dy * dy) / 72.);
					final int y = mirrored(i / columns + dy, rows);
					final int x = mirrored(i % columns + dx, columns);
					all += g;
					if (objects[y * columns + x] != objects[i]) sum += g;
				}
			most = Math.max(most, 0.882 * sum / all);
			if (i == at) here = 0.882 * sum / all;
		}
		return 0.01 + (objects[at] > 0 ? 1 : 0.1) + Math.max(0, here - 0.25) *
			most / (most - 0.25);
	}

	private static int mirrored(final int i, final int n) {
		int j = i;
		while (j < 0 || j >= n)
			j = j < 0 ? -1 - j : 2 * n - 1 - j;
		return j;
	}

	@Test
	void areTheEquationOfTheText() {
		final int rows = 14, columns = 22;
		final Tensor target = Tensor.zeros(2, 1, 2, rows, columns);
		final var random = new Seed(4).random();
		for (int i = 0; i < target.values().length; i++)
			if (i % columns > 9 && random.nextInt(3) > 0) target.values()[i] = 1;
		final Tensor weights = RARE.of(target);
		assertArrayEquals(new int[] { 2, 1, 2, rows, columns }, weights.shape());
		final int n = rows * columns;
		for (int s = 0; s < 4; s++) {
			final float[] section = java.util.Arrays.copyOfRange(target.values(), s *
				n, (s + 1) * n);
			for (int i = 0; i < n; i += 37)
				assertEquals(naive(section, rows, columns, i), weights.values()[s * n +
					i], 1e-4);
		}
	}

	@Test
	void areLargestAtEdgesAndBalanceWithoutThem() {
		final Tensor half = Tensor.zeros(1, 1, 1, 4, 96);
		for (int i = 0; i < half.values().length; i++)
			half.values()[i] = i % 96 >= 48 ? 1 : 0;
		final float[] w = RARE.of(half).values();
		// Half of the Gaussian at a straight edge: nearly 0.44, which stays.
		assertEquals(0.11 + 0.882 * 0.5, w[47], 0.03);
		assertEquals(1.01 + 0.882 * 0.5, w[48], 0.03);
		assertTrue(w[40] < w[47] && w[56] < w[48]);
		assertEquals(0.11, w[0], 1e-6);
		assertEquals(1.01, w[95], 1e-6);
	}

	// The union says where an object is; NaN is like background.
	@Test
	void lookAtTheLastChannel() {
		final Tensor none = Tensor.zeros(1, 3, 2, 8, 8);
		for (int i = 0; i < 128; i++)
			none.values()[i] = 1;
		none.values()[2 * 128] = Float.NaN;
		for (final float w : RARE.of(none).values())
			assertEquals(0.11, w, 1e-6);
	}

	@Test
	void countTheLabelledVoxels() {
		final MemoryVolume raw = MemoryVolume.of(20, 300, 3, 1, PixelType.UINT8,
			16);
		final MemoryVolume labels = MemoryVolume.of(20, 300, 3, 1, PixelType.UINT64,
			16).fill(0, (x, y, z) -> x == 0 ? -2 : x < 5 ? 7 : 0);
		final VoxelWeights weights = VoxelWeights.of(List.of(new LabelledVolume(raw,
			labels, Target.MITOCHONDRIA)), Progress.NONE);
		// Of 19 columns with a say, 4 are objects.
		assertEquals(0.01 + 4. / 15, weights.of(Tensor.zeros(1, 1, 1, 2, 2))
			.values()[0], 1e-6);
	}

	@Test
	void goWithTheNetworksThatWeigh() {
		final Tensor x = Tensor.zeros(1, 1, 1, 4, 4);
		final BatchSource plain = index -> new Batch(x, x);
		final List<LabelledVolume> volumes = List.of(new Blobs(20, 20, 4, 3, 1)
			.labelled(Target.CLEFT));
		assertSame(plain, WeightedBatches.of(plain, VoxelWeights.of(Architecture
			.named("light", 1), volumes, Progress.NONE)));
		final Batch weighted = WeightedBatches.of(plain, VoxelWeights.of(
			Architecture.named("hybrid", 1), volumes, Progress.NONE)).batch(0);
		assertSame(x, weighted.target());
		assertArrayEquals(VoxelWeights.of(volumes, Progress.NONE).of(x).values(),
			weighted.weights().values());
	}
}
