
package org.twostream.roi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twostream.block.BlockSize;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;
import org.twostream.volume.PixelType;

class ComponentLabellingTest {

	private static final VoxelSize SIZE = new VoxelSize(8, 4, 30);

	private static LabellingOptions options(final double threshold,
		final int minVoxels, final int connectivity, final int threads,
		final BlockSize block)
	{
		return new LabellingOptions(threshold, minVoxels, Connectivity.of(
			connectivity), Optional.empty(), threads, block);
	}

	private static ComponentLabelling label(final MemoryVolume volume,
		final LabellingOptions options)
	{
		return ComponentLabelling.of(volume, options, Progress.NONE);
	}

	private static long[] labels(final ComponentLabelling labelling,
		final MemoryVolume volume)
	{
		final MemoryVolume labels = MemoryVolume.labels(volume.info(), 1);
		labelling.write(labels, Optional.empty(), Progress.NONE);
		return labels.voxels[0];
	}

	private static MemoryVolume random(final SplittableRandom random,
		final int xMax)
	{
		final int x = 1 + random.nextInt(xMax);
		final int y = 1 + random.nextInt(12);
		final int z = 1 + random.nextInt(9);
		final byte[] voxels = new byte[x * y * z];
		// from sparse to nearly full; with long runs in every third volume
		final double density = random.nextDouble(0.02, 0.95);
		final int stretch = random.nextInt(3) == 0 ? 8 : 1;
		for (int i = 0; i < voxels.length; i++)
			voxels[i] = i % stretch != 0 ? voxels[i - 1] : (byte) (random
				.nextDouble() < density ? 128 + random.nextInt(128) : random.nextInt(
					128));
		return MemoryVolume.of(x, y, z, voxels);
	}

	private static FloodFill flood(final MemoryVolume volume,
		final double threshold, final int connectivity, final int minVoxels)
	{
		final boolean[] mask = new boolean[volume.voxels[0].length];
		for (int i = 0; i < mask.length; i++)
			mask[i] = volume.voxels[0][i] / 255.0 >= threshold;
		return new FloodFill(mask, (int) volume.info().xSize(), (int) volume.info()
			.ySize(), (int) volume.info().zSize(), connectivity, minVoxels);
	}

	private static BlockSize randomBlock(final SplittableRandom random) {
		return new BlockSize(1 + random.nextInt(80), 1 + random.nextInt(8), 1 +
			random.nextInt(5));
	}

	@ParameterizedTest
	@ValueSource(ints = { 6, 18, 26 })
	void equalsFloodFill(final int connectivity) {
		final SplittableRandom random = new Seed(connectivity).of("flood").random();
		for (int trial = 0; trial < 300; trial++) {
			final MemoryVolume volume = random(random, trial % 2 == 0 ? 20 : 150);
			final double threshold = trial % 3 == 0 ? 0.5 : random.nextDouble();
			final int minVoxels = random.nextInt(4) * random.nextInt(10);
			final FloodFill expected = flood(volume, threshold, connectivity,
				minVoxels);
			final ComponentLabelling labelling = label(volume, options(threshold,
				minVoxels, connectivity, 1 + random.nextInt(3), randomBlock(random)));
			assertArrayEquals(expected.labels(), labels(labelling, volume));
			final List<Roi> rois = labelling.rois(SIZE);
			assertEquals(expected.objects.size(), rois.size());
			for (int i = 0; i < rois.size(); i++)
				check(volume, expected.objects.get(i), i + 1, rois.get(i));
		}
	}

	@Test
	void faintObjectsAreDroppedWhole() {
		final SplittableRandom random = new Seed(8).of("peak").random();
		int dropped = 0;
		for (int trial = 0; trial < 200; trial++) {
			final MemoryVolume volume = random(random, 60);
			final double threshold = random.nextDouble(0.5, 0.95);
			final double peak = random.nextDouble(0.5, 1);
			final List<List<Integer>> expected = new ArrayList<>(flood(volume,
				threshold, 6, 2).objects);
			final int all = expected.size();
			expected.removeIf(o -> o.stream().noneMatch(v -> volume.voxels[0][v] /
				255.0 >= peak));
			dropped += all - expected.size();
			final ComponentLabelling labelling = label(volume, options(threshold, 2,
				6, 1 + random.nextInt(3), randomBlock(random)).withPeak(peak));
			final long[] labels = labels(labelling, volume);
			assertEquals(expected.size(), labelling.size());
			final long[] wanted = new long[labels.length];
			for (int i = 0; i < expected.size(); i++)
				for (final int v : expected.get(i))
					wanted[v] = i + 1;
			assertArrayEquals(wanted, labels);
		}
		assertTrue(dropped > 100, dropped + " dropped");
	}

	private static void check(final MemoryVolume volume,
		final List<Integer> members, final long id, final Roi roi)
	{
		final int xSize = (int) volume.info().xSize();
		final int ySize = (int) volume.info().ySize();
		final int[] area = new int[(int) volume.info().zSize()];
		double x = 0;
		double y = 0;
		double z = 0;
		double probability = 0;
		long max = 0;
		boolean border = false;
		for (final int v : members) {
			final int vx = v % xSize;
			final int vy = v / xSize % ySize;
			final int vz = v / xSize / ySize;
			assertTrue(roi.box().contains(vx, vy, vz));
			x += vx;
			y += vy;
			z += vz;
			area[vz]++;
			probability += volume.voxels[0][v];
			max = Math.max(max, volume.voxels[0][v]);
			border |= vx == 0 || vy == 0 || vz == 0 || vx == xSize - 1 ||
				vy == ySize - 1 || vz == area.length - 1;
		}
		final int n = members.size();
		assertEquals(id, roi.id());
		assertEquals(n, roi.voxels());
		assertEquals(x / n * 8, roi.xNm(), 1e-9);
		assertEquals(y / n * 4, roi.yNm(), 1e-9);
		assertEquals(z / n * 30, roi.zNm(), 1e-9);
		assertEquals(probability / n / 255, roi.meanProbability(), 1e-12);
		assertEquals(max / 255.0, roi.maxProbability());
		assertEquals(border, roi.touchesBorder());
		assertFalse(roi.oneSided());
		for (int i = 0; i < area.length; i++)
			if (i < roi.bestSlice()) assertTrue(area[i] < area[(int) roi
				.bestSlice()]);
			else assertTrue(area[i] <= area[(int) roi.bestSlice()]);
		for (int axis = 0; axis < 3; axis++) {
			final int a = axis;
			final int step = a == 0 ? 1 : a == 1 ? xSize : xSize * ySize;
			final int size = a == 0 ? xSize : a == 1 ? ySize : area.length;
			final long min = a == 0 ? roi.box().xMin() : a == 1 ? roi.box().yMin()
				: roi.box().zMin();
			final long end = a == 0 ? roi.box().xMax() : a == 1 ? roi.box().yMax()
				: roi.box().zMax();
			assertTrue(members.stream().anyMatch(v -> v / step % size == min));
			assertTrue(members.stream().anyMatch(v -> v / step % size == end - 1));
		}
	}

	@Test
	void blockSizeAndThreadsChangeNothing() {
		final SplittableRandom random = new Seed(2).random();
		for (int trial = 0; trial < 60; trial++) {
			final MemoryVolume volume = random(random, 100);
			final List<List<Roi>> results = new ArrayList<>();
			for (int i = 0; i < 4; i++)
				results.add(label(volume, options(0.5, 2, 26, 1 + i, i == 0
					? new BlockSize(256, 256, 64) : randomBlock(random))).rois(SIZE));
			for (final List<Roi> rois : results)
				assertEquals(results.get(0), rois);
		}
	}

	@Test
	void maskHashFollowsShapeNotPlace() {
		final byte[] voxels = new byte[40 * 20 * 6];
		final int[][] shape = { { 0, 1, 0 }, { 1, 1, 0 }, { 2, 0, 0 }, { 1, 1, 1 },
			{ 1, 2, 2 } };
		final int[][] places = { { 0, 0, 0 }, { 13, 5, 2 }, { 30, 15, 3 } };
		for (final int[] p : places)
			for (final int[] s : shape)
				voxels[p[0] + s[0] + 40 * (p[1] + s[1] + 20 * (p[2] + s[2]))] = -1;
		// one voxel more: another shape
		voxels[20 + 40 * 12] = voxels[21 + 40 * 13] = voxels[22 + 40 * 12] = -1;
		final List<Roi> rois = label(MemoryVolume.of(40, 20, 6, voxels), options(
			0.5, 1, 26, 1, new BlockSize(7, 6, 2))).rois(SIZE);
		assertEquals(4, rois.size());
		final List<Roi> same = rois.stream().filter(r -> r.voxels() == 5).toList();
		assertEquals(3, same.size());
		assertEquals(1, same.stream().map(Roi::maskHash).distinct().count());
		assertTrue(same.get(0).maskHash().matches("[0-9a-f]{16}"));
		final Roi other = rois.stream().filter(r -> r.voxels() == 3).findFirst()
			.orElseThrow();
		assertNotEquals(same.get(0).maskHash(), other.maskHash());
	}

	/** Every voxel whose coordinates sum to an even number. */
	@Test
	void checkerboardIsOneOrMany() {
		final byte[] voxels = new byte[70 * 9 * 5];
		for (int i = 0; i < voxels.length; i++)
			if ((i % 70 + i / 70 % 9 + i / 630) % 2 == 0) voxels[i] = -1;
		final MemoryVolume volume = MemoryVolume.of(70, 9, 5, voxels);
		final BlockSize block = new BlockSize(16, 3, 2);
		assertEquals(1, label(volume, options(0.5, 1, 26, 2, block)).size());
		assertEquals(1, label(volume, options(0.5, 1, 18, 2, block)).size());
		assertEquals(1575, label(volume, options(0.5, 1, 6, 2, block)).size());
	}

	/** One path that winds through every second row of every second section. */
	@Test
	void snakeIsOneObject() {
		final int x = 67;
		final int y = 11;
		final int z = 7;
		final byte[] voxels = new byte[x * y * z];
		for (int k = 0; k < z; k++)
			for (int j = 0; j < y; j++)
				for (int i = 0; i < x; i++) {
					final boolean row = k % 2 == 0 && j % 2 == 0;
					final boolean turn = k % 2 == 0 && i == (j % 4 == 1 ? x - 1 : 0);
					final boolean step = k % 2 == 1 && i == x - 1 && j == (k % 4 == 1
						? y - 1 : 0);
					if (row || turn || step) voxels[i + x * (j + y * k)] = -1;
				}
		final MemoryVolume volume = MemoryVolume.of(x, y, z, voxels);
		for (final int connectivity : new int[] { 6, 18, 26 }) {
			final List<Roi> rois = label(volume, options(0.5, 1, connectivity, 3,
				new BlockSize(5, 3, 1))).rois(SIZE);
			assertEquals(flood(volume, 0.5, connectivity, 1).objects.size(), rois
				.size());
			assertEquals(1, rois.size());
		}
	}

	@Test
	void nothingEverythingAndOneVoxel() {
		final BlockSize block = new BlockSize(4, 4, 4);
		final MemoryVolume empty = MemoryVolume.of(9, 9, 1, new byte[81]);
		assertEquals(0, label(empty, options(0.5, 1, 26, 2, block)).size());
		assertEquals(1, label(empty, options(0, 1, 26, 2, block)).size());
		final byte[] all = new byte[729];
		Arrays.fill(all, (byte) 255);
		final Roi full = label(MemoryVolume.of(9, 9, 9, all), options(1, 1, 6, 2,
			block)).rois(SIZE).get(0);
		assertEquals(729, full.voxels());
		assertEquals(0, full.bestSlice());
		assertEquals(1.0, full.meanProbability());
		final List<Roi> one = label(MemoryVolume.of(1, 1, 1, new byte[] {
			(byte) 128 }), options(0.5, 1, 26, 2, block)).rois(SIZE);
		assertEquals(1, one.size());
		assertEquals(0, one.get(0).xNm());
	}

	@Test
	void thresholdIsInclusive() {
		// 0.2 * 255 = 51 exactly; 127 / 255 is just below 0.5
		final MemoryVolume volume = MemoryVolume.of(8, 1, 1, new byte[] { 50, 0, 51,
			0, 127, 0, (byte) 128, 0 });
		final BlockSize block = new BlockSize(3, 1, 1);
		assertEquals(3, label(volume, options(0.2, 1, 26, 1, block)).size());
		assertEquals(1, label(volume, options(0.5, 1, 26, 1, block)).size());
		assertEquals(0, label(volume, options(0.51, 1, 26, 1, block)).size());
	}

	@Test
	void refusals() {
		final BlockSize block = new BlockSize(3, 1, 1);
		assertThrows(UserError.class, () -> options(1.01, 1, 26, 1, block));
		assertThrows(UserError.class, () -> options(Double.NaN, 1, 26, 1, block));
		assertThrows(UserError.class, () -> options(0.5, -1, 26, 1, block));
		assertThrows(UserError.class, () -> options(0.5, 1, 8, 1, block));
		assertThrows(UserError.class, () -> label(new MemoryVolume(
			PixelType.FLOAT32, 2, 2, 2, 1, 1), options(0.5, 1, 26, 1, block)));
	}
}
