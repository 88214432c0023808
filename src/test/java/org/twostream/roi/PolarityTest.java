
package org.twostream.roi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twostream.block.BlockSize;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;
import org.twostream.volume.ExclusiveVolume;

class PolarityTest {

	private static final VoxelSize SIZE = new VoxelSize(8, 8, 30);

	private static boolean[] at(final long[] voxels) {
		final boolean[] mask = new boolean[voxels.length];
		for (int i = 0; i < mask.length; i++)
			mask[i] = voxels[i] > 127;
		return mask;
	}

	private static boolean[] and(final boolean[] a, final boolean[] b) {
		final boolean[] mask = new boolean[a.length];
		for (int i = 0; i < mask.length; i++)
			mask[i] = a[i] && b[i];
		return mask;
	}

	/** The published recipe word by word, on whole arrays. */
	private static long[] naive(final MemoryVolume v, final int connectivity,
		final int minVoxels)
	{
		final int x = (int) v.info().xSize();
		final int y = (int) v.info().ySize();
		final int z = (int) v.info().zSize();
		final boolean[] union = at(v.voxels[2]);
		final FloodFill pre = new FloodFill(and(at(v.voxels[0]), union), x, y, z, 6,
			minVoxels);
		final FloodFill post = new FloodFill(and(at(v.voxels[1]), union), x, y, z,
			6, minVoxels);
		final boolean[] dilated = new boolean[union.length];
		for (int i = 0; i < union.length; i++)
			for (int dy = -2; dy <= 2; dy++)
				for (int dx = -2; dx <= 2; dx++) {
					final int nx = i % x + dx;
					final int ny = i / x % y + dy;
					if (union[i] && nx >= 0 && ny >= 0 && nx < x && ny < y) dilated[nx +
						x * (ny + y * (i / x / y))] = true;
				}
		final FloodFill synapses = new FloodFill(dilated, x, y, z, connectivity, 1);
		final Map<Integer, Long> dense = new HashMap<>();
		final long[] labels = new long[union.length];
		for (int i = 0; i < labels.length; i++)
			if (pre.id[i] != 0 || post.id[i] != 0) {
				final long n = dense.computeIfAbsent(synapses.id[i], k -> (long) dense
					.size() + 1);
				labels[i] = post.id[i] != 0 ? 2 * n : 2 * n - 1;
			}
		return labels;
	}

	private static MemoryVolume random(final SplittableRandom random) {
		final int x = 3 + random.nextInt(60);
		final int y = 3 + random.nextInt(30);
		final int z = 1 + random.nextInt(4);
		final byte[][] channels = new byte[3][x * y * z];
		final double union = random.nextDouble(0.005, 0.05);
		for (int i = 0; i < x * y * z; i++) {
			final boolean again = i > 0 && random.nextDouble() < 0.7;
			for (int c = 0; c < 3; c++)
				channels[c][i] = again ? channels[c][i - 1] : (byte) (random
					.nextDouble() < (c == 2 ? union : 0.5) ? 128 + random.nextInt(128)
						: random.nextInt(128));
		}
		return MemoryVolume.of(x, y, z, channels);
	}

	/** Mostly background; few values, so that many are equal. */
	private static MemoryVolume classes(final SplittableRandom random) {
		final int x = 3 + random.nextInt(60);
		final int y = 3 + random.nextInt(30);
		final int z = 1 + random.nextInt(4);
		final byte[][] channels = new byte[3][x * y * z];
		final double density = random.nextDouble(0.005, 0.05);
		for (int i = 0; i < x * y * z; i++) {
			final boolean again = i > 0 && random.nextDouble() < 0.6;
			final boolean any = random.nextDouble() < density;
			for (int c = 0; c < 3; c++)
				channels[c][i] = again ? channels[c][i - 1] : (byte) (any ? 16 * random
					.nextInt(1, 9) : c == 0 ? 255 : 0);
		}
		return MemoryVolume.of(x, y, z, channels);
	}

	/** The class of highest probability, the first of equal ones, as numpy's. */
	private static int argmax(final MemoryVolume v, final int i) {
		int highest = 0;
		for (int c = 1; c < 3; c++)
			if (v.voxels[c][i] > v.voxels[highest][i]) highest = c;
		return highest;
	}

	/** What the published recipe reads of exclusive classes. */
	private static MemoryVolume sides(final MemoryVolume v) {
		final byte[][] sides = new byte[3][v.voxels[0].length];
		for (int i = 0; i < sides[0].length; i++) {
			final int highest = argmax(v, i);
			if (highest == 0) continue;
			sides[highest - 1][i] = (byte) 255;
			sides[2][i] = (byte) 255;
		}
		return MemoryVolume.of((int) v.info().xSize(), (int) v.info().ySize(),
			(int) v.info().zSize(), sides);
	}

	@ParameterizedTest
	@EnumSource(PolarityRule.class)
	void exclusiveClassesEqualPublishedRecipe(final PolarityRule rule) {
		final SplittableRandom random = new Seed(6).random();
		int oneSided = 0;
		int ties = 0;
		for (int trial = 0; trial < 100; trial++) {
			final MemoryVolume volume = classes(random);
			for (int i = 0; i < volume.voxels[0].length; i++)
				if (volume.voxels[0][i] == Math.max(volume.voxels[1][i],
					volume.voxels[2][i])) ties++;
			final int minVoxels = 1 + random.nextInt(6);
			final long[] expected = naive(sides(volume), 6,
				rule == PolarityRule.ALL_PIECES_KEPT ? 1 : minVoxels);
			final ComponentLabelling labelling = ComponentLabelling.of(ExclusiveVolume
				.of(volume), new LabellingOptions(0.5, minVoxels, Connectivity.SIX,
					Optional.of(rule), 2, new BlockSize(1 + random.nextInt(30), 1 + random
						.nextInt(20), 1 + random.nextInt(3))), Progress.NONE);
			final MemoryVolume labels = MemoryVolume.labels(volume.info(), 1);
			labelling.write(labels, Optional.empty(), Progress.NONE);
			assertArrayEquals(expected, labels.voxels[0]);
			for (final Roi roi : labelling.rois(SIZE)) {
				if (roi.oneSided()) oneSided++;
				double share = 0;
				for (int i = 0; i < expected.length; i++)
					if ((expected[i] + 1) / 2 == roi.id()) {
						final double side = volume.voxels[argmax(volume, i)][i];
						share += side / (side + volume.voxels[0][i]) / roi.voxels();
					}
				assertEquals(share, roi.meanProbability(), 0.5 / 255);
				assertTrue(roi.meanProbability() > 0.5);
			}
		}
		assertTrue(oneSided > 20, oneSided + " with one side");
		assertTrue(ties > 20, ties + " ties");
	}

	@Test
	void exclusiveClassesAreThree() {
		final UserError refusal = assertThrows(UserError.class,
			() -> ExclusiveVolume.of(MemoryVolume.of(2, 2, 2, new byte[8])));
		assertTrue(refusal.getMessage().contains("1 channel"));
	}

	@ParameterizedTest
	@EnumSource(PolarityRule.class)
	void equalsPublishedRecipe(final PolarityRule rule) {
		final SplittableRandom random = new Seed(5).random();
		int oneSided = 0;
		for (int trial = 0; trial < 150; trial++) {
			final MemoryVolume volume = random(random);
			final int connectivity = trial % 2 == 0 ? 26 : 6;
			final int minVoxels = 1 + random.nextInt(6);
			final long[] expected = naive(volume, connectivity,
				rule == PolarityRule.ALL_PIECES_KEPT ? 1 : minVoxels);
			final ComponentLabelling labelling = ComponentLabelling.of(volume,
				new LabellingOptions(0.5, minVoxels, Connectivity.of(connectivity),
					Optional.of(rule), 2, new BlockSize(1 + random.nextInt(30), 1 + random
						.nextInt(20), 1 + random.nextInt(3))), Progress.NONE);
			final MemoryVolume labels = MemoryVolume.labels(volume.info(), 1);
			labelling.write(labels, Optional.empty(), Progress.NONE);
			assertArrayEquals(expected, labels.voxels[0]);
			final Set<Long> ids = new HashSet<>();
			for (final long id : expected)
				ids.add(id);
			final List<Roi> rois = labelling.rois(SIZE);
			for (final Roi roi : rois) {
				final boolean both = ids.contains(2 * roi.id()) && ids.contains(2 * roi
					.id() - 1);
				assertEquals(!both, roi.oneSided());
				if (!both) oneSided++;
				long voxels = 0;
				long probability = 0;
				for (int i = 0; i < expected.length; i++)
					if ((expected[i] + 1) / 2 == roi.id()) {
						voxels++;
						probability += volume.voxels[2][i];
					}
				assertEquals(voxels, roi.voxels());
				assertEquals(probability / 255.0 / voxels, roi.meanProbability(),
					1e-12);
			}
		}
		assertTrue(oneSided > 20);
	}

	@Test
	void needsThreeChannels() {
		final UserError refusal = assertThrows(UserError.class,
			() -> ComponentLabelling.of(MemoryVolume.of(2, 2, 2, new byte[8]),
				new LabellingOptions(0.5, 1, Connectivity.SIX, Optional.of(
					PolarityRule.SMALL_PIECES_REMOVED), 1, new BlockSize(2, 2, 2)),
				Progress.NONE));
		assertTrue(refusal.getMessage().contains("1 channel"));
	}
}
