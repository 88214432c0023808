
package org.twostream.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.Target;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;
import org.twostream.net.Optimizer;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;

class FineTuningSetTest {

	private static final WindowSize WINDOW = new WindowSize(16, 16, 4);

	/** Two dark objects in one window: A (x 9..11) and B (x 13..14). */
	private static final Box A = new Box(9, 8, 4, 12, 12, 6);
	private static final Box B = new Box(13, 8, 4, 15, 12, 6);

	private static MemoryVolume raw() {
		return MemoryVolume.of(32, 32, 12, 1, PixelType.UINT8, 8).fill(0, (x, y,
			z) -> A.contains(x, y, z) || B.contains(x, y, z) ? 20 : 230);
	}

	/** The ROI 7 is a part of A only, in a box that holds B as well. */
	private static MemoryVolume masks(final Target target) {
		final long id = target == Target.POLARITY ? 13 : 7;
		return MemoryVolume.of(32, 32, 12, 1, PixelType.UINT64, 8).fill(0, (x, y,
			z) -> A.contains(x, y, z) && x < 11 ? id : 0);
	}

	private static final RoiRegion ROI = new RoiRegion(7, new Box(9, 8, 4, 15, 12,
		6));

	private static float[] target(final boolean real,
		final Optional<EmVolume> masks, final Target target)
	{
		final FineTuningSet set = new FineTuningSet(new FakeNetwork(target
			.channels(), 0), new FineTuningSet.Lessons(raw(), masks, target, List.of(
				new AnsweredRoi(ROI, real)), Optional.empty()), Sampling.plain(WINDOW,
					1), new Seed(1), Progress.NONE);
		return set.batch(0).target().values();
	}

	private static int count(final float[] target, final Box box) {
		final Box at = WINDOW.centredOn(ROI.box());
		int n = 0;
		for (int i = 0; i < WINDOW.voxels(); i++)
			if (target[i] > 0 && box.contains(at.xMin() + i % 16, at.yMin() + i / 16 %
				16, at.zMin() + i / 256)) n++;
		return n;
	}

	@Test
	void realKeepsThePrediction() {
		final float[] target = target(true, Optional.empty(), Target.CLEFT);
		assertEquals(A.voxels(), count(target, A));
		assertEquals(B.voxels(), count(target, B));
		assertEquals(A.voxels() + B.voxels(), count(target, raw().info().box()));
	}

	@Test
	void predictionLiesInTheMiddleOfTheWindowWhereTheNetworkHasAMargin() {
		final FakeNetwork network = new FakeNetwork(3, 0);
		network.margin = new int[] { 1, 3, 4 };
		final float[] target = new FineTuningSet(network, new FineTuningSet.Lessons(
			raw(), Optional.empty(), Target.POLARITY, List.of(new AnsweredRoi(ROI,
				true)), Optional.empty()), Sampling.plain(WINDOW, 1), new Seed(1),
			Progress.NONE).batch(0).target().values();
		assertEquals(3 * WINDOW.voxels(), target.length);
		assertEquals(A.voxels(), count(target, A));
		final float[] union = java.util.Arrays.copyOfRange(target, 2 * WINDOW
			.voxels(), target.length);
		assertEquals(A.voxels(), count(union, A));
		assertEquals(B.voxels(), count(union, B));
	}

	@Test
	void falseEmptiesTheBoxWhereNoMaskIsKnown() {
		assertEquals(0, count(target(false, Optional.empty(), Target.CLEFT), raw()
			.info().box()));
	}

	@Test
	void falseEmptiesTheTouchedObjectOnlyWhereTheMaskIsKnown() {
		final float[] target = target(false, Optional.of(masks(Target.CLEFT)),
			Target.CLEFT);
		assertEquals(0, count(target, A));
		assertEquals(B.voxels(), count(target, B));
	}

	@Test
	void realMaskIsForegroundEvenWhereThePredictionIsNot() {
		final MemoryVolume masks = MemoryVolume.of(32, 32, 12, 1, PixelType.UINT64,
			8).fill(0, (x, y, z) -> x == 12 && y == 9 && z == 5 ? 14 : 0);
		final float[] target = target(true, Optional.of(masks), Target.POLARITY);
		final Box at = WINDOW.centredOn(ROI.box());
		final int i = (int) (((5 - at.zMin()) * 16 + 9 - at.yMin()) * 16 + 12 - at
			.xMin());
		// The id 14 = 2 * 7 is the post-synaptic side. Channel 0 of the fake is its
		// least eager one.
		assertEquals(0, target[i]);
		assertEquals(1, target[WINDOW.voxels() + i]);
		assertEquals(1, target[2 * WINDOW.voxels() + i]);
	}

	private static float[] marked(final MarkedRegion region,
		final Target target)
	{
		return new FineTuningSet(new FakeNetwork(target.channels(), 0),
			new FineTuningSet.Lessons(raw(), Optional.empty(), target, List.of(), List
				.of(region), Optional.empty(), Keeping.DEFAULT), Sampling.plain(WINDOW,
					1), new Seed(1), Progress.NONE).batch(0).target().values();
	}

	@Test
	void aMarkedObjectIsForegroundAndTheRestAsPredicted() {
		final Box faint = new Box(10, 14, 5, 13, 15, 6);
		final float[] target = marked(MarkedRegion.of(faint, (area, mask) -> {
			final Box both = area.intersect(faint);
			for (long x = both.xMin(); x < both.xMax(); x++)
				mask[(int) (((5 - area.zMin()) * area.ySize() + 14 - area.yMin()) * area
					.xSize() + x - area.xMin())] = 1;
		}), Target.CLEFT);
		final Box at = WINDOW.centredOn(faint);
		for (int i = 0; i < target.length; i++) {
			final long x = at.xMin() + i % 16;
			final long y = at.yMin() + i / 16 % 16;
			final long z = at.zMin() + i / 256;
			assertEquals(faint.contains(x, y, z) || A.contains(x, y, z) || B.contains(
				x, y, z) ? 1 : 0, target[i]);
		}
	}

	@Test
	void aboutABarePointOnlyABallHasASay() {
		final VoxelSize size = new VoxelSize(8, 8, 30);
		for (final Target kind : List.of(Target.CLEFT, Target.POLARITY)) {
			final float[] target = marked(MarkedRegion.point(20, 20, 6, size), kind);
			final Box at = WINDOW.centredOn(new Box(20, 20, 6, 21, 21, 7));
			int inside = 0;
			for (int i = 0; i < target.length; i++) {
				final int v = i % WINDOW.voxels();
				final double x = 8.0 * (at.xMin() + v % 16 - 20);
				final double y = 8.0 * (at.yMin() + v / 16 % 16 - 20);
				final double z = 30.0 * (at.zMin() + v / 256 - 6);
				final boolean ball = x * x + y * y + z * z <= 900 &&
					i >= target.length - WINDOW.voxels();
				if (ball) inside++;
				assertEquals(ball ? 1 : Float.NaN, target[i]);
			}
			assertEquals(45 + 2, inside);
		}
	}

	@Test
	void oneWindowInFourIsInitialAndEveryRoiHasItsTurn() {
		final MemoryVolume raw = MemoryVolume.of(200, 16, 4, 1, PixelType.UINT8, 8)
			.fill(0, (x, y, z) -> 100 + x / 16);
		final List<AnsweredRoi> rois = new ArrayList<>();
		for (int i = 0; i < 5; i++)
			rois.add(new AnsweredRoi(new RoiRegion(i, new Box(32 * i, 0, 0, 32 * i +
				16, 16, 4)), true));
		final MemoryVolume bright = MemoryVolume.of(16, 16, 4, 1, PixelType.UINT8,
			8).fill(0, (x, y, z) -> 255);
		final TrainingSet initial = new TrainingSet(List.of(new LabelledVolume(
			bright, bright, Target.CLEFT)), Sampling.plain(WINDOW, 1), new Seed(1),
			Progress.NONE);
		final FineTuningSet set = new FineTuningSet(new FakeNetwork(1, 0),
			new FineTuningSet.Lessons(raw, Optional.empty(), Target.CLEFT, rois,
				Optional.of(initial)), Sampling.plain(WINDOW, 8), new Seed(1),
			Progress.NONE);
		final Map<Integer, Integer> seen = new HashMap<>();
		for (int b = 0; b < 10; b++) {
			final Batch batch = set.batch(b);
			assertArrayEquals(batch.input().values(), set.batch(b).input().values());
			int ofInitial = 0;
			for (int i = 0; i < 8; i++) {
				final int v = Math.round(255 * batch.input().values()[i * WINDOW
					.voxels()]);
				if (v == 255) ofInitial++;
				else seen.merge(v, 1, Integer::sum);
			}
			assertEquals(2, ofInitial);
		}
		assertEquals(Map.of(100, 12, 102, 12, 104, 12, 106, 12, 108, 12), seen);
	}

	@Test
	void distilledWindowsHoldWhatTheOldNetworkSaid() {
		final FakeNetwork network = new FakeNetwork(1, 0);
		final FineTuningSet set = new FineTuningSet(network,
			new FineTuningSet.Lessons(raw(), Optional.empty(), Target.CLEFT, List.of(
				new AnsweredRoi(ROI, false)), List.of(), Optional.empty(), Keeping.of(
					"distill", 0.5)), Sampling.plain(WINDOW, 2), new Seed(1),
			Progress.NONE);
		network.threshold = 0.9;
		for (int b = 0; b < 10; b++) {
			final Batch batch = set.batch(b);
			// The second of two; the first is the ROI's, 0 or 1.
			for (int i = 0; i < WINDOW.voxels(); i++) {
				final double input = batch.input().values()[WINDOW.voxels() + i];
				assertEquals(1 / (1 + Math.exp(-12 * (0.5 - input))), batch.target()
					.values()[WINDOW.voxels() + i], 0.5 / 255 + 1e-6);
				assertEquals(0, batch.target().values()[i] % 1);
			}
		}
	}

	@Test
	void aShareOfTheWindowsIsMixedIn() {
		for (final double share : new double[] { 0, 0.1, 0.25, 0.3, 0.5, 0.9 }) {
			final Keeping keeping = Keeping.of("both", share);
			long taken = 0;
			for (int n = 0; n < 1000; n++) {
				assertEquals(taken, keeping.before(n), share + " " + n);
				if (keeping.takes(n)) taken++;
			}
			assertEquals(1000 * share, taken, 1e-6);
		}
		assertFalse(Keeping.DEFAULT.distills(1));
		assertTrue(Keeping.of("both", 0.5).distills(1) && !Keeping.of("both", 0.5)
			.distills(2));
		assertThrows(UserError.class, () -> Keeping.of("all", 0.5));
		assertThrows(UserError.class, () -> Keeping.of("both", 0.95));
	}

	@Test
	void windowsOfRoisAreFlippedAndDamagedButNotBent() {
		final FineTuningSet.Lessons lessons = new FineTuningSet.Lessons(raw(),
			Optional.empty(), Target.CLEFT, List.of(new AnsweredRoi(ROI, true)), List
				.of(), Optional.empty(), Keeping.DEFAULT);
		final Batch plain = new FineTuningSet(new FakeNetwork(1, 0), lessons,
			Sampling.plain(WINDOW, 1), new Seed(1), Progress.NONE).batch(0);
		final FineTuningSet flipped = new FineTuningSet(new FakeNetwork(1, 0),
			lessons, new Sampling(WINDOW, 1, RejectSampling.OFF, AugmentationSet
				.parse("flips,rotation,rescale,elastic,misalignment,missing-section",
					new VoxelSize(8, 8, 30))), new Seed(1), Progress.NONE);
		int moved = 0;
		for (int n = 0; n < 20; n++) {
			final float[] image = flipped.batch(n).input().values();
			final float[] target = flipped.batch(n).target().values();
			// The objects are dark: flips keep target and image together.
			for (int i = 0; i < image.length; i++)
				assertEquals(image[i] < 0.5f ? 1 : 0, target[i]);
			if (!java.util.Arrays.equals(plain.input().values(), image)) moved++;
			final float[] sorted = image.clone();
			java.util.Arrays.sort(sorted);
			final float[] before = plain.input().values().clone();
			java.util.Arrays.sort(before);
			assertArrayEquals(before, sorted);
		}
		// A quarter of the flips leave these symmetric objects where they are.
		assertTrue(moved > 10, moved + " of 20");
	}

	@Test
	void answersChangeTheNetwork() {
		final FakeNetwork network = new FakeNetwork(1, 0);
		final FineTuningSet set = new FineTuningSet(network,
			new FineTuningSet.Lessons(raw(), Optional.empty(), Target.CLEFT, List.of(
				new AnsweredRoi(ROI, false)), Optional.empty()), Sampling.plain(WINDOW,
					2), new Seed(1), Progress.NONE);
		final Optimizer adam = FineTuningSet.optimizer(1e-4, 100);
		assertEquals(Optimizer.Rule.AMSGRAD, adam.rule());
		assertEquals(1e-5, adam.weightDecay());
		assertEquals(1e-4, adam.rate(9));
		final double before = network.threshold;
		new Trainer(network, set, List.of()).train(TrainingPlan.of(Optimizer.cosine(
			0.05, 60), 1), Progress.NONE);
		assertTrue(network.threshold < before);
	}

	@Test
	void refusesWhenNothingIsAnswered() {
		assertThrows(UserError.class, () -> new FineTuningSet(new FakeNetwork(1, 0),
			new FineTuningSet.Lessons(raw(), Optional.empty(), Target.CLEFT, List
				.of(), Optional.empty()), Sampling.plain(WINDOW, 1), new Seed(1),
			Progress.NONE));
	}
}
