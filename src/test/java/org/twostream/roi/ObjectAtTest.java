
package org.twostream.roi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;
import org.twostream.volume.ArrayVolume;

/** Against a flood fill of the whole volume, voxel by voxel. */
class ObjectAtTest {

	private static final VoxelSize VOXEL = new VoxelSize(16, 16, 40);
	private static final int X = 70;
	private static final int Y = 40;
	private static final int Z = 36;

	/** Smooth blobs, so that components grow with a falling threshold. */
	private static byte[] blobs(final SplittableRandom random, final int peak) {
		final double[] p = new double[X * Y * Z];
		for (int b = 0; b < 30; b++) {
			final double[] at = { random.nextInt(X), random.nextInt(Y), random
				.nextInt(Z) };
			final double height = 30 + random.nextInt(peak - 30);
			final double width = 1.5 + 3 * random.nextDouble();
			for (int i = 0; i < p.length; i++) {
				final double dx = i % X - at[0];
				final double dy = i / X % Y - at[1];
				final double dz = 2 * (i / X / Y - at[2]);
				p[i] = Math.max(p[i], height * Math.exp(-(dx * dx + dy * dy + dz * dz) /
					(2 * width * width)));
			}
		}
		final byte[] bytes = new byte[p.length];
		for (int i = 0; i < p.length; i++)
			bytes[i] = (byte) Math.min(255, p[i] + random.nextInt(6));
		return bytes;
	}

	private static LabellingOptions options(final Connectivity connectivity,
		final long minVoxels)
	{
		return new LabellingOptions(0.5, minVoxels, connectivity, Optional.empty(),
			1, LabellingOptions.DEFAULT_BLOCK);
	}

	/** The proposal at 0.5. */
	private static long[] rois(final byte[] p, final int connectivity,
		final int minVoxels)
	{
		final boolean[] mask = new boolean[p.length];
		for (int i = 0; i < p.length; i++)
			mask[i] = (p[i] & 255) >= 128;
		return new FloodFill(mask, X, Y, Z, connectivity, minVoxels).labels();
	}

	private static boolean touches(final long[] rois, final int v) {
		for (int k = -1; k <= 1; k++)
			for (int j = -1; j <= 1; j++)
				for (int i = -1; i <= 1; i++)
					if (Box.ofSize(X, Y, Z).contains(v % X + i, v / X % Y + j, v / X / Y +
						k) && rois[v + i + X * (j + Y * k)] != 0) return true;
		return false;
	}

	private static double nm(final int v, final int place) {
		return Math.sqrt(Math.pow(16 * (v % X - place % X), 2) + Math.pow(16 * (v /
			X % Y - place / X % Y), 2) + Math.pow(40 * (v / X / Y - place / X / Y),
				2));
	}

	private static double nearest(final List<Integer> voxels, final int place) {
		return voxels.stream().mapToDouble(v -> nm(v, place)).min().orElse(-1);
	}

	private record Wanted(double threshold, List<Integer> voxels) {
	}

	/** What the class says of itself, at once for the whole volume. */
	private static Wanted wanted(final byte[] p, final long[] rois,
		final int connectivity, final int min, final int most, final int place)
	{
		for (int step = 9; step > 0; step--) {
			final double threshold = Math.round(0.5 * step * 1000) / 1e4;
			final boolean[] mask = new boolean[p.length];
			for (int i = 0; i < p.length; i++)
				mask[i] = rois[i] == 0 && (p[i] & 255) / 255.0 >= threshold;
			double nearest = Double.MAX_VALUE;
			List<Integer> best = List.of();
			for (final List<Integer> object : new FloodFill(mask, X, Y, Z,
				connectivity, min).objects)
			{
				final int top = object.stream().mapToInt(v -> p[v] & 255).max()
					.orElseThrow();
				if (object.size() > most || object.stream().noneMatch(v -> (p[v] &
					255) == top && !touches(rois, v))) continue;
				for (final int v : object) {
					final double nm = nm(v, place);
					if (nm <= 50 && nm < nearest) {
						nearest = nm;
						best = object;
					}
				}
			}
			if (!best.isEmpty()) return new Wanted(threshold, best);
		}
		return new Wanted(0, List.of());
	}

	@ParameterizedTest
	@ValueSource(ints = { 6, 18, 26 })
	void isWhatAFloodFillOfTheWholeVolumeFinds(final int connectivity) {
		int objects = 0;
		int points = 0;
		int beside = 0;
		for (int seed = 0; seed < 3; seed++) {
			final SplittableRandom random = new SplittableRandom(seed);
			final byte[] p = blobs(random, 220);
			final long[] rois = rois(p, connectivity, 60);
			final ObjectAt at = new ObjectAt(ArrayVolume.of(p, X, Y, Z), Optional.of(
				ArrayVolume.of(rois, X, Y, Z)), options(Connectivity.of(connectivity),
					60), VOXEL, 1500);
			for (int n = 0; n < 25; n++) {
				final int place = random.nextInt(p.length);
				final ObjectAt.Found found = at.at(place % X, place / X % Y, place / X /
					Y);
				assertEquals(rois[place], found.roi());
				if (rois[place] != 0) continue;
				final Wanted wanted = wanted(p, rois, connectivity, 60, 1500, place);
				assertEquals(wanted.threshold, found.threshold());
				final byte[] mask = new byte[p.length];
				found.mask().ifPresent(m -> m.paint(Box.ofSize(X, Y, Z), mask));
				final List<Integer> voxels = new ArrayList<>();
				for (int v = 0; v < mask.length; v++)
					if (mask[v] != 0) voxels.add(v);
				// Of several equally near ones the volume's order is not the search's.
				if (!voxels.contains(place) && !wanted.voxels.contains(place)) {
					beside++;
					assertEquals(nearest(wanted.voxels, place), nearest(voxels, place));
				}
				else assertEquals(wanted.voxels.stream().sorted().toList(), voxels);
				if (found.mask().isEmpty()) points++;
				else {
					objects++;
					assertEquals(found.mask().get().roi(0, VOXEL, Box.ofSize(X, Y, Z),
						false), at.again(place % X, place / X % Y, place / X / Y, found
							.threshold()).orElseThrow().roi(0, VOXEL, Box.ofSize(X, Y, Z),
								false));
				}
			}
		}
		assertTrue(objects > 5 && points > 5 && beside > 5, objects + " " + points +
			" " + beside);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void isTheRoiOfALaterProposalAtThatThreshold(final boolean polarity) {
		final SplittableRandom random = new SplittableRandom(7);
		final byte[] pre = blobs(random, 100);
		final byte[] post = blobs(random, 100);
		final byte[] union = new byte[pre.length];
		for (int i = 0; i < union.length; i++)
			union[i] = (byte) Math.max(pre[i], post[i]);
		final MemoryVolume probability = polarity ? MemoryVolume.of(X, Y, Z, pre,
			post, union) : MemoryVolume.of(X, Y, Z, pre);
		final LabellingOptions options = new LabellingOptions(0.5, 30,
			Connectivity.TWENTY_SIX, polarity ? Optional.of(
				PolarityRule.SMALL_PIECES_REMOVED) : Optional.empty(), 1,
			LabellingOptions.DEFAULT_BLOCK);
		final ObjectAt at = new ObjectAt(probability, Optional.empty(), options,
			VOXEL, 100_000);
		int found = 0;
		for (int n = 0; n < 40; n++) {
			final int x = random.nextInt(X);
			final int y = random.nextInt(Y);
			final int z = random.nextInt(Z);
			final ObjectAt.Found f = at.at(x, y, z);
			if (f.mask().isEmpty()) continue;
			found++;
			final ComponentLabelling later = ComponentLabelling.of(probability,
				new LabellingOptions(f.threshold(), 30, options.connectivity(), options
					.polarity(), 1, options.block()), Progress.NONE);
			final Roi missed = f.mask().get().roi(0, VOXEL, probability.info().box(),
				polarity);
			final Roi same = later.rois(VOXEL).stream().filter(r -> r.box().equals(
				missed.box()) && r.maskHash().equals(missed.maskHash())).findFirst()
				.orElseThrow();
			assertEquals(same, new Roi(same.id(), missed.box(), missed.xNm(), missed
				.yNm(), missed.zNm(), missed.voxels(), missed.meanProbability(), missed
					.maxProbability(), missed.bestSlice(), 0, missed.touchesBorder(),
				missed.oneSided(), missed.maskHash()));
			final MemoryVolume labels = MemoryVolume.labels(probability.info(), 1);
			later.write(labels, Optional.empty(), Progress.NONE);
			final long[] wanted = labels.ids(0, missed.box());
			final long[] painted = new long[wanted.length];
			f.mask().get().label(missed.box(), painted, same.id(), polarity);
			for (int i = 0; i < wanted.length; i++)
				if ((polarity ? (wanted[i] + 1) / 2 : wanted[i]) != same.id())
					wanted[i] = 0;
			assertArrayEquals(wanted, painted);
		}
		assertTrue(found > 10, "" + found);
	}

	@Test
	void theRimOfAnRoiIsNoObject() {
		final byte[] p = new byte[X * Y * Z];
		for (int i = 0; i < p.length; i++) {
			final double r = Math.sqrt(Math.pow(i % X - 30, 2) + Math.pow(i / X % Y -
				20, 2) + Math.pow(i / X / Y - 18, 2));
			p[i] = (byte) Math.max(0, 255 - 13 * r);
		}
		final long[] rois = rois(p, 26, 60);
		final ObjectAt at = new ObjectAt(ArrayVolume.of(p, X, Y, Z), Optional.of(
			ArrayVolume.of(rois, X, Y, Z)), options(Connectivity.TWENTY_SIX, 60),
			VOXEL, 100_000);
		assertEquals(1, at.at(30, 20, 18).roi());
		assertEquals(new ObjectAt.Found(0, 0, Optional.empty()), at.at(44, 20, 18));
	}

	@Test
	void masksKnowTheirVoxels() {
		final SplittableRandom random = new SplittableRandom(3);
		final boolean[][] voxels = new boolean[2][X * Y * Z];
		final List<ObjectMask> masks = new ArrayList<>();
		for (final boolean[] v : voxels) {
			for (int i = 0; i < 40; i++)
				v[random.nextInt(X) + X * (random.nextInt(3) + Y * random.nextInt(2))] =
					true;
			final List<ObjectMask.Run> runs = new ArrayList<>();
			for (int i = v.length - 1; i >= 0; i--)
				if (v[i]) runs.add(new ObjectMask.Run(i % X, i % X + 1, i / X % Y, i /
					X / Y, (byte) 1));
			masks.add(new ObjectMask(runs, (x, y, z) -> 5));
		}
		boolean common = false;
		for (int i = 0; i < voxels[0].length; i++) {
			common |= voxels[0][i] && voxels[1][i];
			assertEquals(voxels[0][i], masks.get(0).holds(i % X, i / X % Y, i / X /
				Y));
		}
		assertTrue(common);
		assertTrue(masks.get(0).overlaps(masks.get(1)) && masks.get(1).overlaps(
			masks.get(0)));
		for (int i = 0; i < voxels[0].length; i++)
			voxels[1][i] &= !voxels[0][i];
		final List<ObjectMask.Run> rest = new ArrayList<>();
		for (int i = 0; i < voxels[1].length; i++)
			if (voxels[1][i]) rest.add(new ObjectMask.Run(i % X, i % X + 1, i / X % Y,
				i / X / Y, (byte) 1));
		assertFalse(masks.get(0).overlaps(new ObjectMask(rest, (x, y, z) -> 5)));
		final Box area = new Box(5, 1, 0, 60, 4, 2);
		final byte[] painted = new byte[area.arrayLength()];
		masks.get(0).paint(area, painted);
		int t = 0;
		for (long z = 0; z < 2; z++)
			for (long y = 1; y < 4; y++)
				for (long x = 5; x < 60; x++)
					assertEquals(voxels[0][(int) (x + X * (y + Y * z))] ? 1 : 0,
						painted[t++]);
	}

	@Test
	void refusesPlacesOutside() {
		final ObjectAt at = new ObjectAt(ArrayVolume.of(new byte[8], 2, 2, 2),
			Optional.empty(), options(Connectivity.SIX, 1), VOXEL, 10);
		assertTrue(assertThrows(UserError.class, () -> at.at(2, 0, 0)).getMessage()
			.contains("2,0,0"));
	}
}
