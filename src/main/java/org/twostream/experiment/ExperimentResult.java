
package org.twostream.experiment;

import java.util.ArrayList;
import java.util.List;

import org.twostream.core.Json;
import org.twostream.core.Tsv;
import org.twostream.measure.MeanInterval;
import org.twostream.measure.report.LineChart;
import org.twostream.measure.report.Report;
import org.twostream.measure.report.Table;

/**
 * What an experiment found. Immutable.
 *
 * @param title such as "Table 2: designs of two-stream clustering"
 * @param measure what the values are, such as "label accuracy"
 * @param rows of the table
 * @param claims what the paper says of their order
 * @param x what the curves' axis counts, with its unit
 * @param curves may be empty
 * @param notes what a reader must know, one sentence each
 */
public record ExperimentResult(String title, String measure,
		List<Measured> rows, List<Claim> claims, String x, List<Curve> curves,
		List<String> notes) {

	/** How the intervals of every table were made. */
	public static final String INTERVALS =
		"Means over seeds with 95 % intervals of Student's t; differences with 95 % " +
			"intervals of a paired bootstrap over the same seeds, 10 000 resamples.";

	public ExperimentResult {
		rows = List.copyOf(rows);
		claims = List.copyOf(claims);
		curves = List.copyOf(curves);
		notes = List.copyOf(notes);
	}

	/** Rows as they are shown: ours beside the paper's. */
	public Table table() {
		final List<List<String>> cells = new ArrayList<>();
		for (final Measured row : rows)
			cells.add(List.of(row.name(), row.askedText(), Long.toString(row.of()),
				row.interval().text(), row.printedText()));
		return new Table("", List.of("", "asked", "of", measure, "paper"), cells);
	}

	/** What the paper says of the order, held against ours. */
	public Table differences() {
		final List<List<String>> cells = new ArrayList<>();
		for (final Claim c : claims)
			cells.add(List.of(c.text(), c.difference().text(), c.printedText(), c
				.verdict()));
		return new Table("", List.of("", "difference (points)", "paper", "holds"),
			cells);
	}

	/**
	 * The table for other programs: a row of the table per row, with every value.
	 *
	 * @param context what it was measured on, one line each
	 */
	public Tsv tsv(final List<String> context) {
		final Tsv tsv = new Tsv("row", "asked", "of", "seeds", "mean", "low",
			"high", "printed", "values");
		tsv.comment(title).comment(measure).comment(INTERVALS);
		context.forEach(tsv::comment);
		for (final Measured row : rows) {
			final MeanInterval i = row.interval();
			tsv.row(row.name(), row.asked(), row.of(), i.n(), i.mean(), i.low(), i
				.high(), row.printed().isPresent() ? row.printed().getAsDouble() : "",
				String.join(",", java.util.Arrays.stream(row.values()).mapToObj(
					Double::toString).toList()));
		}
		return tsv;
	}

	/** All numbers for programs. */
	public Json json() {
		return new Json().put("title", title).put("measure", measure).put(
			"intervals", INTERVALS).put("rows", rows.stream().map(Measured::json)
				.toList()).put("claims", claims.stream().map(Claim::json).toList()).put(
					"curves", curves.stream().map(Curve::json).toList()).put("notes",
						notes);
	}

	/** The table, the differences and the curves as sections of a page. */
	public List<Report.Section> sections() {
		final List<Report.Part> parts = new ArrayList<>();
		notes.forEach(n -> parts.add(new Report.Paragraph(n)));
		parts.add(new Report.Paragraph(INTERVALS));
		parts.add(table());
		final List<Report.Section> sections = new ArrayList<>();
		sections.add(new Report.Section(title, parts));
		if (!claims.isEmpty()) sections.add(new Report.Section("Order", List.of(
			differences())));
		if (!curves.isEmpty()) sections.add(new Report.Section("Curves", List.of(
			new LineChart(title, new LineChart.Axis(x, LineChart.Scale.LINEAR),
				new LineChart.Axis(measure, LineChart.Scale.PERCENT), curves.stream()
					.map(Curve::line).toList()).figure("curves",
						"Means over seeds; bands are 95 % intervals."))));
		return sections;
	}
}
