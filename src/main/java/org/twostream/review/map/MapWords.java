
package org.twostream.review.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.twostream.core.Answer;
import org.twostream.query.Place;
import org.twostream.review.Purpose;
import org.twostream.review.ReviewItem;
import org.twostream.review.page.QueryReasons;
import org.twostream.review.session.ReviewSession;
import org.twostream.roi.Roi;

/** What a map says of ROIs. On the event thread of the map. */
final class MapWords {

	private final ReviewSession session;
	private Optional<QueryReasons> reasons = Optional.empty();

	MapWords(final ReviewSession session) {
		this.session = session;
	}

	void read(final List<Place> places) {
		reasons = Optional.of(new QueryReasons(places));
	}

	/** An ROI in a few short lines. */
	List<String> about(final int row) {
		final Roi roi = session.context().table().get(row);
		final OptionalInt item = session.itemOf(row);
		final List<String> lines = new ArrayList<>(List.of("ROI " + roi.id(),
			session.answerOfRow(row).map(MapWords::word).orElse(item.isPresent()
				? "asked, no answer yet" : "not asked in this batch")));
		reasons.map(r -> r.of(new ReviewItem(row, Purpose.QUERY, 0, ""))).filter(
			w -> !w.isEmpty()).ifPresent(w -> lines.addAll(List.of(w.split(
				", (?=[0-9s])"))));
		lines.add(String.format(Locale.ROOT, "probability %.2f, %,d voxels", roi
			.meanProbability(), roi.voxels()));
		return lines;
	}

	/** How many are chosen and what was answered of them. */
	String chosen(final Set<Integer> rows) {
		int asked = 0;
		int open = 0;
		final int[] answers = new int[Answer.values().length];
		for (final int row : rows) {
			final Optional<Answer> answer = session.answerOfRow(row);
			answer.ifPresent(a -> answers[a.ordinal()]++);
			if (session.itemOf(row).isEmpty()) continue;
			asked++;
			if (answer.isEmpty()) open++;
		}
		return (rows.size() == 1 ? "1 ROI chosen" : rows.size() + " ROIs chosen") +
			", " + asked + " of them asked (" + open + " without an answer): " +
			answers[Answer.TRUE.ordinal()] + " True, " + answers[Answer.FALSE
				.ordinal()] + " False, " + answers[Answer.UNSURE.ordinal()] +
			" Unsure. Esc for all.";
	}

	private static String word(final Answer answer) {
		return switch (answer) {
			case TRUE -> "True";
			case FALSE -> "False";
			case UNSURE -> "Unsure";
		};
	}
}
