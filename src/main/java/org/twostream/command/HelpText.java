
package org.twostream.command;

/** What the help item and the Help buttons show, made from the commands. */
final class HelpText {

	static final String PAPER =
		"Z. Lin, D. Wei, W.-D. Jang, S. Zhou, X. Chen, X. Wang, R. Schalek, D. Berger, B. Matejek, L. Kamentsky, " +
			"A. Peleg, D. Haehn, T. Jones, T. Parag, J. Lichtman, H. Pfister: Two Stream Active Query Suggestion for " +
			"Active Learning in Connectomics. ECCV 2020, Lecture Notes in Computer Science 12363, Springer.";
	static final String DOI = "https://doi.org/10.1007/978-3-030-58523-5_7";
	static final String FREE_COPY =
		"https://pmc.ncbi.nlm.nih.gov/articles/PMC7746018";
	static final String HOME = "https://github.com/twostream/twostream";
	static final String STEPS = HOME + "/blob/main/docs/steps.md";
	static final String FORUM = "https://forum.image.sc/tag/twostream";

	private HelpText() {}

	/** All of it with links. */
	static String html() {
		final StringBuilder page = new StringBuilder("<html><h2>TwoStream</h2><p>")
			.append(escape(Versions.text())).append("</p><p>").append(link(HOME,
				"Home page and manual")).append(", ").append(link(STEPS,
					"steps and keys")).append(", ").append(link(FORUM, "questions"))
			.append("</p><h3>How to cite</h3><p>").append(escape(PAPER)).append(
				"<br>").append(link(DOI, DOI)).append(", ").append(link(FREE_COPY,
					"free copy")).append("</p><h3>Report an error</h3><p>").append(escape(
						report())).append("</p><h3>Steps</h3>");
		for (final Step step : Steps.all())
			page.append("<h4>").append(escape(step.label())).append("</h4><p>")
				.append(escape(step.description())).append("</p>").append(keys(step));
		return page.toString();
	}

	/** The same without links, for the log. */
	static String plain() {
		final StringBuilder page = new StringBuilder(Versions.text()).append(
			"\nManual: ").append(HOME).append("\nSteps and keys: ").append(STEPS)
			.append("\nQuestions: ").append(FORUM).append("\nHow to cite: ").append(
				PAPER).append(' ').append(DOI).append(" (free copy: ").append(FREE_COPY)
			.append(")\n").append(report()).append('\n');
		for (final Step step : Steps.all())
			page.append('\n').append(step.label()).append("  ").append(step
				.description());
		return page.toString();
	}

	/** The keys of one step as an HTML list. */
	static String keys(final Step step) {
		final StringBuilder list = new StringBuilder("<dl>");
		for (final Key key : step.keys())
			list.append("<dt><b>").append(key.name()).append("</b> (").append(escape(
				key.label())).append(")</dt><dd>").append(escape(key.description()))
				.append("</dd>");
		return list.append("</dl>").toString();
	}

	private static String report() {
		return "Run Check Engine... with the project folder and copy what it says " +
			"(versions, device, native library, memory, the last lines of the project's log) into " +
			"an issue at " + HOME + "/issues.";
	}

	private static String link(final String address, final String text) {
		return "<a href=\"" + address + "\">" + escape(text) + "</a>";
	}

	private static String escape(final String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}
}
