
package org.twostream.measure.report;

import java.util.List;

/**
 * A table as text for a console: columns as wide as their widest cell, numbers
 * to the right, two spaces between, a rule under the headings.
 */
public final class TextTable {

	private static final String GAP = "  ";

	private TextTable() {}

	/** The lines of the table, each ended by a line feed; no caption. */
	public static String text(final Table table) {
		final int n = table.columns().size();
		final int[] widths = new int[n];
		for (int c = 0; c < n; c++) {
			widths[c] = width(table.columns().get(c));
			for (final List<String> row : table.rows())
				widths[c] = Math.max(widths[c], width(row.get(c)));
		}
		final StringBuilder out = new StringBuilder();
		line(out, table, table.columns(), widths);
		final StringBuilder rule = new StringBuilder();
		for (int c = 0; c < n; c++)
			rule.append(c == 0 ? "" : GAP).append("-".repeat(widths[c]));
		out.append(rule).append('\n');
		for (final List<String> row : table.rows())
			line(out, table, row, widths);
		return out.toString();
	}

	private static void line(final StringBuilder out, final Table table,
		final List<String> cells, final int[] widths)
	{
		final StringBuilder line = new StringBuilder();
		for (int c = 0; c < cells.size(); c++) {
			final String cell = oneLine(cells.get(c));
			final String pad = " ".repeat(widths[c] - width(cell));
			line.append(c == 0 ? "" : GAP).append(table.numeric(c) ? pad + cell
				: cell + pad);
		}
		out.append(line.toString().stripTrailing()).append('\n');
	}

	private static String oneLine(final String cell) {
		return cell.replaceAll("\\s+", " ");
	}

	private static int width(final String cell) {
		final String line = oneLine(cell);
		return line.codePointCount(0, line.length());
	}
}
