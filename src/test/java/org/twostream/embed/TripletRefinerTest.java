
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
