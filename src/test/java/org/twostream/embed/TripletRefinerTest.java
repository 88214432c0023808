
package org.twostream.embed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.segment.LearningCurve;

class TripletRefinerTest {

	private static final PatchSource PATCHES = new NumberedPatches(100);

	@Test
	void anchorsAreOfTheSameAndOfTheOtherAnswer() {
		// Even numbers are real, odd ones are not; 0..9 answered, and the initial
		// volume's 50 and 51.
		final AnsweredPatches rois = new AnsweredPatches(PATCHES, new long[] { 0, 2,
			4, 6, 8 }, new long[] { 1, 3, 5, 7, 9 });
		final AnsweredPatches initial = new AnsweredPatches(PATCHES, new long[] {
			50 }, new long[] { 51 });
		final FakeVae vae = new FakeVae();
		final LearningCurve curve = new TripletRefiner(vae, List.of(rois, initial),
			new Seed(1)).refine(TripletRefiner.optimizer(30), 6, 2, Progress.NONE);
		assertEquals(30, vae.triplets.size());
		final Map<Integer, Integer> seen = new HashMap<>();
		for (final float[][] t : vae.triplets)
			for (int i = 0; i < 6; i++) {
				final int x = NumberedPatches.number(t[0][i]);
				final int same = NumberedPatches.number(t[1][i]);
				assertEquals(x % 2, same % 2);
				assertNotEquals(x, same);
				assertNotEquals(x % 2, NumberedPatches.number(t[2][i]) % 2);
				seen.merge(x, 1, Integer::sum);
			}
		// 180 triplets over 12 patches in turn.
		assertEquals(12, seen.size());
		for (final int n : seen.values())
			assertEquals(15, n);
		assertEquals(30, curve.points().get(curve.points().size() - 1).step());
		assertTrue(curve.lastLoss() < curve.points().get(0).loss());
	}

	@Test
	void hardAnchorsAreTheFarthestOfTheOwnAndTheNearestOfTheOtherAnswer() {
		// The fake embeds a patch as its number: 0, 2, 30 are real, 5, 40 not.
		final FakeVae vae = new FakeVae();
		new TripletRefiner(vae, List.of(new AnsweredPatches(PATCHES, new long[] { 0,
			2, 30 }, new long[] { 5, 40 })), Anchors.HARD, new Seed(1)).refine(
				TripletRefiner.optimizer(7), 2, 2, Progress.NONE);
		final Map<Integer, List<Integer>> anchors = Map.of(0, List.of(30, 5), 2,
			List.of(30, 5), 30, List.of(0, 40), 5, List.of(40, 2), 40, List.of(5,
				30));
		final Map<Integer, Integer> seen = new HashMap<>();
		for (final float[][] t : vae.triplets)
			for (int i = 0; i < 2; i++) {
				final int x = NumberedPatches.number(t[0][i]);
				assertEquals(anchors.get(x), List.of(NumberedPatches.number(t[1][i]),
					NumberedPatches.number(t[2][i])));
				seen.merge(x, 1, Integer::sum);
			}
		assertEquals(7, vae.triplets.size());
		assertEquals(anchors.keySet(), seen.keySet());
	}

	@Test
	void theSameSeedGivesTheSameTriplets() {
		for (final Anchors anchors : Anchors.values()) {
			final List<List<float[][]>> runs = new java.util.ArrayList<>();
			for (final int threads : new int[] { 1, 3 }) {
				final FakeVae vae = new FakeVae();
				new TripletRefiner(vae, List.of(new AnsweredPatches(PATCHES,
					new long[] { 1, 2, 3, 4 }, new long[] { 7, 8, 9 })), anchors,
					new Seed(4)).refine(TripletRefiner.optimizer(9), 5, threads,
						Progress.NONE);
				runs.add(vae.triplets);
			}
			assertTrue(java.util.Arrays.deepEquals(runs.get(0).toArray(), runs.get(1)
				.toArray()));
		}
	}

	@Test
	void oneAnswerOfAKindIsItsOwnAnchor() {
		final FakeVae vae = new FakeVae();
		new TripletRefiner(vae, List.of(new AnsweredPatches(PATCHES, new long[] {
			4 }, new long[] { 5 })), new Seed(1)).refine(TripletRefiner.optimizer(4),
				1, 1, Progress.NONE);
		for (final float[][] t : vae.triplets)
			assertEquals(t[0][0], t[1][0]);
	}

	@Test
	void refusesWhenAnAnswerIsMissing() {
		final String message = assertThrows(UserError.class,
			() -> new TripletRefiner(new FakeVae(), List.of(new AnsweredPatches(
				PATCHES, new long[] { 1, 2, 3 }, new long[0])), new Seed(1)))
			.getMessage();
		assertTrue(message.contains("3 True and 0 False"), message);
	}
}
