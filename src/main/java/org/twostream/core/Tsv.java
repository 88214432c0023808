
package org.twostream.core;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A table in memory and as a file: {@code #} comment lines, one heading line,
 * rows separated by tabs. Numbers use a dot. Cells hold no tab or line break:
 * they are replaced by a space. Not thread-safe while being filled.
 */
public final class Tsv {

	private static final Pattern BREAKS = Pattern.compile("[\t\r\n]+");

	private final List<String> comments = new ArrayList<>();
	private final List<String> columns;
	private final Map<String, Integer> index = new HashMap<>();
	private final List<String[]> rows = new ArrayList<>();
	/** Rows of the file before this part of it. */
	private int rowsBefore;

	public Tsv(final String... columns) {
		this.columns = List.of(columns);
		for (int i = 0; i < columns.length; i++)
			index.put(columns[i], i);
	}

	/** @return this */
	public Tsv comment(final String text) {
		comments.add(text);
		return this;
	}

	/**
	 * Adds a row: one value per column; floating point is written so that it
	 * reads back to the same bits.
	 *
	 * @return this
	 */
	public Tsv row(final Object... values) {
		if (values.length != columns.size()) throw new IllegalArgumentException(
			values.length + " values for " + columns.size() + " columns " + columns);
		rows.add(Arrays.stream(values).map(Tsv::cell).toArray(String[]::new));
		return this;
	}

	// A pattern for every cell would make a million rows take minutes.
	private static String cell(final Object value) {
		final String text = value.toString();
		for (int i = 0; i < text.length(); i++)
			if (text.charAt(i) == '\t' || text.charAt(i) == '\r' || text.charAt(
				i) == '\n') return BREAKS.matcher(text).replaceAll(" ");
		return text;
	}

	public List<String> comments() {
		return Collections.unmodifiableList(comments);
	}

	public List<String> columns() {
		return columns;
	}

	public int size() {
		return rows.size();
	}

	public boolean has(final String column) {
		return index.containsKey(column);
	}

	/**
	 * @throws UserError if there is no such column
	 */
	public String get(final int row, final String column) {
		final Integer i = index.get(column);
		if (i == null) throw new UserError("The table has no column \"" + column +
			"\", only " + columns + "; add the column or choose another table.");
		return rows.get(row)[i];
	}

	/**
	 * @throws UserError if there is no such column or the cell is no whole number
	 */
	public long integer(final int row, final String column) {
		try {
			return Long.parseLong(get(row, column));
		}
		catch (final NumberFormatException e) {
			throw bad(row, column, "a whole number", e);
		}
	}

	/**
	 * @throws UserError if there is no such column or the cell is no number
	 */
	public double number(final int row, final String column) {
		try {
			return Double.parseDouble(get(row, column));
		}
		catch (final NumberFormatException e) {
			throw bad(row, column, "a number", e);
		}
	}

	private UserError bad(final int row, final String column, final String wanted,
		final Exception e)
	{
		return new UserError("Row " + (rowsBefore + row + 1) + ", column \"" +
			column + "\" holds \"" + get(row, column) + "\", not " + wanted +
			"; correct the table.", e);
	}

	/**
	 * Writes the table atomically.
	 *
	 * @throws UserError if the file cannot be written
	 */
	public void write(final Path file) {
		write(file, List.of(this));
	}

	/**
	 * Writes a table that is made part by part, atomically; only one part need be
	 * in memory at a time.
	 *
	 * @param parts one or more, with the same columns; comments are those of the
	 *          first
	 * @throws UserError if the file cannot be written
	 */
	public static void write(final Path file, final Iterable<Tsv> parts) {
		AtomicFile.write(file, out -> {
			final BufferedWriter w = new BufferedWriter(new OutputStreamWriter(out,
				StandardCharsets.UTF_8), 1 << 16);
			boolean first = true;
			for (final Tsv part : parts) {
				if (first) {
					for (final String c : part.comments)
						w.append("# ").append(c).append('\n');
					w.append(String.join("\t", part.columns)).append('\n');
				}
				first = false;
				for (final String[] row : part.rows)
					w.append(String.join("\t", row)).append('\n');
			}
			w.flush();
		});
	}

	/**
	 * @throws UserError if the file is missing, unreadable, or a row has another
	 *           number of cells than the heading
	 */
	public static Tsv read(final Path file) {
		final List<Tsv> whole = new ArrayList<>();
		read(file, Integer.MAX_VALUE, whole::add);
		return whole.get(0);
	}

	/**
	 * Reads a large table part by part.
	 *
	 * @param rows most rows of a part
	 * @param part takes each part in turn, each with the comments and columns of
	 *          the table; one without rows if the table has none
	 * @throws UserError as {@link #read(Path)}
	 */
	public static void read(final Path file, final int rows,
		final Consumer<Tsv> part)
	{
		try (BufferedReader in = Files.newBufferedReader(file,
			StandardCharsets.UTF_8))
		{
			final List<String> comments = new ArrayList<>();
			String line = in.readLine();
			while (line != null && line.startsWith("#")) {
				comments.add(line.substring(1).trim());
				line = in.readLine();
			}
			if (line == null) throw new UserError(file +
				" has no heading line; choose a table with one.");
			final String[] columns = line.split("\t", -1);
			Tsv table = new Tsv(columns);
			table.comments.addAll(comments);
			while ((line = in.readLine()) != null) {
				if (line.isEmpty()) continue;
				if (table.size() == rows) {
					part.accept(table);
					final int before = table.rowsBefore + rows;
					table = new Tsv(columns);
					table.comments.addAll(comments);
					table.rowsBefore = before;
				}
				final String[] cells = line.split("\t", -1);
				if (cells.length != columns.length) throw new UserError(file +
					", row " + (table.rowsBefore + table.size() + 1) + " has " +
					cells.length + " cells for " + columns.length +
					" columns; correct the table.");
				table.rows.add(cells);
			}
			part.accept(table);
		}
		catch (final NoSuchFileException e) {
			throw new UserError("There is no table " + file + "; check the path.", e);
		}
		catch (final IOException e) {
			throw new UserError("Cannot read the table " + file + " (" + e
				.getMessage() + "); check the file and its permissions.", e);
		}
	}
}
