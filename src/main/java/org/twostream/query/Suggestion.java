
package org.twostream.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A batch of queries.
 *
 * @param strategy its name
 * @param queries in the order of showing: mask cluster, image cluster, cluster,
 *          distance to the centre, row; so that ROIs alike stand together
 * @param places one per ROI, in the order of the table
 * @param notes what the user should know, one sentence each; mostly empty
 */
public record Suggestion(String strategy, List<Query> queries,
		List<Place> places, List<String> notes) {

	public Suggestion {
		queries = List.copyOf(queries);
		places = List.copyOf(places);
		notes = List.copyOf(notes);
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
		final List<Integer> sorted = new ArrayList<>(chosen);
		sorted.sort(Comparator.<Integer, Place> comparing(places::get, Comparator
			.comparingInt(Place::maskCluster).thenComparingInt(Place::imageCluster)
			.thenComparingInt(Place::cluster).thenComparingDouble(Place::distance))
			.thenComparing(roi -> roi));
		final List<Query> queries = new ArrayList<>();
		for (final int roi : sorted)
			queries.add(new Query(roi, queries.size() + 1, places.get(roi), why.apply(
				roi)));
		final List<String> notes = new ArrayList<>(said);
		if (request.total() < request.budget().total()) notes.add("Only " + request
			.remaining() + " ROIs are left to ask, fewer than budget=" + request
				.budget().total() + "; all of them are asked.");
		return new Suggestion(strategy, queries, places, notes);
	}
}
