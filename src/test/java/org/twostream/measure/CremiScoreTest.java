
package org.twostream.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.VoxelSize;
import org.twostream.volume.PixelType;

/** {@link CremiScore} against trying every pair of voxels. */
class CremiScoreTest {

	private static final VoxelSize CREMI = new VoxelSize(4, 4, 40);

	private static CremiScore score(final Box box, final int chunk,
		final long[] prediction, final long[] truth, final VoxelSize size,
		final int threads)
	{
		return CremiScore.measure(ForegroundMask.ofLabels(new LongVolume(
			PixelType.UINT8, box, chunk, prediction), 0), ForegroundMask.ofLabels(
				new LongVolume(PixelType.UINT64, box, chunk, truth), 0), size, threads,
			Progress.NONE);
	}

	/** Mean over the voxels of a of the distance to the nearest of b. */
	private static double[] naive(final Box box, final long[] a, final long[] b,
		final VoxelSize size)
	{
		double sum = 0;
		int n = 0;
		int far = 0;
		for (int i = 0; i < a.length; i++) {
			if (a[i] == 0) continue;
			double best = Double.POSITIVE_INFINITY;
			for (int j = 0; j < b.length; j++)
				if (b[j] != 0) best = Math.min(best, distance(box, i, j, size));
			sum += best;
			n++;
			if (best > 200) far++;
		}
		return new double[] { sum / n, n, far };
	}

	private static double distance(final Box box, final int i, final int j,
		final VoxelSize s)
	{
		final int xs = (int) box.xSize();
		final int ys = (int) box.ySize();
		return Math.sqrt(Math.pow((i % xs - j % xs) * s.x(), 2) + Math.pow((i / xs %
			ys - j / xs % ys) * s.y(), 2) + Math.pow((i / xs / ys - j / xs / ys) * s
				.z(), 2));
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 })
	void agreesWithTryingEveryPair(final long seed) {
		final SplittableRandom r = new Seed(seed).random();
		final Box box = Box.ofSize(r.nextInt(1, 24), r.nextInt(1, 20), r.nextInt(1,
			14));
		final VoxelSize size = seed % 3 == 0 ? CREMI : new VoxelSize(r.nextDouble(1,
			50), r.nextDouble(1, 50), r.nextDouble(1, 50));
		// From a few single voxels to nearly full.
		final double pShare = Math.pow(10, r.nextDouble(-2.5, -0.1));
		final double tShare = Math.pow(10, r.nextDouble(-2.5, -0.1));
		final long[] p = new long[(int) box.voxels()];
		final long[] t = new long[p.length];
		for (int i = 0; i < p.length; i++) {
			p[i] = r.nextDouble() < pShare ? 1 : 0;
			t[i] = r.nextDouble() < tShare ? 1 + r.nextInt(9) : 0;
		}
		p[r.nextInt(p.length)] = 1;
		t[r.nextInt(p.length)] = 1;
		final CremiScore s = score(box, r.nextInt(1, 9), p, t, size, 2);
		final double[] adgt = naive(box, p, t, size);
		final double[] adf = naive(box, t, p, size);
		assertEquals(adgt[0], s.adgt(), 1e-9 * adgt[0]);
		assertEquals(adf[0], s.adf(), 1e-9 * adf[0]);
		assertEquals(adgt[1], s.predictedVoxels());
		assertEquals(adf[1], s.trueVoxels());
		assertEquals(adgt[2], s.predictedFar());
		assertEquals(adf[2], s.trueFar());
	}

	@Test
	void handComputedAcrossSections() {
		final Box box = Box.ofSize(10, 1, 2);
		final long[] p = new long[20];
		final long[] t = new long[20];
		p[0] = 1;
		t[3] = 1;
		t[10] = 1;
		final CremiScore s = score(box, 4, p, t, CREMI, 1);
		assertEquals(12, s.adgt());
		assertEquals((12 + 40) / 2.0, s.adf());
		assertEquals(19, s.score());
	}

	@Test
	void perfectPredictionIsZeroAndSwappingSwaps() {
		final Box box = Box.ofSize(9, 9, 9);
		final SplittableRandom r = new Seed(1).random();
		final long[] a = r.longs(box.voxels(), 0, 2).toArray();
		final long[] b = r.longs(box.voxels(), 0, 2).toArray();
		assertEquals(0, score(box, 4, a, a, CREMI, 2).score());
		final CremiScore ab = score(box, 4, a, b, CREMI, 2);
		final CremiScore ba = score(box, 4, b, a, CREMI, 2);
		assertEquals(ab.adgt(), ba.adf());
		assertEquals(ab.score(), ba.score());
	}

	@Test
	void manyBlocksAndThreadsGiveTheSameBits() {
		// More than one block of the grid, whatever the chunk.
		final Box box = Box.ofSize(220, 200, 60);
		final SplittableRandom r = new Seed(3).random();
		final long[] p = new long[(int) box.voxels()];
		final long[] t = new long[p.length];
		for (int i = 0; i < 300; i++) {
			p[r.nextInt(p.length)] = 1;
			t[r.nextInt(p.length)] = 1;
		}
		final CremiScore one = score(box, 16, p, t, CREMI, 1);
		assertEquals(one, score(box, 16, p, t, CREMI, 4));
		final CremiScore other = score(box, 64, p, t, CREMI, 2);
		assertEquals(naive(box, p, t, CREMI)[0], one.adgt(), 1e-9);
		assertEquals(one.adgt(), other.adgt(), 1e-9);
	}

	@Test
	void forgettingTreesChangesNothing() {
		final Box box = Box.ofSize(150, 150, 120);
		final SplittableRandom r = new Seed(5).random();
		final long[] p = new long[(int) box.voxels()];
		final long[] t = new long[p.length];
		for (int i = 0; i < 400; i++) {
			p[r.nextInt(p.length)] = 1;
			t[r.nextInt(p.length)] = 1;
		}
		final MaskPair pair = new MaskPair(ForegroundMask.ofLabels(new LongVolume(
			PixelType.UINT8, box, 16, t), 0), ForegroundMask.ofLabels(new LongVolume(
				PixelType.UINT8, box, 16, p), 0));
		final DistanceSearch all = new DistanceSearch(pair, CREMI, 1000, 1,
			Progress.NONE);
		final DistanceSearch one = new DistanceSearch(pair, CREMI, 1, 2,
			Progress.NONE);
		final DistanceSearch.Sums sums = all.ask(200, 1, Progress.NONE);
		assertEquals(sums, one.ask(200, 2, Progress.NONE));
		assertTrue(sums.far() > 0 && sums.far() < sums.voxels());
	}

	@Test
	void emptySides() {
		final Box box = Box.ofSize(3, 3, 3);
		final long[] none = new long[27];
		final long[] some = new long[27];
		some[4] = 1;
		assertEquals(new CremiScore(0, 0, 0, 0, 0, 0), score(box, 3, none, none,
			CREMI, 1));
		final CremiScore missed = score(box, 3, none, some, CREMI, 1);
		assertTrue(Double.isNaN(missed.score()));
		assertEquals(1, missed.trueFar());
		assertFalse(missed.toJson().has("cremi_nm"));
		assertEquals("nothing was predicted", missed.toJson().object("undefined")
			.string("cremi_nm"));
		assertEquals("nothing is truly foreground", score(box, 3, some, none, CREMI,
			1).toJson().object("undefined").string("cremi_nm"));
	}

	@Test
	void ignoredVoxelsAreRemovedFromBothSides() {
		final Box box = Box.ofSize(6, 1, 1);
		final CremiScore s = score(box, 3, new long[] { 1, 0, 0, 0, 0, 1 },
			new long[] { -1, 5, -1, -1, -1, -2 }, CREMI, 1);
		assertEquals(new CremiScore(4, 4, 1, 1, 0, 0), s);
	}
}
