
package org.twostream.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.Target;
import org.twostream.volume.PixelType;

class RoiDecisionTest {

	/** Six ROIs of 24 x 12 x 6; the i-th has i dark columns. */
	private static final int SIDE = 24;

	private static Box box(final int i) {
		return new Box(i * SIDE, 2, 1, (i + 1) * SIDE, 14, 7);
	}

	private static MemoryVolume raw() {
		return MemoryVolume.of(6 * SIDE, 20, 9, 1, PixelType.UINT8, 8).fill(0, (x,
			y, z) -> x % SIDE < x / SIDE && box(x / SIDE).contains(x, y, z) ? 0
				: 255);
	}

	private static MemoryVolume masks() {
		return MemoryVolume.of(6 * SIDE, 20, 9, 1, PixelType.UINT64, 8).fill(0, (x,
			y, z) -> box(x / SIDE).contains(x, y, z) ? x / SIDE + 1 : 0);
	}

	private static List<RoiRegion> rois() {
		final List<RoiRegion> rois = new ArrayList<>();
		for (int i = 0; i < 6; i++)
			rois.add(new RoiRegion(i + 1, box(i)));
		return rois;
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 4 })
	void largestComponentInTheMaskDecides(final int batch) {
		// 72 voxels per dark column; boxes are larger than one window.
		final RoiRule rule = RoiRule.of(Target.MITOCHONDRIA, new WindowSize(16, 16,
			4), 0.5, 3 * 72);
		assertArrayEquals(new boolean[] { false, false, false, true, true, true },
			new RoiDecision(new FakeNetwork(1, 0), rule, batch).decide(raw(), masks(),
				rois(), Progress.NONE));
	}

	// A margin larger than the rule's, so that windows lie closer.
	@Test
	void networksMayLackAMargin() {
		final FakeNetwork network = new FakeNetwork(1, 0);
		network.margin = new int[] { 1, 3, 5 };
		final RoiRule rule = RoiRule.of(Target.MITOCHONDRIA, new WindowSize(16, 16,
			4), 0.5, 3 * 72);
		assertArrayEquals(new boolean[] { false, false, false, true, true, true },
			new RoiDecision(network, rule, 4).decide(raw(), masks(), rois(),
				Progress.NONE));
	}

	@Test
	void whatLiesOutsideTheMaskDoesNotCount() {
		final MemoryVolume others = masks();
		others.fill(0, (x, y, z) -> 99);
		final RoiRule rule = RoiRule.of(Target.MITOCHONDRIA, new WindowSize(16, 16,
			4), 0.5, 1);
		for (final boolean real : new RoiDecision(new FakeNetwork(1, 0), rule, 1)
			.decide(raw(), others, rois(), Progress.NONE))
			assertEquals(false, real);
	}

	@Test
	void polarityNeedsBothSidesInTheMiddle() {
		// The printed rule looks at 48 x 48 x 2 about the ROI's middle.
		final MemoryVolume raw = MemoryVolume.of(400, 128, 4, 1, PixelType.UINT8, 8)
			.fill(0, (x, y, z) -> {
				final boolean first = x >= 59 && x < 69 && y >= 62 && y < 68;
				final boolean second = x >= 259 && x < 269 && y >= 62 && y < 67;
				return first || second ? 0 : 255;
			});
		final List<RoiRegion> rois = List.of(new RoiRegion(1, new Box(59, 60, 1, 69,
			68, 3)), new RoiRegion(2, new Box(259, 60, 1, 269, 68, 3)));
		// 120 and 100 voxels: the rule wants more than 100.
		assertArrayEquals(new boolean[] { true, false }, new RoiDecision(
			new FakeNetwork(3, 0), RoiRule.polarity(), 1).decide(raw, raw, rois,
				Progress.NONE));
	}
}
