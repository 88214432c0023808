
package org.twostream.review.consensus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.twostream.review.Anchor;
import org.twostream.review.CarryOver;
import org.twostream.review.Fate;
import org.twostream.review.Purpose;
import org.twostream.review.Verdict;
import org.twostream.roi.RoiTable;

/**
 * The answers that stand, by row of one ROI table. Immutable.
 *
 * @param byRow what each annotator said without knowing of the others, of each
 *          at most one answer per row, the last
 * @param adjudicated the last adjudication of each row that has one
 * @param repeats answers to ROIs that the same annotator was asked again, by
 *          row, in the order of time
 * @param honeypots answers to ROIs whose answer is known, by row, in the order
 *          of time
 */
public record Votes(SortedMap<Integer, List<Verdict>> byRow,
		SortedMap<Integer, Verdict> adjudicated,
		SortedMap<Integer, List<Verdict>> repeats,
		SortedMap<Integer, List<Verdict>> honeypots) {

	public Votes {
		byRow = Collections.unmodifiableSortedMap(byRow);
		adjudicated = Collections.unmodifiableSortedMap(adjudicated);
		repeats = Collections.unmodifiableSortedMap(repeats);
		honeypots = Collections.unmodifiableSortedMap(honeypots);
	}

	/** Without adjudications and checks. */
	public static Votes of(final SortedMap<Integer, List<Verdict>> byRow) {
		return new Votes(byRow, new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
	}

	/**
	 * Finds the ROIs in a table, of this or another proposal; what is not carried
	 * over does not count.
	 *
	 * @param standing answers that are not undone, by time, as
	 *          {@link org.twostream.review.Verdicts#standing} gives them
	 */
	public static Votes of(final List<Verdict> standing, final RoiTable table) {
		record Slot(String annotator, Anchor.Key roi) {
		}
		final Map<Slot, Verdict> own = new LinkedHashMap<>();
		for (final Verdict v : standing)
			if (!v.purpose().isCheck() && v.purpose() != Purpose.ADJUDICATION) own
				.put(new Slot(v.annotator(), v.anchor().key()), v);
		final SortedMap<Integer, Verdict> adjudicated = new TreeMap<>();
		all(standing, Purpose.ADJUDICATION, table).forEach((row,
			list) -> adjudicated.put(row, list.get(list.size() - 1)));
		return new Votes(CarryOver.of(List.copyOf(own.values()), table).byRow(),
			adjudicated, all(standing, Purpose.REPEAT, table), all(standing,
				Purpose.HONEYPOT, table));
	}

	private static SortedMap<Integer, List<Verdict>> all(
		final List<Verdict> standing, final Purpose purpose, final RoiTable table)
	{
		final SortedMap<Integer, List<Verdict>> byRow = new TreeMap<>();
		final List<Verdict> some = standing.stream().filter(v -> v
			.purpose() == purpose).toList();
		for (final Fate f : CarryOver.of(some, table).fates())
			if (f.kind() == Fate.Kind.CARRIED) byRow.computeIfAbsent(f.rows().get(0),
				row -> new ArrayList<>()).addAll(f.verdicts());
		byRow.values().forEach(list -> list.sort(java.util.Comparator.comparing(
			Verdict::time)));
		return byRow;
	}
}
