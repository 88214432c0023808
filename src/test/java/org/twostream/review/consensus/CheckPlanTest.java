
package org.twostream.review.consensus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twostream.core.Answer;
import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.review.Purpose;
import org.twostream.review.ReviewItem;
import org.twostream.review.Samples;
import org.twostream.review.Verdict;

class CheckPlanTest {

	private static final KnownAnswers NOTHING = new KnownAnswers(Votes.of(
		new TreeMap<>()), Map.of());

	private static List<ReviewItem> queries(final int from, final int n) {
		return IntStream.range(0, n).mapToObj(i -> new ReviewItem(from + i,
			Purpose.QUERY, i + 1, "why " + (from + i))).toList();
	}

	private static CheckPlan plan(final double repeats, final double honeypots,
		final long seed)
	{
		return new CheckPlan("a", "007", repeats, honeypots, new Seed(seed));
	}

	/** Letters of annotators a, b, c, ... by row; of batch 001. */
	private static Votes votes(final Map<Integer, String> words) {
		final TreeMap<Integer, List<Verdict>> byRow = new TreeMap<>();
		words.forEach((row, word) -> byRow.put(row, AgreementTest.votes(row,
			word)));
		return Votes.of(byRow);
	}

	private static List<Integer> rows(final List<ReviewItem> items,
		final Purpose purpose)
	{
		return items.stream().filter(i -> i.purpose() == purpose).map(
			ReviewItem::row).toList();
	}

	@Test
	void withoutSharesTheQueriesStayAsTheyAre() {
		assertEquals(queries(0, 50), plan(0, 0, 1).mix(queries(0, 50), NOTHING));
		assertEquals(List.of(), plan(0.5, 0.5, 1).mix(List.of(), NOTHING));
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void repeatsStandWellBehindTheirOriginals(final long seed) {
		final List<ReviewItem> items = plan(0.25, 0, seed).mix(queries(0, 100),
			NOTHING);
		assertEquals(25, rows(items, Purpose.REPEAT).size());
		assertEquals(IntStream.range(0, 100).boxed().toList(), rows(items,
			Purpose.QUERY));
		for (int i = 0; i < items.size(); i++) {
			if (items.get(i).purpose() != Purpose.REPEAT) continue;
			final int row = items.get(i).row();
			final int first = IntStream.range(0, items.size()).filter(j -> items.get(
				j).row() == row).findFirst().orElseThrow();
			assertTrue(i - first >= CheckPlan.APART, first + " and " + i);
		}
	}

	@Test
	void inAShortBatchRepeatsStandAtItsEnd() {
		final List<ReviewItem> items = plan(0.5, 0, 1).mix(queries(0, 10), NOTHING);
		assertEquals(5, rows(items, Purpose.REPEAT).size());
		assertEquals(queries(0, 10), items.subList(0, 10));
	}

	@Test
	void repeatsAreTakenFromEarlierBatchesFirst() {
		final List<Integer> rows = rows(plan(0.5, 0, 1).mix(queries(0, 8),
			new KnownAnswers(votes(Map.of(50, "T", 51, "FT", 52, "-T")), Map.of())),
			Purpose.REPEAT);
		assertEquals(4, rows.size());
		assertTrue(rows.containsAll(List.of(50, 51)), rows.toString());
		assertTrue(!rows.contains(52), "that one Bob answered");
	}

	@Test
	void honeypotsAreKnownToOthersAndNewToTheAnnotator() {
		final Map<Integer, String> words = new HashMap<>();
		words.put(50, "-TT");
		words.put(51, "-FFF");
		words.put(52, "TTT"); // answered by the annotator
		words.put(53, "-TF"); // disputed
		words.put(54, "-T"); // by one only
		words.put(55, "-TTU"); // not by all
		words.put(3, "-TT"); // a query of this batch
		final KnownAnswers known = new KnownAnswers(votes(words), Map.of(60,
			Answer.FALSE));
		final List<ReviewItem> items = plan(0, 0.5, 1).mix(queries(0, 20), known);
		assertEquals(List.of(50, 51, 60), rows(items, Purpose.HONEYPOT).stream()
			.sorted().toList());
		assertEquals(Map.of(50, Answer.TRUE, 51, Answer.FALSE, 52, Answer.TRUE, 3,
			Answer.TRUE, 60, Answer.FALSE), known.all("a"));
	}

	@Test
	void whatSomebodyElseSettledIsKnown() {
		final Verdict settled = Samples.verdict(Samples.anchor(53), "b",
			Answer.FALSE);
		final Votes votes = new Votes(votes(Map.of(53, "-TF")).byRow(),
			new TreeMap<>(Map.of(53, settled)), new TreeMap<>(), new TreeMap<>());
		assertEquals(Map.of(53, Answer.FALSE), new KnownAnswers(votes, Map.of())
			.all("a"));
		assertEquals(Map.of(), new KnownAnswers(votes, Map.of()).all("b"));
	}

	@Test
	void nothingTellsAnItemFromAQuery() {
		final Map<Integer, String> words = new HashMap<>();
		for (int i = 200; i < 260; i++)
			words.put(i, i % 2 == 0 ? "-TT" : "F");
		final List<ReviewItem> items = plan(0.2, 0.2, 4).mix(queries(0, 100),
			new KnownAnswers(votes(words), Map.of()));
		assertEquals(140, items.size());
		assertEquals(IntStream.rangeClosed(1, 140).boxed().toList(), items.stream()
			.map(ReviewItem::order).toList());
		assertTrue(items.stream().allMatch(i -> i.why().startsWith("why ")));
		// Anywhere: in each quarter there are some.
		for (int q = 0; q < 4; q++)
			assertTrue(items.subList(35 * q, 35 * q + 35).stream().anyMatch(i -> i
				.purpose().isCheck()), "quarter " + q);
	}

	/** Going on after a stop shows what was shown. */
	@Test
	void whatWasAnsweredMeanwhileChangesNothing() {
		final Map<Integer, String> words = new HashMap<>();
		for (int i = 200; i < 260; i++)
			words.put(i, i % 2 == 0 ? "-TT" : "F");
		final KnownAnswers before = new KnownAnswers(votes(words), Map.of());
		final List<ReviewItem> items = plan(0.2, 0.1, 4).mix(queries(0, 100),
			before);
		final TreeMap<Integer, List<Verdict>> byRow = new TreeMap<>(before.votes()
			.byRow());
		final TreeMap<Integer, List<Verdict>> repeats = new TreeMap<>();
		final TreeMap<Integer, List<Verdict>> honeypots = new TreeMap<>();
		for (final ReviewItem item : items.subList(0, 70)) {
			final List<Verdict> given = new ArrayList<>(List.of(inBatch(item.row())));
			(item.purpose() == Purpose.REPEAT ? repeats : item
				.purpose() == Purpose.HONEYPOT ? honeypots : byRow).put(item.row(),
					given);
		}
		// Others went on as well: more is known now.
		for (int i = 300; i < 320; i++)
			byRow.put(i, AgreementTest.votes(i, "-FF"));
		final List<ReviewItem> after = plan(0.2, 0.1, 4).mix(queries(0, 100),
			new KnownAnswers(new Votes(byRow, new TreeMap<>(), repeats, honeypots),
				Map.of()));
		assertEquals(rows(items, Purpose.REPEAT), rows(after, Purpose.REPEAT));
		assertTrue(rows(after, Purpose.HONEYPOT).containsAll(honeypots.keySet()));
		assertEquals(rows(items, Purpose.HONEYPOT).size(), rows(after,
			Purpose.HONEYPOT).size());
	}

	private static Verdict inBatch(final int row) {
		final Verdict v = Samples.verdict(Samples.anchor(row), "a", Answer.TRUE);
		return new Verdict(v.uuid(), v.anchor(), v.answer(), "", "a", v.time(),
			"007", "", -1, "", v.purpose(), "", v.find());
	}

	@Test
	void seedBatchAndAnnotatorDecide() {
		final List<ReviewItem> items = plan(0.2, 0, 1).mix(queries(0, 60), NOTHING);
		assertEquals(items, plan(0.2, 0, 1).mix(queries(0, 60), NOTHING));
		assertNotEquals(items, plan(0.2, 0, 2).mix(queries(0, 60), NOTHING));
		assertNotEquals(items, new CheckPlan("b", "007", 0.2, 0, new Seed(1)).mix(
			queries(0, 60), NOTHING));
	}

	@Test
	void refusesSharesOutsideTheRange() {
		for (final double share : new double[] { -0.1, 0.51, Double.NaN })
			assertTrue(assertThrows(UserError.class, () -> plan(share, 0, 1))
				.getMessage().contains("repeats="));
	}
}
