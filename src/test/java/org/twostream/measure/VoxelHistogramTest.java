
package org.twostream.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.twostream.core.Box;
import org.twostream.core.Cancelled;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.volume.PixelType;

/** {@link VoxelHistogram} against counting every voxel at every threshold. */
class VoxelHistogramTest {

	private static final Box BOX = Box.ofSize(13, 11, 7);

	private static LongVolume random(final String purpose, final long bound) {
		final SplittableRandom r = new Seed(4).of(purpose).random();
		return new LongVolume(PixelType.UINT8, BOX, 4, r.longs(BOX.voxels(), 0,
			bound).toArray());
	}

	@Test
	void allThresholdsAgreeWithCountingEachOne() {
		final LongVolume prediction = random("prediction", 256);
		final LongVolume truth = random("truth", 2);
		final VoxelHistogram histogram = VoxelHistogram.count(prediction, 0,
			ForegroundMask.ofLabels(truth, 0), 3, Progress.NONE);
		final long[] p = prediction.ids(0, BOX);
		final long[] t = truth.ids(0, BOX);
		for (final double threshold : new double[] { 0, 1e-9, 0.2, 0.5, 128 / 255.0,
			0.8, 1 })
		{
			final long[] n = new long[4];
			for (int i = 0; i < p.length; i++)
				n[(p[i] / 255.0 >= threshold ? 2 : 0) + (int) t[i]]++;
			assertEquals(new Confusion(n[3], n[2], n[1], n[0]), histogram.at(
				threshold), "threshold " + threshold);
		}
	}

	@Test
	void manyBlocksCountEveryVoxelOnce() {
		final Box box = Box.ofSize(161, 170, 93);
		final SplittableRandom r = new Seed(6).random();
		final long[] p = r.longs(box.voxels(), 0, 256).toArray();
		final long[] t = r.longs(box.voxels(), 0, 2).toArray();
		assertTrue(MeasureGrid.of(new LongVolume(PixelType.UINT8, box, 32, p)
			.info()).size() > 2);
		long both = 0;
		for (int i = 0; i < p.length; i++)
			if (p[i] >= 128 && t[i] == 1) both++;
		final Confusion c = VoxelHistogram.count(new LongVolume(PixelType.UINT8,
			box, 32, p), 0, ForegroundMask.ofLabels(new LongVolume(PixelType.UINT8,
				box, 32, t), 0), 2, Progress.NONE).at(0.5);
		assertEquals(box.voxels(), c.n());
		assertEquals(both, c.truePositives());
	}

	@Test
	void halfMeans128() {
		final long[] f = new long[256];
		f[127] = 10;
		f[128] = 1;
		final Confusion c = new VoxelHistogram(f, new long[256]).at(0.5);
		assertEquals(1, c.truePositives());
	}

	@Test
	void sweepHasRoundThresholdsAndFallingRecall() {
		final VoxelHistogram h = VoxelHistogram.count(random("p", 256), 0,
			ForegroundMask.ofLabels(random("t", 2), 0), 1, Progress.NONE);
		final List<VoxelHistogram.Point> points = h.sweep(0.4, 0.95, 0.05);
		assertEquals(12, points.size());
		assertEquals(0.95, points.get(11).threshold());
		for (int i = 1; i < points.size(); i++)
			assertTrue(points.get(i).voxels().recall() <= points.get(i - 1).voxels()
				.recall());
		for (final VoxelHistogram.Point p : h.sweep(0, 1, 0.01))
			assertTrue(p.voxels().voc() <= h.bestVoc().voxels().voc());
	}

	@Test
	void perfectPredictionIsOne() {
		final LongVolume truth = random("t", 2);
		final long[] full = truth.ids(0, BOX);
		for (int i = 0; i < full.length; i++)
			full[i] *= 255;
		final Confusion c = VoxelHistogram.count(new LongVolume(PixelType.UINT8,
			BOX, 5, full), 0, ForegroundMask.ofLabels(truth, 0), 2, Progress.NONE).at(
				1);
		assertEquals(1, c.voc());
		assertEquals(1, c.precision());
	}

	@Test
	void cremiTruthHasItsOwnBackgroundAndIgnoredVoxels() {
		final Box box = Box.ofSize(4, 1, 1);
		final LongVolume truth = new LongVolume(PixelType.UINT64, box, 4,
			new long[] { -1, -2, 7, 0 });
		final LongVolume prediction = new LongVolume(PixelType.UINT8, box, 4,
			new long[] { 255, 255, 255, 0 });
		assertEquals(new Confusion(1, 1, 0, 1), VoxelHistogram.count(prediction, 0,
			ForegroundMask.ofLabels(truth, 0), 1, Progress.NONE).at(0.5));
	}

	@Test
	void refusesOtherSizesAndThresholds() {
		final LongVolume small = new LongVolume(PixelType.UINT8, Box.ofSize(2, 2,
			2), 2, new long[8]);
		final ForegroundMask truth = ForegroundMask.ofLabels(random("t", 2), 0);
		final UserError e = assertThrows(UserError.class, () -> VoxelHistogram
			.count(small, 0, truth, 1, Progress.NONE));
		assertTrue(e.getMessage().contains("2 x 2 x 2"), e.getMessage());
		assertThrows(UserError.class, () -> new VoxelHistogram(new long[256],
			new long[256]).at(1.5));
	}

	@Test
	void stopsWhenTold() {
		final Progress stop = new Progress() {

			@Override
			public void report(final double fraction, final String message) {
				// nobody listens
			}

			@Override
			public boolean cancelled() {
				return true;
			}
		};
		assertThrows(Cancelled.class, () -> VoxelHistogram.count(random("p", 256),
			0, ForegroundMask.ofLabels(random("t", 2), 0), 1, stop));
	}
}
