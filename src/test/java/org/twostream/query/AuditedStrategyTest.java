
package org.twostream.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.query.cluster.Blobs;

class AuditedStrategyTest {

	private static final Embeddings EMBEDDINGS = new Embeddings(Blobs.of(300, 4,
		9, 10, 1), Blobs.of(300, 8, 20, 30, 2));

	private static QueryRequest request(final Set<Integer> asked,
		final Set<Integer> spared, final int budget, final long seed)
	{
		return new QueryRequest(EMBEDDINGS, asked, spared, new BudgetKeys(budget, 0,
			0, 0).both(), new Seed(seed), 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "hierarchical", "mask-only", "core-set", "random",
		"auto" })
	void asksTheBudgetWithTheAuditInIt(final String name) {
		for (final int budget : new int[] { 1, 2, 7, 100, 300 }) {
			final Suggestion s = new AuditedStrategy(Strategies.named(name), 0.1)
				.suggest(request(Set.of(), Set.of(), budget, 1), Progress.NONE);
			final Set<Integer> rows = s.queries().stream().map(Query::roi).collect(
				Collectors.toSet());
			assertEquals(budget, rows.size());
			assertEquals(budget == 1 ? 0 : (int) Math.ceil(budget / 10.0), s.audited()
				.size());
			assertTrue(rows.containsAll(s.audited()));
			for (final Query q : s.queries()) {
				assertEquals(q.roi(), s.places().get(q.roi()).representative());
				assertEquals(s.audited().contains(q.roi()), q.why().startsWith(
					"Drawn at random, whatever"));
			}
			assertEquals(List.of(), s.notes());
		}
	}

	@Test
	void everyRoiThatMayBeAskedIsAsLikely() {
		final Set<Integer> asked = IntStream.range(0, 50).boxed().collect(Collectors
			.toSet());
		final Set<Integer> spared = IntStream.range(50, 100).boxed().collect(
			Collectors.toSet());
		final int[] drawn = new int[300];
		for (int seed = 0; seed < 3000; seed++)
			for (final int roi : new AuditedStrategy(Strategies.named("random"), 0.5)
				.suggest(request(asked, spared, 40, seed), Progress.NONE).audited())
				drawn[roi]++;
		for (int i = 0; i < 300; i++)
			if (i < 100) assertEquals(0, drawn[i]);
			else assertEquals(300, drawn[i], 5 * Math.sqrt(270)); // 20 of 200 each
	}

	@Test
	void saysWhatIsLeftOfTheWholeBatch() {
		final Set<Integer> asked = IntStream.range(0, 250).boxed().collect(
			Collectors.toSet());
		assertEquals(List.of(
			"Only 50 ROIs are left to ask, fewer than budget=80; all of them are asked."),
			new AuditedStrategy(Strategies.named("hierarchical"), 0.2).suggest(
				request(asked, Set.of(), 80, 1), Progress.NONE).notes());
	}

	@Test
	void aBudgetGivesUpQueriesPerClusterFirst() {
		assertEquals(new Budget(1152, 64, 4, 4), new Budget(1280, 64, 4, 5).without(
			128));
		assertEquals(new Budget(20, 5, 4, 1), new Budget(256, 64, 4, 1).without(
			236));
		assertEquals(new Budget(3, 1, 3, 1), new Budget(8, 2, 4, 1).without(5));
	}

	@Test
	void refusesAShareThatIsNone() {
		for (final double share : new double[] { -0.1, 0.95, Double.NaN })
			assertTrue(assertThrows(UserError.class, () -> new AuditedStrategy(
				Strategies.named("random"), share)).getMessage().startsWith("audit="));
	}
}
