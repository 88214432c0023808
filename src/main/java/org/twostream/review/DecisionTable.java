
package org.twostream.review;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.twostream.core.Answer;
import org.twostream.core.Tsv;
import org.twostream.core.UserError;

/**
 * decisions.tsv: every ROI's answer; the format is described in
 * docs/format/decisions.md.
 */
public final class DecisionTable {

	private DecisionTable() {}

	/**
	 * Writes the table atomically.
	 *
	 * @param ids of the ROIs by row
	 * @throws UserError if it cannot be written
	 */
	public static void write(final List<Decision> decisions, final long[] ids,
		final Path file)
	{
		final Tsv table = new Tsv("roi", "answer", "probability", "source");
		for (final Decision d : decisions)
			table.row(ids[d.row()], d.answer().text(), d.probability(), d.source()
				.text());
		table.write(file);
	}

	/**
	 * @param ids of the ROIs by row
	 * @throws UserError if the table is missing, damaged or of other ROIs
	 */
	public static List<Decision> read(final long[] ids, final Path file) {
		final Map<Long, Integer> rows = new HashMap<>();
		for (int i = 0; i < ids.length; i++)
			rows.put(ids[i], i);
		final Tsv table = Tsv.read(file);
		final List<Decision> decisions = new ArrayList<>();
		for (int i = 0; i < table.size(); i++) {
			final Integer row = rows.get(table.integer(i, "roi"));
			if (row == null) throw new UserError(file + " names ROI " + table.get(i,
				"roi") + ", which is not in the ROI table; apply the verdicts again.");
			decisions.add(new Decision(row, Answer.parse(table.get(i, "answer")),
				table.number(i, "probability"), source(table.get(i, "source"), file)));
		}
		return decisions;
	}

	private static Decision.Source source(final String text, final Path file) {
		for (final Decision.Source s : Decision.Source.values())
			if (s.text().equals(text.toLowerCase(Locale.ROOT))) return s;
		throw new UserError(file + " has the source \"" + text +
			"\", none of verdict, cluster, neighbours, model, default; apply the verdicts again.");
	}
}
