
package org.twostream.review.spread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twostream.core.Answer;
import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.net.Matrix;
import org.twostream.query.Embeddings;
import org.twostream.query.Place;
import org.twostream.query.cluster.Blobs;
import org.twostream.query.cluster.KMeans;
import org.twostream.query.cluster.Workers;
import org.twostream.query.head.Features;
import org.twostream.review.AnswerSpreading;
import org.twostream.review.Decision;

class SpreadRuleTest {

	private static final int N = 600;
	private static final Embeddings BOTH = new Embeddings(Blobs.of(N, 4, 8, 5, 1),
		Blobs.of(N, 9, 8, 5, 2));

	/** ROIs of the first three of eight blobs are not real. */
	private static boolean real(final int roi) {
		return roi % 8 >= 3;
	}

	private static Spreading spreading(final Map<Integer, Answer> answers,
		final int threads)
	{
		return new Spreading(Collections.nCopies(N, new Place(-1, -1, -1, -1,
			Double.NaN)), answers, Map.of(), () -> BOTH, new Seed(1), threads);
	}

	private static Map<Integer, Answer> first(final int count) {
		final Map<Integer, Answer> answers = new HashMap<>();
		for (int i = 0; i < count; i++)
			answers.put(i, real(i) ? Answer.TRUE : Answer.FALSE);
		return answers;
	}

	@ParameterizedTest
	@EnumSource(names = { "WEIGHTED", "CLASSIFIER" })
	void answersReachTheirLikeWithoutClusters(final SpreadRule rule) {
		final Spread s = rule.spread(spreading(first(80), 2));
		assertTrue(s.notes().isEmpty());
		for (final Decision d : s.decisions()) {
			assertEquals(real(d.row()), d.keeps());
			assertEquals(real(d.row()), d.probability() > 0.5);
			if (d.row() < 80) assertEquals(Decision.Source.VERDICT, d.source());
			else assertTrue(d.probability() > 0 && d.probability() < 1);
		}
		assertEquals(s, rule.spread(spreading(first(80), 1)));
	}

	@ParameterizedTest
	@EnumSource
	void fewOneSidedOrNoAnswersGiveASensibleResult(final SpreadRule rule) {
		assertTrue(rule.spread(spreading(Map.of(), 1)).decisions().stream()
			.allMatch(d -> d.keeps() && d.probability() == 0.5));
		final Map<Integer, Answer> yes = new HashMap<>();
		for (int i = 0; i < 20; i++)
			yes.put(i, Answer.TRUE);
		assertTrue(rule.spread(spreading(yes, 1)).decisions().stream().allMatch(
			Decision::keeps));
		final Spread one = rule.spread(spreading(Map.of(5, Answer.UNSURE, 6,
			Answer.FALSE), 1));
		assertEquals(Answer.UNSURE, one.decisions().get(5).answer());
		assertEquals(Answer.FALSE, one.decisions().get(6).answer());
		assertEquals(N, one.decisions().size());
	}

	@ParameterizedTest
	@EnumSource
	void equalEmbeddingsTakeTheShareOfTheAnswers(final SpreadRule rule) {
		final Spreading s = new Spreading(Collections.nCopies(N, new Place(0, 0, 0,
			-1, 0)), first(80), Map.of(), () -> new Embeddings(new Matrix(
				new float[N][3], 3), new Matrix(new float[N][4], 4)), new Seed(1), 1);
		final List<Decision> d = rule.spread(s).decisions();
		// 50 of 80 answers are True, 5 of the first 10 voters
		assertEquals(rule == SpreadRule.WEIGHTED ? 6 / 12.0 : 51 / 82.0, d.get(100)
			.probability(), 0.01);
	}

	@Test
	void theMajorityIsAnswerSpreading() {
		assertEquals(AnswerSpreading.spread(Collections.nCopies(N, new Place(0, 0,
			0, -1, 0)), first(7)), SpreadRule.MAJORITY.spread(new Spreading(
				Collections.nCopies(N, new Place(0, 0, 0, -1, 0)), first(7), Map.of(),
				() -> {
					throw new AssertionError("the majority needs no embedding");
				}, new Seed(1), 1)).decisions());
	}

	@Test
	void theVoteIsThatOfTheLiteralVersion() {
		final Map<Integer, Answer> answers = first(35);
		answers.put(3, Answer.UNSURE);
		final Spread s = SpreadRule.WEIGHTED.spread(spreading(answers, 2));
		final Matrix z;
		try (Workers workers = new Workers(1)) {
			z = Features.of(List.of(BOTH.mask(), BOTH.image()), new Seed(1).of(
				"features"), workers);
		}
		for (int roi = 35; roi < N; roi += 7) {
			final int at = roi;
			final Integer[] voters = answers.keySet().stream().filter(a -> a != 3)
				.toArray(Integer[]::new);
			Arrays.sort(voters, (a, b) -> Double.compare(KMeans.squaredDistance(z.row(
				at), z.row(a)), KMeans.squaredDistance(z.row(at), z.row(b))));
			double mean = 0, yes = 1, all = 2;
			for (int v = 0; v < 10; v++)
				mean += KMeans.squaredDistance(z.row(at), z.row(voters[v])) / 10;
			for (int v = 0; v < 10; v++) {
				final double w = Math.exp(-KMeans.squaredDistance(z.row(at), z.row(
					voters[v])) / mean);
				all += w;
				if (answers.get(voters[v]) == Answer.TRUE) yes += w;
			}
			assertEquals(yes / all, s.decisions().get(roi).probability(), 1e-3);
		}
	}

	@Test
	void namesAreReadBack() {
		for (final SpreadRule rule : SpreadRule.values())
			assertEquals(rule, SpreadRule.named(" " + rule.text().toUpperCase(),
				"auto"));
		assertEquals(SpreadRule.CLASSIFIER, SpreadRule.named("auto", "auto"));
		assertEquals(SpreadRule.MAJORITY, SpreadRule.named("auto", "random"));
		assertTrue(assertThrows(UserError.class, () -> SpreadRule.named("wieghted",
			"hierarchical")).getMessage().contains("did you mean weighted?"));
	}
}
