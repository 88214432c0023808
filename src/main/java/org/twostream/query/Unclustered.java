
package org.twostream.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;

/** Suggestions of strategies that make no clusters. */
final class Unclustered {

	private Unclustered() {}

	static Suggestion suggestion(final String strategy,
		final QueryRequest request, final List<Integer> chosen,
		final List<String> notes, final IntFunction<String> why)
	{
		final List<Place> places = new ArrayList<>(Collections.nCopies(request
			.embeddings().rois(), Place.none(-1)));
		for (final int roi : chosen)
			places.set(roi, Place.none(roi));
		return Suggestion.of(strategy, request, chosen, places, notes, why);
	}
}
