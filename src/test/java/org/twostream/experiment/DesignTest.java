
package org.twostream.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.twostream.query.Budget;

class DesignTest {

	private static Map<String, Design> byName() {
		return Design.table2().stream().collect(Collectors.toMap(Design::name,
			d -> d));
	}

	@Test
	void onThePapersPoolTheNumbersAreThePapers() {
		final Map<String, Design> designs = byName();
		assertEquals(new Budget(1280, 64, 4, 5), designs.get("hierarchical 64 x 4")
			.budget(28_700));
		assertEquals(new Budget(1280, 128, 2, 5), designs.get(
			"hierarchical 128 x 2").budget(28_700));
		assertEquals(new Budget(640, 64, 2, 5), designs.get("hierarchical 64 x 2")
			.budget(28_700));
		assertEquals(new Budget(1280, 32, 8, 5), designs.get("hierarchical 32 x 8")
			.budget(28_700));
		assertEquals(new Budget(640, 128, 1, 5), designs.get("mask-only 128")
			.budget(28_700));
		assertEquals(256, designs.get("late fusion 256").budget(28_700).clusters());
	}

	@Test
	void thePrintedStartFollowsFromThePrintedRandomRows() {
		for (final Design d : Design.table2())
			if (d.strategy().equals("random")) assertEquals(d.printed().getAsDouble(),
				Design.PAPER_START * (1 - d.share()) + d.share(), 1e-3);
	}

	@Test
	void everyPoolIsAskedThePapersShare() {
		for (final int rois : new int[] { 300, 1200, 5000, 28_700 })
			for (final Design d : Design.table2()) {
				final Budget b = d.budget(rois);
				assertEquals(d.share(), (double) b.total() / rois, 0.5 / rois + 1e-9);
				assertTrue(b.clusters() * b.perCluster() <= b.total());
			}
	}

	@Test
	void theBestIsTheHighestPrinted() {
		assertEquals(Design.table2().stream().mapToDouble(d -> d.printed()
			.getAsDouble()).max().getAsDouble(), Design.best().printed()
				.getAsDouble());
	}
}
