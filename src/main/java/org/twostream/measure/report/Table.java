
package org.twostream.measure.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A table of a report. Immutable.
 *
 * @param caption one sentence above it, may be ""
 * @param columns headings
 * @param rows one text per column
 */
public record Table(String caption, List<String> columns,
		List<List<String>> rows) implements Report.Part {

	// A number with its sign, unit or per cent, possibly followed by an interval.
	private static final Pattern NUMBER = Pattern.compile(
		"[-+\u2212]?[0-9][0-9.,]*( of [0-9]+)?( ?(%|nm|s|min|h|GB|MB))?( ?\\(.*\\))?|\u2013|");

	/**
	 * @throws IllegalArgumentException if a row has another number of cells than
	 *           there are columns
	 */
	public Table {
		columns = List.copyOf(columns);
		final List<List<String>> copy = new ArrayList<>();
		for (final List<String> row : rows) {
			if (row.size() != columns.size()) throw new IllegalArgumentException(row
				.size() + " cells for " + columns.size() + " columns " + columns);
			copy.add(List.copyOf(row));
		}
		rows = List.copyOf(copy);
	}

	/** A table of two columns from name to value. */
	public static Table pairs(final String caption, final String name,
		final String value, final List<List<String>> rows)
	{
		return new Table(caption, List.of(name, value), rows);
	}

	/** Whether a column holds numbers only, which then stand to the right. */
	public boolean numeric(final int column) {
		return !rows.isEmpty() && rows.stream().allMatch(r -> NUMBER.matcher(r.get(
			column)).matches());
	}
}
