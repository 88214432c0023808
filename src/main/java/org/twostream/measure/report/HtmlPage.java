
package org.twostream.measure.report;

import java.util.List;

/** A report as one HTML page, well-formed XML, without scripts or links out. */
final class HtmlPage {

	private final StringBuilder out = new StringBuilder();

	private HtmlPage() {}

	static String of(final Report report, final String css) {
		final HtmlPage page = new HtmlPage();
		page.write(report, css);
		return page.out.toString();
	}

	private void write(final Report report, final String css) {
		out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n").append(
			"<meta charset=\"utf-8\"/>\n").append(
				"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
			.append("<title>").append(Html.escape(report.title())).append(
				"</title>\n<style>\n").append(css).append(
					"</style>\n</head>\n<body>\n");
		out.append("<header>\n");
		element("h1", "", report.title());
		element("p", "subtitle", report.subtitle());
		contents(report.sections());
		out.append("</header>\n<main>\n");
		for (int i = 0; i < report.sections().size(); i++)
			section(i, report.sections().get(i));
		out.append(
			"</main>\n<footer><p>Made by TwoStream. The numbers of this page ")
			.append(
				"are in <a href=\"metrics.json\">metrics.json</a>.</p></footer>\n</body>\n</html>\n");
	}

	private void contents(final List<Report.Section> sections) {
		out.append("<nav><ul>\n");
		for (int i = 0; i < sections.size(); i++)
			out.append("<li><a href=\"#s").append(i).append("\">").append(Html.escape(
				sections.get(i).heading())).append("</a></li>\n");
		out.append("</ul></nav>\n");
	}

	private void section(final int index, final Report.Section section) {
		out.append("<section id=\"s").append(index).append("\">\n");
		element("h2", "", section.heading());
		section.parts().forEach(this::part);
		out.append("</section>\n");
	}

	private void part(final Report.Part part) {
		if (part instanceof Report.Paragraph p) element("p", "", p.text());
		else if (part instanceof Report.Facts f) facts(f);
		else if (part instanceof Table t) table(t);
		else if (part instanceof Figure f) figure(f);
	}

	private void facts(final Report.Facts facts) {
		out.append("<dl class=\"facts\">\n");
		for (final Report.Fact fact : facts.facts()) {
			out.append("<div>");
			element("dt", "", fact.label());
			element("dd", "", fact.value());
			if (!fact.note().isEmpty()) element("dd", "note", together(fact.note()));
			out.append("</div>\n");
		}
		out.append("</dl>\n");
	}

	private void table(final Table table) {
		out.append("<div class=\"wide\" tabindex=\"0\"><table>\n");
		if (!table.caption().isEmpty()) element("caption", "", table.caption());
		out.append("<thead><tr>");
		for (int c = 0; c < table.columns().size(); c++)
			element("th", table.numeric(c) ? "number" : "", table.columns().get(c));
		out.append("</tr></thead>\n<tbody>\n");
		for (final List<String> row : table.rows()) {
			out.append("<tr>");
			for (int c = 0; c < row.size(); c++)
				cell(table.numeric(c), row.get(c));
			out.append("</tr>\n");
		}
		out.append("</tbody></table></div>\n");
	}

	/** What stands in brackets behind a number goes below it, smaller. */
	private void cell(final boolean number, final String text) {
		final int bracket = number ? text.indexOf(" (") : -1;
		if (bracket < 0) {
			element("td", number ? "number" : "", text);
			return;
		}
		out.append("<td class=\"number\">").append(Html.escape(text.substring(0,
			bracket))).append(" <small>").append(Html.escape(together(text.substring(
				bracket + 1)))).append("</small></td>\n");
	}

	/** Keeps "1.0 to 2.0" and "n = 3" on one line each. */
	private static String together(final String text) {
		return text.replace(" to ", "\u00A0to\u00A0").replace("n = ",
			"n\u00A0=\u00A0").replace(" %", "\u00A0%");
	}

	private void figure(final Figure figure) {
		final int width = figure.image().getWidth() / figure.density();
		final int height = figure.image().getHeight() / figure.density();
		out.append("<figure><a href=\"").append(figure.file()).append(
			"\"><img src=\"").append(figure.file()).append("\" alt=\"").append(Html
				.escape(figure.alternative())).append("\" width=\"").append(width)
			.append("\" height=\"").append(height).append(
				"\" loading=\"lazy\"/></a>");
		element("figcaption", "", figure.caption());
		out.append("</figure>\n");
	}

	private void element(final String name, final String style,
		final String text)
	{
		out.append('<').append(name);
		if (!style.isEmpty()) out.append(" class=\"").append(style).append('"');
		out.append('>').append(Html.escape(text)).append("</").append(name).append(
			">\n");
	}
}
