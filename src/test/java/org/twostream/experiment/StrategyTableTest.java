
package org.twostream.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.measure.LabelAccuracy;

class StrategyTableTest {

	private static final Pool POOL = KnownPool.of(480, 2);
	private static final ExperimentResult TABLE = run(2);

	private static ExperimentResult run(final int threads) {
		return new StrategyTable(POOL, List.of(new Seed(1), new Seed(2)), threads)
			.run(Progress.NONE);
	}

	/** The rows after as many batches as this share of the pool stands for. */
	private static Map<String, Measured> after(final int paper) {
		final long asked = Math.round((double) paper / Design.PAPER_POOL * POOL
			.size());
		return TABLE.rows().stream().filter(r -> r.asked() == asked).collect(
			Collectors.toMap(Measured::name, Function.identity()));
	}

	@Test
	void everyStrategyAsksTheSame() {
		assertEquals(7 * 3, after(1280).size());
		assertEquals(after(1280).keySet(), after(2560).keySet());
	}

	@Test
	void whatIsAskedAtRandomAndSpreadNowhereGivesWhatTheFormulaExpects() {
		final Measured random = after(2560).get("random, majority");
		assertEquals(LabelAccuracy.randomBaseline(POOL.start().value(),
			(double) random.asked() / random.of()), random.interval().mean(), 0.01);
	}

	@Test
	void aClassifierLearnsFromTheBatchesBefore() {
		// the kinds of this pool can be told apart by both embeddings
		final double early = after(1280).get("auto, classifier").interval().mean();
		final double late = after(2560).get("auto, classifier").interval().mean();
		assertTrue(late > POOL.start().value() + 0.03, early + " " + late);
		assertTrue(late > after(2560).get("random, majority").interval().mean());
	}

	@Test
	void threadsDoNotChangeTheOutcome() {
		final ExperimentResult one = run(1);
		for (int i = 0; i < one.rows().size(); i++)
			assertArrayEquals(one.rows().get(i).values(), TABLE.rows().get(i)
				.values());
	}
}
