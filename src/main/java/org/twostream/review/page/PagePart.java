
package org.twostream.review.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.twostream.review.ReviewItem;

/**
 * Which items a page shows: all, or only those that were chosen on a map. On
 * the event thread of the page.
 */
final class PagePart {

	private final Map<Integer, List<Integer>> itemsOfRow = new HashMap<>();
	/** None: all. */
	private Set<Integer> only = Set.of();

	PagePart(final List<ReviewItem> items) {
		for (int i = 0; i < items.size(); i++)
			itemsOfRow.computeIfAbsent(items.get(i).row(), row -> new ArrayList<>())
				.add(i);
	}

	/** The items about some rows. */
	List<Integer> items(final Collection<Integer> rows) {
		return rows.stream().flatMap(r -> itemsOfRow.getOrDefault(r, List.of())
			.stream()).toList();
	}

	/** Whether some items are left out. */
	boolean isOn() {
		return !only.isEmpty();
	}

	/** Whether this item is left out. */
	boolean lacks(final int item) {
		return isOn() && !only.contains(item);
	}

	/** That order without what is left out. */
	PageOrder of(final PageOrder all) {
		return isOn() ? all.among(only) : all;
	}

	/**
	 * @param items to be shown alone; one or none: all are
	 * @return whether that changes anything
	 */
	boolean show(final Collection<Integer> items) {
		final Set<Integer> before = only;
		only = items.size() < 2 ? Set.of() : Set.copyOf(items);
		return !only.equals(before);
	}

	/** What the progress line says of it, "" while all are shown. */
	String words() {
		return isOn() ? "; only the " + only.size() +
			" chosen on the map, Esc for all" : "";
	}

	/** What to say where nothing of what was chosen can be shown. */
	Optional<String> missing(final Set<Integer> rows) {
		if (rows.isEmpty() || !items(rows).isEmpty()) return Optional.empty();
		return Optional.of(rows.size() == 1
			? "The ROI chosen on the map is not asked in this batch."
			: "None of the " + rows.size() +
				" ROIs chosen on the map is asked in this batch.");
	}
}
