
package org.twostream.review.consensus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.review.Purpose;
import org.twostream.review.ReviewItem;
import org.twostream.review.Verdict;

/**
 * Hides checks of an annotator among queries: ROIs that the annotator has
 * answered before, to see how sure the answers are, and ROIs whose answer is
 * known, to see how good they are. The choice depends on the seed, the batch
 * and the ROI alone, and what was answered already stays, so that a review that
 * goes on after a stop shows the same.
 *
 * @param annotator who is asked
 * @param batch number of the queries
 * @param repeats number of ROIs asked again, as a share of the queries, 0..0.5
 * @param honeypots number of ROIs of known answer, as a share of the queries,
 *          0..0.5
 * @param seed of the choice
 */
public record CheckPlan(String annotator, String batch, double repeats,
		double honeypots, Seed seed) {

	/** Items between an ROI and its repeat, where there are so many. */
	static final int APART = 20;
	private static final double MOST = 0.5;

	/**
	 * @throws UserError if a share is outside 0..0.5
	 */
	public CheckPlan {
		share("repeats", repeats);
		share("honeypots", honeypots);
		annotator = annotator.trim();
		seed = seed.of("checks " + annotator + " " + batch);
	}

	private static void share(final String key, final double value) {
		if (!(value >= 0 && value <= MOST)) throw new UserError(key + "=" + value +
			" is outside 0..0.5; give a share of the queries such as 0.05.");
	}

	private record Check(int row, Purpose purpose) {
	}

	/**
	 * Queries and checks in the order of showing, numbered anew. Repeats are
	 * taken from earlier batches as far as these go, else from the queries
	 * themselves, and then stand {@value #APART} items or more behind them where
	 * the batch is long enough. There are fewer checks where nothing is left to
	 * ask.
	 *
	 * @param queries in the order of showing
	 */
	public List<ReviewItem> mix(final List<ReviewItem> queries,
		final KnownAnswers known)
	{
		final Map<Integer, Integer> places = new HashMap<>();
		for (int i = 0; i < queries.size(); i++)
			places.put(queries.get(i).row(), i);
		final List<Check> checks = new ArrayList<>();
		repeatRows(places, known.votes(), queries.size()).forEach(row -> checks.add(
			new Check(row, Purpose.REPEAT)));
		honeypotRows(places, known, queries.size()).forEach(row -> checks.add(
			new Check(row, Purpose.HONEYPOT)));
		final SortedMap<Integer, List<Check>> before = new TreeMap<>();
		for (final Check c : checks)
			before.computeIfAbsent(gap(c, places, queries.size()),
				g -> new ArrayList<>()).add(c);
		return merge(queries, before);
	}

	private Set<Integer> repeatRows(final Map<Integer, Integer> places,
		final Votes votes, final int queries)
	{
		final List<Integer> earlier = new ArrayList<>();
		votes.byRow().forEach((row, list) -> {
			if (!places.containsKey(row) && list.stream().anyMatch(v -> v.annotator()
				.equals(annotator) && !v.batch().equals(batch))) earlier.add(row);
		});
		final List<Integer> here = places.entrySet().stream().filter(e -> e
			.getValue() + APART <= queries).map(Map.Entry::getKey).toList();
		final List<Integer> late = places.keySet().stream().filter(row -> !here
			.contains(row)).toList();
		return first((int) Math.round(repeats * queries), answered(votes.repeats()),
			drawn(earlier, "repeat"), drawn(here, "repeat"), drawn(late, "repeat"));
	}

	private Set<Integer> honeypotRows(final Map<Integer, Integer> places,
		final KnownAnswers known, final int queries)
	{
		final Set<Integer> own = new HashSet<>();
		known.votes().byRow().forEach((row, list) -> {
			if (list.stream().anyMatch(v -> v.annotator().equals(annotator))) own.add(
				row);
		});
		final List<Integer> rows = known.all(annotator).keySet().stream().filter(
			row -> !places.containsKey(row) && !own.contains(row)).toList();
		return first((int) Math.round(honeypots * queries), answered(known.votes()
			.honeypots()), drawn(rows, "honeypot"));
	}

	/** Rows of the checks that were answered in this batch already. */
	private List<Integer> answered(
		final SortedMap<Integer, List<Verdict>> checks)
	{
		return checks.entrySet().stream().filter(e -> e.getValue().stream()
			.anyMatch(v -> v.annotator().equals(annotator) && v.batch().equals(
				batch))).map(Map.Entry::getKey).toList();
	}

	/** In the order of their lots. */
	private List<Integer> drawn(final Collection<Integer> rows,
		final String what)
	{
		return rows.stream().sorted(Comparator.<Integer> comparingLong(row -> seed
			.of(what).of(row).random().nextLong()).thenComparing(row -> row))
			.toList();
	}

	@SafeVarargs
	private static Set<Integer> first(final int n,
		final List<Integer>... choices)
	{
		final Set<Integer> chosen = new LinkedHashSet<>();
		for (final List<Integer> rows : choices)
			for (final int row : rows)
				if (chosen.size() < n) chosen.add(row);
		return chosen;
	}

	/** How many queries stand before a check. */
	private int gap(final Check c, final Map<Integer, Integer> places,
		final int queries)
	{
		final int least = c.purpose() == Purpose.REPEAT && places.containsKey(c
			.row()) ? Math.min(queries, places.get(c.row()) + APART) : 0;
		return least + seed.of("place " + c.purpose()).of(c.row()).random().nextInt(
			queries + 1 - least);
	}

	// Nothing may tell a check: it has the next number and its neighbour's
	// reason.
	private static List<ReviewItem> merge(final List<ReviewItem> queries,
		final SortedMap<Integer, List<Check>> before)
	{
		final Map<Integer, String> reasons = new HashMap<>();
		queries.forEach(q -> reasons.put(q.row(), q.why()));
		final List<ReviewItem> items = new ArrayList<>();
		for (int i = 0; i <= queries.size(); i++) {
			final String why = queries.isEmpty() ? "" : queries.get(Math.min(i,
				queries.size() - 1)).why();
			for (final Check c : before.getOrDefault(i, List.of()))
				items.add(new ReviewItem(c.row(), c.purpose(), items.size() + 1, reasons
					.getOrDefault(c.row(), why)));
			if (i < queries.size()) items.add(new ReviewItem(queries.get(i).row(),
				queries.get(i).purpose(), items.size() + 1, queries.get(i).why()));
		}
		return items;
	}
}
