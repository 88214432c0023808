
package org.twostream.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twostream.core.Answer;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.net.Matrix;
import org.twostream.query.cluster.Blobs;

/** What every strategy promises. */
class QueryStrategyContractTest {

	private static final Embeddings EMBEDDINGS = new Embeddings(Blobs.of(500, 5,
		9, 10, 1), Blobs.of(500, 30, 20, 30, 2));

	static List<QueryStrategy> strategies() {
		return Strategies.all();
	}

	private static QueryRequest request(final QueryStrategy strategy,
		final Set<Integer> asked, final int budget)
	{
		return new QueryRequest(EMBEDDINGS, asked, Set.of(), known(asked), strategy
			.budget(new BudgetKeys(budget, 0, 0, 0)), new Seed(1), 2);
	}

	/** Every third ROI is not real; all that were asked are answered. */
	private static Evidence known(final Set<Integer> asked) {
		return Evidence.of(asked.stream().collect(Collectors.toMap(roi -> roi,
			roi -> real(roi) ? Answer.TRUE : Answer.FALSE))).withTruth(truth(500));
	}

	private static boolean real(final int roi) {
		return roi % 9 % 3 > 0;
	}

	private static boolean[] truth(final int rois) {
		final boolean[] truth = new boolean[rois];
		for (int i = 0; i < rois; i++)
			truth[i] = real(i);
		return truth;
	}

	private static Set<Integer> rows(final Suggestion suggestion) {
		return suggestion.queries().stream().map(Query::roi).collect(Collectors
			.toSet());
	}

	@ParameterizedTest
	@MethodSource("strategies")
	void asksAsManyAsTheBudgetAndNoneTwice(final QueryStrategy strategy) {
		for (final int budget : new int[] { 1, 2, 7, 60, 107, 333, 500 }) {
			final Suggestion s = strategy.suggest(request(strategy, Set.of(), budget),
				Progress.NONE);
			assertEquals(budget, s.queries().size());
			assertEquals(budget, rows(s).size());
			assertEquals(IntStream.rangeClosed(1, budget).boxed().toList(), s
				.queries().stream().map(Query::order).toList());
			assertTrue(s.notes().stream().allMatch(n -> n.endsWith(
				"this batch was drawn at random.")), s.notes()::toString);
			assertEquals(strategy.name(), s.strategy());
		}
	}

	@ParameterizedTest
	@MethodSource("strategies")
	void roundAfterRoundAsksEveryRoiOnce(final QueryStrategy strategy) {
		final Set<Integer> asked = new HashSet<>();
		while (asked.size() < 500) {
			final Suggestion s = strategy.suggest(request(strategy, asked, 120),
				Progress.NONE);
			assertEquals(Math.min(120, 500 - asked.size()), s.queries().size());
			for (final int roi : rows(s))
				assertTrue(asked.add(roi), "asked again: " + roi);
		}
		assertTrue(strategy.suggest(request(strategy, asked, 120), Progress.NONE)
			.queries().isEmpty());
	}

	@ParameterizedTest
	@MethodSource("strategies")
	void respectsAnOddSetOfAskedOnes(final QueryStrategy strategy) {
		// All of some blobs and none of others: the far rule and shortfalls work.
		final Set<Integer> asked = IntStream.range(0, 500).filter(i -> i % 9 < 4)
			.boxed().collect(Collectors.toSet());
		final Suggestion s = strategy.suggest(request(strategy, asked, 100),
			Progress.NONE);
		assertEquals(100, rows(s).size());
		assertTrue(rows(s).stream().noneMatch(asked::contains));
	}

	@ParameterizedTest
	@MethodSource("strategies")
	void neverAsksASparedOneAndStillPlacesIt(final QueryStrategy strategy) {
		final Set<Integer> spared = IntStream.range(0, 500).filter(i -> i % 5 == 2)
			.boxed().collect(Collectors.toSet());
		final Set<Integer> asked = new HashSet<>();
		while (asked.size() < 400) {
			final Suggestion s = strategy.suggest(new QueryRequest(EMBEDDINGS, asked,
				spared, known(asked), strategy.budget(new BudgetKeys(130, 0, 0, 0)),
				new Seed(1), 2), Progress.NONE);
			assertTrue(asked.addAll(rows(s)));
			assertTrue(rows(s).stream().noneMatch(spared::contains));
			assertEquals(500, s.places().size());
		}
	}

	@ParameterizedTest
	@MethodSource("strategies")
	void clipsABudgetLargerThanWhatIsLeftAndSaysSo(final QueryStrategy strategy) {
		final Set<Integer> asked = IntStream.range(0, 450).boxed().collect(
			Collectors.toSet());
		final Suggestion s = strategy.suggest(request(strategy, asked, 80),
			Progress.NONE);
		assertEquals(50, rows(s).size());
		assertEquals(List.of(
			"Only 50 ROIs are left to ask, fewer than budget=80; all of them are asked."),
			s.notes());
	}

	@ParameterizedTest
	@MethodSource("strategies")
	void sameSeedSameAnswerOnAnyNumberOfThreads(final QueryStrategy strategy) {
		final QueryRequest r = request(strategy, IntStream.range(0, 30).boxed()
			.collect(Collectors.toSet()), 60);
		final Suggestion one = strategy.suggest(r, Progress.NONE);
		for (final int threads : new int[] { 1, 5 })
			assertEquals(one, strategy.suggest(new QueryRequest(EMBEDDINGS, r.asked(),
				Set.of(), r.evidence(), r.budget(), new Seed(1), threads),
				Progress.NONE));
	}

	@ParameterizedTest
	@MethodSource("strategies")
	void everyRoiHasAPlaceThatFitsItsRepresentative(
		final QueryStrategy strategy)
	{
		final Suggestion s = strategy.suggest(request(strategy, Set.of(), 100),
			Progress.NONE);
		final Set<Integer> asked = rows(s);
		assertEquals(500, s.places().size());
		for (int roi = 0; roi < 500; roi++) {
			final Place p = s.places().get(roi);
			if (asked.contains(roi)) assertEquals(roi, p.representative());
			if (p.cluster() < 0) {
				assertTrue(Double.isNaN(p.distance()));
				assertEquals(asked.contains(roi) ? roi : -1, p.representative());
				continue;
			}
			assertTrue(p.distance() >= 0);
			assertTrue(asked.contains(p.representative()));
			assertEquals(p.cluster(), s.places().get(p.representative()).cluster());
		}
		for (final Query q : s.queries()) {
			assertEquals(s.places().get(q.roi()), q.place());
			assertFalse(q.why().isBlank());
		}
	}

	@ParameterizedTest
	@MethodSource("strategies")
	void showsLikeBesideLike(final QueryStrategy strategy) {
		final List<Query> queries = strategy.suggest(request(strategy, Set.of(),
			100), Progress.NONE).queries();
		final Comparator<Query> order = Comparator.comparing(Query::place,
			Comparator.comparingInt(Place::maskCluster).thenComparingInt(
				Place::imageCluster).thenComparingInt(Place::cluster)
				.thenComparingDouble(Place::distance)).thenComparingInt(Query::roi);
		assertEquals(queries.stream().sorted(order).toList(), queries);
	}

	@ParameterizedTest
	@MethodSource("strategies")
	void worksOnVeryFewRois(final QueryStrategy strategy) {
		for (int n = 1; n < 8; n++) {
			final Embeddings few = new Embeddings(Blobs.of(n, 5, 2, 0, 1), Blobs.of(n,
				6, 3, 1, 2));
			final QueryRequest r = new QueryRequest(few, Set.of(), strategy.budget(
				BudgetKeys.defaults()), new Seed(1), 2).with(Evidence.none().withTruth(
					truth(n)));
			assertEquals(n, rows(strategy.suggest(r, Progress.NONE)).size());
		}
	}

	@ParameterizedTest
	@MethodSource("strategies")
	void worksWhereAllEmbeddingsAreEqual(final QueryStrategy strategy) {
		final Embeddings equal = new Embeddings(new Matrix(new float[40][3], 3),
			new Matrix(new float[40][7], 7));
		final Set<Integer> asked = Set.of(0, 1, 2, 3, 4, 5);
		final QueryRequest r = new QueryRequest(equal, asked, strategy.budget(
			new BudgetKeys(20, 0, 0, 0)), new Seed(1), 2).with(known(asked).withTruth(
				truth(40)));
		assertEquals(20, rows(strategy.suggest(r, Progress.NONE)).size());
	}

	@ParameterizedTest
	@MethodSource("strategies")
	void worksWithAnyAnswers(final QueryStrategy strategy) {
		final Set<Integer> asked = IntStream.range(0, 40).boxed().collect(Collectors
			.toSet());
		for (final Evidence evidence : List.of(Evidence.none(), one(asked,
			Answer.TRUE), one(asked, Answer.FALSE), one(asked, Answer.UNSURE)))
		{
			final Suggestion s = strategy.suggest(request(strategy, asked, 100).with(
				evidence.withTruth(truth(500))), Progress.NONE);
			assertEquals(100, rows(s).size());
			assertTrue(rows(s).stream().noneMatch(asked::contains));
		}
	}

	private static Evidence one(final Set<Integer> asked, final Answer answer) {
		return Evidence.of(asked.stream().collect(Collectors.toMap(roi -> roi,
			roi -> answer)));
	}

	@ParameterizedTest
	@MethodSource("strategies")
	void refusesAnEmbeddingThatIsNoNumber(final QueryStrategy strategy) {
		for (final float odd : new float[] { Float.NaN, Float.POSITIVE_INFINITY }) {
			final float[][] image = new float[30][4];
			image[17][2] = odd;
			final QueryRequest r = new QueryRequest(new Embeddings(Blobs.of(30, 3, 2,
				1, 1), new Matrix(image, 4)), Set.of(), strategy.budget(new BudgetKeys(
					10, 0, 0, 0)), new Seed(1), 2).with(Evidence.none().withTruth(truth(
						30)));
			if (strategy.name().equals("mask-only")) assertEquals(10, rows(strategy
				.suggest(r, Progress.NONE)).size());
			else assertTrue(assertThrows(UserError.class, () -> strategy.suggest(r,
				Progress.NONE)).getMessage().contains("ROI row 17 holds " + odd));
		}
	}

	@Test
	void onlyAnExperimentCanBalanceByTheTruth() {
		final QueryStrategy strategy = Strategies.named("balanced-random");
		assertTrue(assertThrows(UserError.class, () -> strategy.suggest(request(
			strategy, Set.of(), 10).with(Evidence.none()), Progress.NONE))
			.getMessage().contains("choose strategy=random"));
	}

	@Test
	void thereIsNothingToAskAboutNothing() {
		final Embeddings none = new Embeddings(new Matrix(new float[0][], 3),
			new Matrix(new float[0][], 7));
		assertThrows(UserError.class, () -> new QueryRequest(none, Set.of(),
			BudgetKeys.defaults().both(), new Seed(1), 2));
	}

	@Test
	void anUnknownNameIsRefusedWithTheNearest() {
		assertTrue(assertThrows(UserError.class, () -> Strategies.named(
			"hirarchical")).getMessage().contains("did you mean hierarchical?"));
		assertTrue(assertThrows(UserError.class, () -> Strategies.named(
			"mask-olny")).getMessage().contains("did you mean mask-only?"));
		assertEquals("late-fusion", Strategies.named(" Late-Fusion ").name());
	}
}
