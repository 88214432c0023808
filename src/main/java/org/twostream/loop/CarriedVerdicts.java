
package org.twostream.loop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.twostream.core.Tsv;
import org.twostream.measure.report.Report;
import org.twostream.measure.report.Table;
import org.twostream.review.CarryOver;
import org.twostream.review.Fate;
import org.twostream.review.Verdicts;
import org.twostream.roi.RoiTable;

/**
 * What became of earlier verdicts when ROIs were proposed anew: carried.tsv
 * beside rois.tsv, one row per verdict.
 */
final class CarriedVerdicts {

	private static final String TABLE = "carried.tsv";
	/** Fates of answers that count. */
	private static final List<String> COUNT = List.of(Fate.Kind.CARRIED.text(),
		Fate.Kind.MISSED.text());
	private static final int MOST_LISTED = 200;

	private CarriedVerdicts() {}

	/** Writes the list and counts it; does nothing if there are no verdicts. */
	static void write(final Project project, final RoiTable table,
		final Path folder, final Map<String, String> summary)
	{
		final Verdicts all = Verdicts.read(Answers.journals(project));
		if (!all.problems().isEmpty()) summary.put("journals", String.join(" ", all
			.problems()));
		final CarryOver carried = CarryOver.of(all.current(), table);
		if (carried.fates().isEmpty()) return;
		carried.list(table).write(folder.resolve(TABLE));
		final Map<Fate.Kind, Long> counts = new EnumMap<>(Fate.Kind.class);
		for (final Fate.Kind kind : Fate.Kind.values())
			counts.put(kind, carried.count(kind));
		summary.put("earlier_answers", text(counts));
	}

	private static String text(final Map<Fate.Kind, Long> counts) {
		return counts.entrySet().stream().filter(e -> e
			.getKey() == Fate.Kind.CARRIED || e.getValue() > 0).map(e -> String
				.format(Locale.ROOT, "%d %s", e.getValue(), e.getKey().text())).collect(
					Collectors.joining(", ")) + " (ROIs; listed in " + TABLE + ")";
	}

	/** The list for a report; empty if there were no verdicts. */
	static Optional<Report.Section> section(final RoiSet rois) {
		final Path file = rois.folder().resolve(TABLE);
		if (!Files.exists(file)) return Optional.empty();
		final Tsv list = Tsv.read(file);
		final List<List<String>> rows = new ArrayList<>();
		final Map<String, Integer> counts = new TreeMap<>();
		for (int i = 0; i < list.size(); i++) {
			final String fate = list.get(i, "fate");
			counts.merge(fate, 1, Integer::sum);
			if (!COUNT.contains(fate) && rows.size() < MOST_LISTED) rows.add(List.of(
				fate, list.get(i, "proposal"), list.get(i, "roi"), list.get(i,
					"answer"), list.get(i, "annotator"), list.get(i, "new_rois")));
		}
		final int lost = list.size() - COUNT.stream().mapToInt(c -> counts
			.getOrDefault(c, 0)).sum();
		final List<Report.Part> parts = new ArrayList<>();
		parts.add(new Report.Paragraph("Answers given before these ROIs were" +
			" proposed: " + counts.entrySet().stream().map(e -> e.getValue() + " " + e
				.getKey()).collect(Collectors.joining(", ")) + ". Those carried count" +
			" for the ROI that is the same object now, those of missed objects where" +
			" they were marked; the others do not count. rois/" + rois.id() + "/" +
			TABLE + " lists all."));
		if (lost > 0) parts.add(new Table("Not carried over" + (lost > rows.size()
			? ", the first " + rows.size() + " of " + lost : ""), List.of("fate",
				"proposal", "ROI then", "answer", "annotator", "ROIs now"), rows));
		return Optional.of(new Report.Section("Earlier answers", parts));
	}
}
