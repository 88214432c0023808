
package org.twostream.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.measure.LabelAccuracy;

class DesignTableTest {

	private static final List<Seed> SEEDS = List.of(new Seed(1), new Seed(2),
		new Seed(3));
	private static final Pool POOL = KnownPool.of(1800, 1);

	private static ExperimentResult run(final int threads) {
		return new DesignTable(POOL, SEEDS, threads).run(Progress.NONE);
	}

	@Test
	void clustersThatFollowTheTruthBeatChance() {
		final Map<String, Measured> rows = run(2).rows().stream().collect(Collectors
			.toMap(Measured::name, Function.identity()));
		final double best = rows.get("hierarchical 64 x 4").interval().mean();
		assertTrue(best > rows.get("random, 1280").interval().low() + 0.1, "" +
			rows);
		// masks alone cannot tell the two halves of kinds 0 and 3 apart
		assertTrue(best > rows.get("mask-only 256").interval().mean() + 0.05);
	}

	@Test
	void randomQueriesGiveWhatTheFormulaExpects() {
		final List<Measured> random = run(1).rows().stream().filter(r -> r.name()
			.startsWith("random")).toList();
		assertEquals(2, random.size());
		for (final Measured m : random)
			assertEquals(LabelAccuracy.randomBaseline(POOL.start().value(), (double) m
				.asked() / m.of()), m.interval().mean(), 0.01);
	}

	@Test
	void threadsDoNotChangeTheOutcome() {
		final ExperimentResult one = run(1);
		final ExperimentResult three = run(3);
		for (int i = 0; i < one.rows().size(); i++)
			assertArrayEquals(one.rows().get(i).values(), three.rows().get(i)
				.values());
	}

	@Test
	void everyRowHasSeedsAPrintedValueAndItsShare() {
		final ExperimentResult result = run(1);
		assertEquals(Design.table2().size(), result.rows().size());
		for (final Measured m : result.rows()) {
			assertEquals(SEEDS.size(), m.interval().n());
			assertTrue(m.printed().isPresent());
			assertEquals(1800, m.of());
		}
		assertTrue(result.curves().stream().anyMatch(c -> c.name().startsWith(
			"paper: hierarchical")));
	}

	@Test
	void aPoolOfOneKindIsRefused() {
		final boolean[] all = new boolean[POOL.size()];
		assertTrue(assertThrows(UserError.class, () -> new Pool(POOL.embeddings(),
			all)).getMessage().contains("0 are real"));
	}
}
