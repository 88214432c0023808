
package org.twostream.roi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twostream.block.BlockEngine;
import org.twostream.block.BlockSize;
import org.twostream.core.Answer;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;
import org.twostream.volume.ArrayVolume;
import org.twostream.volume.PixelType;

class TruthTest {

	private static final VoxelSize SIZE = new VoxelSize(8, 8, 30);
	private static final int X = 40;
	private static final int Y = 20;
	private static final int Z = 5;

	/** One row of voxels each: labels of ROIs, ids of truth. */
	private static TruthMatch match(final String rois, final String truth) {
		final long[] labels = rois.chars().mapToLong(c -> c - '0').toArray();
		final long[] ids = truth.chars().mapToLong(c -> c - '0').toArray();
		final byte[] mask = new byte[labels.length];
		for (int i = 0; i < mask.length; i++)
			mask[i] = (byte) labels[i];
		final int n = mask.length;
		final List<Roi> found = ComponentLabelling.find(ArrayVolume.of(mask, n, 1,
			1).info().box(), new BlockSize(n, 1, 1).grid(ArrayVolume.of(mask, n, 1, 1)
				.info().box()), new ProbabilitySource(ArrayVolume.of(mask, n, 1, 1), 1),
			Optional.empty(), new LabellingOptions(0, 1, Connectivity.SIX, Optional
				.empty(), 1, new BlockSize(n, 1, 1)), 1, BlockEngine.local(),
			Progress.NONE).rois(SIZE);
		return new TruthOracle(ArrayVolume.of(ids, n, 1, 1), false, 1).match(
			new RoiTable(SIZE, found), ArrayVolume.of(labels, n, 1, 1), Progress.NONE)
			.get(0);
	}

	@Test
	void moreThanHalfOfTheObjectInTheBoxIsTrue() {
		// the box cuts the object: of its six voxels four are inside, three covered
		assertEquals(new TruthMatch(1, 5, 4, 4, 4), match("01111000", "05555550"));
		assertTrue(match("01111000", "05555550").real());
		assertEquals(Answer.FALSE, match("0111", "0000").answer());
		assertEquals(new TruthMatch(1, 0, 0, 0, 3), match("0111", "5000"));
		// most overlap decides which object, then the lower id
		assertEquals(3, match("111111", "223330").truth());
		assertEquals(2, match("111111", "333222").truth());
	}

	@Test
	void exactlyHalfIsFalse() {
		final long[] rois = new long[4];
		rois[0] = rois[3] = 1;
		final Roi roi = new Roi(1, org.twostream.core.Box.ofSize(2, 2, 1), 0, 0, 0,
			2, 1, 1, 0, 0, true, false, "");
		final TruthMatch match = new TruthOracle(ArrayVolume.of(new long[] { 7, 7,
			7, 7 }, 2, 2, 1), false, 1).match(new RoiTable(SIZE, List.of(roi)),
				ArrayVolume.of(rois, 2, 2, 1), Progress.NONE).get(0);
		assertEquals(new TruthMatch(1, 7, 2, 4, 2), match);
		assertFalse(match.real());
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void equalsCountingEveryVoxel(final boolean polarity) {
		final SplittableRandom random = new Seed(8).random();
		for (int trial = 0; trial < 40; trial++) {
			final byte[] mask = new byte[X * Y * Z];
			final long[] truth = new long[mask.length];
			for (int i = 0; i < mask.length; i++) {
				final boolean same = i > 0 && random.nextDouble() < 0.8;
				mask[i] = same ? mask[i - 1] : (byte) (random.nextDouble() < 0.1 ? 255
					: 0);
				truth[i] = same ? truth[i - 1] : random.nextInt(4) * (1 + random
					.nextInt(6));
			}
			final MemoryVolume volume = polarity ? MemoryVolume.of(X, Y, Z, mask,
				new byte[mask.length], mask) : MemoryVolume.of(X, Y, Z, mask);
			final ComponentLabelling objects = ComponentLabelling.of(volume,
				new LabellingOptions(0.5, 1, Connectivity.SIX, polarity ? Optional.of(
					PolarityRule.ALL_PIECES_KEPT) : Optional.empty(), 2, new BlockSize(16,
						9, 2)), Progress.NONE);
			final MemoryVolume labels = MemoryVolume.labels(volume.info(), 1);
			objects.write(labels, Optional.empty(), Progress.NONE);
			final RoiTable table = new RoiTable(SIZE, objects.rois(SIZE));
			final List<TruthMatch> matches = new TruthOracle(ArrayVolume.of(truth, X,
				Y, Z), polarity, 1 + trial % 3).match(table, labels, Progress.NONE);
			assertEquals(table.size(), matches.size());
			for (int i = 0; i < matches.size(); i++)
				assertEquals(naive(table.get(i), labels.voxels[0], truth, polarity),
					matches.get(i));
		}
	}

	private static TruthMatch naive(final Roi roi, final long[] labels,
		final long[] truth, final boolean polarity)
	{
		final Map<Long, long[]> counts = new HashMap<>();
		long voxels = 0;
		for (int i = 0; i < labels.length; i++) {
			final long label = polarity ? (labels[i] + 1) / 2 : labels[i];
			final long id = polarity ? (truth[i] + 1) / 2 : truth[i];
			if (label == roi.id()) voxels++;
			if (id == 0 || !roi.box().contains(i % X, i / X % Y, i / X / Y)) continue;
			final long[] c = counts.computeIfAbsent(id, k -> new long[2]);
			if (label == roi.id()) c[0]++;
			c[1]++;
		}
		return counts.entrySet().stream().filter(e -> e.getValue()[0] > 0).sorted(
			Map.Entry.comparingByKey()).max((a, b) -> a.getValue()[0] != b
				.getValue()[0] ? Long.compare(a.getValue()[0], b.getValue()[0]) : Long
					.compare(b.getKey(), a.getKey())).map(e -> new TruthMatch(roi.id(), e
						.getKey(), e.getValue()[0], e.getValue()[1], 0)).map(
							m -> new TruthMatch(m.roi(), m.truth(), m.overlap(), m
								.truthInBox(), count(labels, roi.id(), polarity))).orElse(
									new TruthMatch(roi.id(), 0, 0, 0, voxels));
	}

	private static long count(final long[] labels, final long id,
		final boolean polarity)
	{
		long n = 0;
		for (final long label : labels)
			if ((polarity ? (label + 1) / 2 : label) == id) n++;
		return n;
	}

	@Test
	void oneValueIsAMaskSeveralAreIds() {
		assertFalse(areIds(new long[] { 0, 0, 0 }));
		assertFalse(areIds(new long[] { 0, 255, 255 }));
		assertFalse(areIds(new long[] { 7, 7, 7 }));
		assertTrue(areIds(new long[] { 0, 1, 2 }));
		assertTrue(areIds(new long[] { 2, 0, 1 }));
	}

	private static boolean areIds(final long[] ids) {
		return new TruthInstances(ArrayVolume.of(ids, 3, 1, 1), 2).areIds(
			Progress.NONE);
	}

	@ParameterizedTest
	@ValueSource(ints = { 6, 18, 26 })
	void maskIsLabelledByComponents(final int connectivity) {
		final SplittableRandom random = new Seed(4).random();
		final boolean[] mask = new boolean[X * Y * Z];
		final long[] ids = new long[mask.length];
		for (int i = 0; i < mask.length; i++) {
			mask[i] = random.nextDouble() < 0.2;
			ids[i] = mask[i] ? 255 : 0;
		}
		final FloodFill expected = new FloodFill(mask, X, Y, Z, connectivity, 1);
		final ArrayVolume volume = ArrayVolume.of(ids, X, Y, Z);
		final MemoryVolume labels = MemoryVolume.labels(volume.info(), 7);
		assertEquals(expected.objects.size(), new TruthInstances(volume, 2).relabel(
			Connectivity.of(connectivity), labels, Optional.empty(), Progress.NONE));
		assertArrayEquals(expected.labels(), labels.voxels[0]);
	}

	@Test
	void refusals() {
		final MemoryVolume floats = new MemoryVolume(PixelType.FLOAT32, 2, 2, 2, 1,
			1);
		assertThrows(UserError.class, () -> new TruthOracle(floats, false, 1));
		assertThrows(UserError.class, () -> new TruthInstances(floats, 1));
		final ArrayVolume small = ArrayVolume.of(new long[8], 2, 2, 2);
		final ArrayVolume large = ArrayVolume.of(new long[27], 3, 3, 3);
		assertThrows(UserError.class, () -> new TruthOracle(small, false, 1).match(
			new RoiTable(SIZE, List.of()), large, Progress.NONE));
		assertThrows(UserError.class, () -> new TruthOracle(small, false, 1).match(
			new RoiTable(SIZE, RoiTableTest.random(1)), small, Progress.NONE));
	}
}
