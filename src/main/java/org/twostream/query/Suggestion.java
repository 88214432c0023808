
package org.twostream.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * A batch of queries.
 *
 * @param strategy its name
 * @param queries in the order of showing: mask cluster, image cluster, cluster,
 *          distance to the centre, row; so that ROIs alike stand together
 * @param places one per ROI, in the order of the table
 * @param notes what the user should know, one sentence each; mostly empty
 * @param audited rows of those queries that were drawn uniformly from all ROIs
 *          that could be asked, whatever the strategy, so that their answers
 *          judge decisions without bias
 */
public record Suggestion(String strategy, List<Query> queries,
		List<Place> places, List<String> notes, Set<Integer> audited) {

	public Suggestion {
		audited = Set.copyOf(audited);
		queries = List.copyOf(queries);
		places = List.copyOf(places);
		notes = List.copyOf(notes);
	}

	/** Without an audit sample. */
	public Suggestion(final String strategy, final List<Query> queries,
		final List<Place> places, final List<String> notes)
	{
		this(strategy, queries, places, notes, Set.of());
	}

	/**
	 * Sorts the chosen ROIs and says what is missing from the budget.
	 *
	 * @param said notes that come before that
	 */
	static Suggestion of(final String strategy, final QueryRequest request,
		final List<Integer> chosen, final List<Place> places,
		final List<String> said, final IntFunction<String> why)
	{
		final List<String> notes = new ArrayList<>(said);
		if (request.total() < request.budget().total()) notes.add(request
			.leftNote());
		return new Suggestion(strategy, sorted(chosen, places, why), places, notes);
	}

	/** In the order of showing. */
	static List<Query> sorted(final List<Integer> chosen,
		final List<Place> places, final IntFunction<String> why)
	{
		final List<Integer> sorted = new ArrayList<>(chosen);
		sorted.sort(Comparator.<Integer, Place> comparing(places::get, Comparator
			.comparingInt(Place::maskCluster).thenComparingInt(Place::imageCluster)
			.thenComparingInt(Place::cluster).thenComparingDouble(Place::distance))
			.thenComparing(roi -> roi));
		final List<Query> queries = new ArrayList<>();
		for (final int roi : sorted)
			queries.add(new Query(roi, queries.size() + 1, places.get(roi), why.apply(
				roi)));
		return queries;
	}
}
