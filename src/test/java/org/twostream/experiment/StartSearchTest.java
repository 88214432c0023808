
package org.twostream.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.twostream.measure.Proportion;

class StartSearchTest {

	private static Proportion share(final double value) {
		return new Proportion(Math.round(10_000 * value), 10_000);
	}

	@Test
	void halvesToTheWantedShare() {
		final List<StartSearch.Trial> trials = new StartSearch(0.762, 0.005, 8).run(
			t -> share(t * t));
		assertEquals(0.762, trials.get(0).real().value(), 0.005);
		assertEquals(Math.sqrt(0.762), trials.get(0).threshold(), 0.005);
	}

	@Test
	void aShareThatFallsAgainIsFoundOnEitherSide() {
		// highest in the middle, so both ends lie below
		final StartSearch.Trial best = new StartSearch(0.6, 0.01, 8).run(t -> share(
			0.9 - 2 * Math.abs(t - 0.7))).get(0);
		assertEquals(0.6, best.real().value(), 0.01);
	}

	@Test
	void whatCannotBeReachedIsMissedByTheLeast() {
		final List<Double> asked = new ArrayList<>();
		final StartSearch.Trial best = new StartSearch(0.762, 0.01, 8).run(t -> {
			asked.add(t);
			return share(t / 2);
		}).get(0);
		assertEquals(0.49, best.real().value(), 0.01);
		assertEquals(4, asked.size(), "only the grid: nothing lies around it");
	}

	@Test
	void thresholdsAreStoredValues() {
		for (final StartSearch.Trial t : new StartSearch(0.3, 0.0001, 6).run(
			x -> share(x * x)))
			assertEquals(Math.rint(t.threshold() * 255), t.threshold() * 255, 1e-9);
	}

	@Test
	void nothingProposedCountsAsNothingReal() {
		assertTrue(new StartSearch(0.5, 0.01, 3).run(t -> t > 0.8 ? new Proportion(
			0, 0) : share(0.4)).get(0).real().n() > 0);
	}
}
