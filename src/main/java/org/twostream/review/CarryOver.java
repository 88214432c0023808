
package org.twostream.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.twostream.core.Tsv;
import org.twostream.roi.Roi;
import org.twostream.roi.RoiTable;

/**
 * Where the ROIs of all verdicts are in one proposal, be it the one that they
 * were given on or a later one. An ROI is
 * <ul>
 * <li>carried, when there is one with the same mask hash and box; or else one
 * whose box overlaps with an IoU of 0.5, or of 0.25 if each holds the other's
 * centroid near its middle, as when a thin object grows; of several the best.
 * Of two old ROIs of one proposal that would be carried to one new, the better
 * is, and the other is merged;</li>
 * <li>split, when otherwise new boxes lie at least half in its box;</li>
 * <li>merged, when otherwise its box lies at least half in a new one;</li>
 * <li>orphaned, when nothing of that holds;</li>
 * <li>missed, in place of the last three, when it was no ROI but a place that
 * an annotator marked because proposals lack the object.</li>
 * </ul>
 * Only what is carried counts; the rest is for the user to see.
 *
 * @param fates of each old ROI, in the order of its first verdict
 */
public record CarryOver(List<Fate> fates) {

	/** In place of a label where none can be looked up. */
	static final long UNKNOWN = -1;

	private static final double MOSTLY = 0.5;

	/**
	 * Finds ROIs by their boxes alone.
	 *
	 * @param verdicts that hold, as {@link Verdicts#current} gives them
	 */
	public static CarryOver of(final List<Verdict> verdicts,
		final RoiTable table)
	{
		return of(verdicts, table, (x, y, z) -> UNKNOWN);
	}

	/**
	 * @param verdicts that hold, as {@link Verdicts#current} gives them
	 * @param labels of the proposal; asked once per old ROI, at its centroid
	 */
	public static CarryOver of(final List<Verdict> verdicts, final RoiTable table,
		final LabelAt labels)
	{
		if (verdicts.isEmpty()) return new CarryOver(List.of());
		final Map<Anchor.Key, List<Verdict>> byRoi = verdicts.stream().collect(
			Collectors.groupingBy(v -> v.anchor().key(), LinkedHashMap::new,
				Collectors.toList()));
		final BoxIndex index = new BoxIndex(table);
		final List<Traced> traced = new ArrayList<>();
		for (final List<Verdict> list : byRoi.values())
			traced.add(trace(list, table, index, labels));
		return new CarryOver(settle(traced).stream().map(Traced::fate).toList());
	}

	private record Traced(Fate fate, double score) {
	}

	private static Traced trace(final List<Verdict> verdicts,
		final RoiTable table, final BoxIndex index, final LabelAt labels)
	{
		final Anchor old = verdicts.get(0).anchor();
		final long label = labels.roi(Math.round(old.xNm() / table.voxelSize().x()),
			Math.round(old.yNm() / table.voxelSize().y()), Math.round(old.zNm() /
				table.voxelSize().z()));
		final List<Likeness> near = new ArrayList<>();
		for (final int row : index.overlapping(old.box()))
			near.add(Likeness.of(old, row, table.get(row), table.voxelSize(), label));
		final Optional<Likeness> carried = near.stream().filter(Likeness::isCarried)
			.max(Comparator.comparingDouble(Likeness::score));
		if (carried.isPresent()) return traced(old, Fate.Kind.CARRIED, List.of(
			carried.get()), verdicts, carried.get().score());
		if (verdicts.stream().allMatch(v -> v.purpose() == Purpose.MISSED))
			return traced(old, Fate.Kind.MISSED, List.of(), verdicts, 0);
		final List<Likeness> parts = near.stream().filter(l -> l.ofNew() >= MOSTLY)
			.toList();
		final Optional<Likeness> whole = near.stream().filter(l -> l
			.ofOld() >= MOSTLY).max(Comparator.comparingDouble(Likeness::score));
		if (parts.size() > 1 || parts.size() == 1 && whole.isEmpty()) return traced(
			old, Fate.Kind.SPLIT, parts, verdicts, 0);
		if (whole.isPresent()) return traced(old, Fate.Kind.MERGED, List.of(whole
			.get()), verdicts, 0);
		return traced(old, Fate.Kind.ORPHANED, List.of(), verdicts, 0);
	}

	private static Traced traced(final Anchor old, final Fate.Kind kind,
		final List<Likeness> likenesses, final List<Verdict> verdicts,
		final double score)
	{
		return new Traced(new Fate(old, kind, likenesses.stream().map(Likeness::row)
			.toList(), List.copyOf(verdicts)), score);
	}

	/** Of one proposal at most one ROI is carried to each new one. */
	private static List<Traced> settle(final List<Traced> traced) {
		record Claim(String proposal, int row) {
		}
		final Map<Claim, Double> best = new HashMap<>();
		for (final Traced t : traced)
			if (t.fate().kind() == Fate.Kind.CARRIED) best.merge(new Claim(t.fate()
				.anchor().proposal(), t.fate().rows().get(0)), t.score(), Math::max);
		return traced.stream().map(t -> {
			final Fate f = t.fate();
			if (f.kind() != Fate.Kind.CARRIED || t.score() >= best.get(new Claim(f
				.anchor().proposal(), f.rows().get(0)))) return t;
			return new Traced(new Fate(f.anchor(), Fate.Kind.MERGED, f.rows(), f
				.verdicts()), 0);
		}).toList();
	}

	/** How many old ROIs had this fate. */
	public long count(final Fate.Kind kind) {
		return fates.stream().filter(f -> f.kind() == kind).count();
	}

	/**
	 * The carried verdicts by row of the new table. Of an annotator who answered
	 * for what is one ROI now more than once, the last counts.
	 */
	public SortedMap<Integer, List<Verdict>> byRow() {
		final SortedMap<Integer, Map<String, Verdict>> latest = new TreeMap<>();
		for (final Fate f : fates) {
			if (f.kind() != Fate.Kind.CARRIED) continue;
			final Map<String, Verdict> ofRow = latest.computeIfAbsent(f.rows().get(0),
				row -> new TreeMap<>());
			for (final Verdict v : f.verdicts())
				ofRow.merge(v.annotator(), v, (a, b) -> b.time().isBefore(a.time()) ? a
					: b);
		}
		final SortedMap<Integer, List<Verdict>> byRow = new TreeMap<>();
		latest.forEach((row, verdicts) -> byRow.put(row, List.copyOf(verdicts
			.values())));
		return byRow;
	}

	/** One row per verdict, for the user to see. */
	public Tsv list(final RoiTable table) {
		final Tsv list = new Tsv("fate", "proposal", "roi", "answer", "annotator",
			"purpose", "new_rois");
		for (final Fate f : fates)
			for (final Verdict v : f.verdicts())
				list.row(f.kind().text(), f.anchor().proposal(), f.anchor().roi(), v
					.answer().text(), v.annotator(), v.purpose().text(), f.rows().stream()
						.map(table::get).map(Roi::id).map(String::valueOf).collect(
							Collectors.joining(",")));
		return list;
	}
}
