
package org.twostream.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.twostream.core.Progress;
import org.twostream.core.Seed;

class DisplayOrderTest {

	@Test
	void countsChangesInsidePagesOnly() {
		final boolean[] order = { true, true, false, false, true, false };
		assertEquals(3 / 5.0, DisplayOrder.changes(order, 100));
		// pages of two: TT FF TF
		assertEquals(1 / 3.0, DisplayOrder.changes(order, 2));
		assertTrue(Double.isNaN(DisplayOrder.changes(order, 1)));
		assertEquals(0, DisplayOrder.changes(new boolean[5], 100));
	}

	@Test
	void aRandomOrderChangesAsOftenAsTheSharesSay() {
		final Pool pool = KnownPool.of(6000, 2);
		final ExperimentResult result = new DisplayOrder(pool, List.of(new Seed(1),
			new Seed(2), new Seed(3)), 1).run(Progress.NONE);
		final double p = pool.start().value();
		for (final Measured m : result.rows())
			if (m.name().endsWith("random order")) assertEquals(2 * p * (1 - p), m
				.interval().mean(), 0.08, m.name());
	}

	@Test
	void byClusterTheAnswerChangesLessOften() {
		final ExperimentResult result = new DisplayOrder(KnownPool.of(6000, 2), List
			.of(new Seed(1), new Seed(2), new Seed(3)), 1).run(Progress.NONE);
		assertEquals("yes", result.claims().get(0).verdict(), result.claims().get(0)
			.difference().text());
	}
}
