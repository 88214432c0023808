
package org.twostream.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.volume.PixelType;

/** {@link InstanceOverlaps}: hand-made objects and a naive count. */
class InstanceOverlapsTest {

	private static InstanceOverlaps count(final Box box, final int chunk,
		final long[] rois, final long[] truth)
	{
		return InstanceOverlaps.count(new LongVolume(PixelType.UINT64, box, chunk,
			rois), new LongVolume(PixelType.UINT64, box, chunk, truth), 2,
			Progress.NONE);
	}

	private static InstanceOverlaps row(final long[] rois, final long[] truth) {
		return count(Box.ofSize(rois.length, 1, 1), 3, rois, truth);
	}

	@Test
	void handMade() {
		final InstanceOverlaps o = row(new long[] { 1, 1, 1, 0, 2, 2, 0, 9, 0 },
			new long[] { 5, 5, 5, 5, 0, 6, 6, 0, 7 });
		assertEquals(3, o.roiVoxels(1));
		assertEquals(4, o.truthVoxels(5));
		assertEquals(0.75, o.iou(1, 5));
		assertEquals(1 / 3.0, o.iou(2, 6));
		assertEquals(0, o.iou(9, 7));
		final InstanceScores s = o.at(0.5);
		assertEquals(new InstanceScores(0.5, 3, 3, 1, 2, 0.75), s);
		assertEquals(new Proportion(1, 3), s.precision());
		assertEquals(new Proportion(1, 3), s.recall());
		assertEquals(new Proportion(2, 3), s.recallAnyOverlap());
		assertEquals(1 / 3.0, s.f1());
	}

	@Test
	void exactlyHalfIsNoMatch() {
		// Both halves of the truth overlap it by exactly one half.
		final InstanceOverlaps o = row(new long[] { 1, 1, 2, 2 }, new long[] { 3, 3,
			3, 3 });
		assertEquals(0.5, o.iou(1, 3));
		assertEquals(0, o.at(0.5).matched());
		assertEquals(1, o.at(0.5).touched());
	}

	@Test
	void perfectAndSymmetric() {
		final SplittableRandom r = new Seed(2).random();
		final Box box = Box.ofSize(20, 9, 8);
		final long[] a = r.longs(box.voxels(), 0, 5).toArray();
		final long[] b = r.longs(box.voxels(), 0, 5).toArray();
		final InstanceScores same = count(box, 4, a, a).at(0.5);
		assertEquals(1, same.f1());
		assertEquals(1, same.meanIou());
		final InstanceOverlaps ab = count(box, 4, a, b);
		final InstanceOverlaps ba = count(box, 7, b, a);
		for (int i = 1; i < 5; i++)
			for (int j = 1; j < 5; j++) {
				assertEquals(ab.iou(i, j), ba.iou(j, i));
				assertEquals(naive(a, b, i, j), ab.iou(i, j), 1e-15);
			}
	}

	@Test
	void objectsAcrossBlocksAreCountedWhole() {
		final Box box = Box.ofSize(161, 170, 93);
		final long[] a = new long[(int) box.voxels()];
		final long[] b = new long[a.length];
		for (int i = 0; i < a.length; i++) {
			// Columns along z and slabs along x.
			a[i] = 1 + i % 161 / 60;
			b[i] = 1 + i / 161 % 170 / 50;
		}
		final InstanceOverlaps o = count(box, 32, a, b);
		assertEquals(60L * 170 * 93, o.roiVoxels(1));
		assertEquals(161L * 20 * 93, o.truthVoxels(4));
		assertEquals(41L * 50 * 93, o.overlap(3, 2));
	}

	private static double naive(final long[] a, final long[] b, final long i,
		final long j)
	{
		double both = 0;
		double either = 0;
		for (int v = 0; v < a.length; v++) {
			if (a[v] == i && b[v] == j) both++;
			if (a[v] == i || b[v] == j) either++;
		}
		return both / either;
	}

	@Test
	void matchesAreOneToOneAboveOneHalf() {
		final SplittableRandom r = new Seed(7).random();
		final long[] truth = new long[4000];
		final long[] rois = new long[4000];
		for (int i = 0; i < 4000; i++) {
			truth[i] = i / 20 + 1;
			rois[i] = (i + r.nextInt(8)) / 20 + 1;
		}
		final InstanceOverlaps o = row(rois, truth);
		final InstanceScores s = o.at(0.5);
		assertTrue(s.matched() > 0 && s.matched() <= Math.min(s.rois(), s
			.truths()));
		assertTrue(s.recall().value() <= s.recallAnyOverlap().value());
		assertTrue(o.at(0.75).matched() <= s.matched());
		assertThrows(IllegalArgumentException.class, () -> o.at(0.4));
	}

	@Test
	void polaritySidesAreOneObject() {
		final Box box = Box.ofSize(6, 1, 1);
		final LongVolume v = new LongVolume(PixelType.UINT64, box, 6, new long[] {
			1, 2, 2, 0, 7, 8 });
		final InstanceOverlaps o = InstanceOverlaps.countPolarity(v, v, 1,
			Progress.NONE);
		assertEquals(3, o.roiVoxels(1));
		assertEquals(2, o.roiVoxels(4));
		assertEquals(2, o.at(0.5).matched());
	}

	@Test
	void hugeIdsBackgroundAndIgnored() {
		final InstanceOverlaps o = row(new long[] { Long.MIN_VALUE, 0, 3, 3 },
			new long[] { Long.MIN_VALUE + 1, -1, -2, -1 });
		assertEquals(1, o.iou(Long.MIN_VALUE, Long.MIN_VALUE + 1));
		assertEquals(1, o.roiVoxels(3));
		assertEquals(1, o.at(0.5).truths());
	}

	@Test
	void emptySides() {
		final InstanceScores none = row(new long[3], new long[3]).at(0.5);
		assertEquals(1, none.f1());
		assertTrue(Double.isNaN(none.recall().value()));
		assertEquals("there is no ROI", none.toJson().object("undefined").string(
			"precision"));
		final InstanceScores missed = row(new long[3], new long[] { 1, 1, 0 }).at(
			0.5);
		assertEquals(0, missed.f1());
		assertEquals(0, missed.recall().value());
	}
}
