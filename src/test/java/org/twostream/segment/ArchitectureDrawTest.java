
package org.twostream.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.net.Architecture;
import org.twostream.segment.ArchitectureDraw.Candidate;
import org.twostream.segment.ArchitectureDraw.Limits;

class ArchitectureDrawTest {

	private static final WindowSize WINDOW = new WindowSize(64, 64, 8);

	private static List<Candidate> draw(final Limits limits, final long seed,
		final int n)
	{
		return new ArchitectureDraw(limits, WINDOW, 1, new Seed(seed)).candidates(
			n);
	}

	@Test
	void allKeepTheLimitsAndDiffer() {
		final Limits limits = new Limits(200, 5);
		final List<Candidate> all = draw(limits, 1, 60);
		final HashSet<String> texts = new HashSet<>();
		final HashSet<Integer> resolutions = new HashSet<>();
		for (final Candidate c : all) {
			assertTrue(limits.allow(c.cost()), c.text());
			assertTrue(c.learningRate() >= 3e-4 && c.learningRate() <= 3.17e-3, c
				.text());
			assertEquals(c.architecture(), Architecture.named(c.text(), 1));
			texts.add(c.text());
			resolutions.add(c.architecture().filters().size());
		}
		assertEquals(60, texts.size());
		assertEquals(new HashSet<>(List.of(2, 3, 4, 5)), resolutions);
	}

	@Test
	void theFirstOnesDoNotDependOnHowManyAreAskedFor() {
		final Limits limits = new Limits(500, 10);
		assertEquals(draw(limits, 4, 3), draw(limits, 4, 9).subList(0, 3));
		assertNotEquals(draw(limits, 4, 3), draw(limits, 5, 3));
	}

	@Test
	void aWindowThatIsHalvedOnceGivesTwoResolutions() {
		for (final Candidate c : new ArchitectureDraw(new Limits(500, 10),
			new WindowSize(62, 66, 8), 3, new Seed(1)).candidates(5))
			assertEquals(2, c.architecture().filters().size());
		final UserError e = assertThrows(UserError.class,
			() -> new ArchitectureDraw(new Limits(500, 10), new WindowSize(63, 64, 8),
				1, new Seed(1)).candidates(1));
		assertTrue(e.getMessage().contains("63,64,8"), e.getMessage());
	}

	@Test
	void limitsThatNothingKeepsAreRefused() {
		final UserError e = assertThrows(UserError.class, () -> draw(new Limits(
			0.001, 10), 1, 1));
		assertTrue(e.getMessage().contains("max_memory"), e.getMessage());
		assertThrows(UserError.class, () -> new Limits(0, 1));
		assertThrows(UserError.class, () -> new Limits(1, Double.NaN));
	}
}
