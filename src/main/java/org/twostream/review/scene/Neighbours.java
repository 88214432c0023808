
package org.twostream.review.scene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.twostream.core.Answer;
import org.twostream.query.Place;
import org.twostream.review.session.ReviewSession;

/** What else is in the cluster of an ROI. Immutable. */
public final class Neighbours {

	/** Rows by cluster, the nearest to the centre first. */
	private final Map<Integer, List<Integer>> clusters = new HashMap<>();
	private final List<Place> places;

	/**
	 * @param row of the ROI table
	 * @param distance to the centre of the cluster, in its embedding
	 * @param answer of this annotator
	 */
	public record Neighbour(int row, double distance, Optional<Answer> answer) {
	}

	/** @param places of every row */
	public Neighbours(final List<Place> places) {
		this.places = places;
		for (int row = 0; row < places.size(); row++)
			if (places.get(row).cluster() >= 0) clusters.computeIfAbsent(places.get(
				row).cluster(), c -> new ArrayList<>()).add(row);
		// NaN, of strategies that measure none, sorts last and stays in order
		clusters.values().forEach(rows -> rows.sort((a, b) -> Double.compare(places
			.get(a).distance(), places.get(b).distance())));
	}

	/** ROIs in the cluster of a row, itself included; 0 without clusters. */
	public int size(final int row) {
		return all(row).size();
	}

	private List<Integer> all(final int row) {
		return row >= places.size() ? List.of() : clusters.getOrDefault(places.get(
			row).cluster(), List.of());
	}

	/**
	 * The others of the same cluster that are nearest to its centre, the nearest
	 * first; none if the strategy makes no clusters.
	 */
	public List<Neighbour> of(final int row, final int most,
		final ReviewSession session)
	{
		return all(row).stream().filter(r -> r != row).limit(most).map(
			r -> new Neighbour(r, places.get(r).distance(), session.answerOfRow(r)))
			.toList();
	}
}
