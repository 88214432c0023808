
package org.twostream.measure.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.twostream.core.AtomicFile;
import org.twostream.core.Progress;

/**
 * Writes a report into a folder: PNG figures, metrics.json, and index.html
 * last, so that a page never shows what is not there yet. The folder can be
 * moved, zipped and sent: nothing in it points out of it.
 */
public final class ReportWriter {

	private ReportWriter() {}

	/**
	 * @param folder made when missing; files of the same names are replaced
	 * @return index.html
	 * @throws IllegalArgumentException if two figures have the same name
	 * @throws org.twostream.core.UserError if a file cannot be written
	 * @throws org.twostream.core.Cancelled if the user asked to stop; index.html
	 *           is then not written
	 */
	public static Path write(final Report report, final Path folder,
		final Progress progress)
	{
		final List<Figure> figures = report.sections().stream().flatMap(s -> s
			.parts().stream()).filter(Figure.class::isInstance).map(
				Figure.class::cast).toList();
		final Set<String> names = new HashSet<>();
		for (final Figure figure : figures)
			if (!names.add(figure.name())) throw new IllegalArgumentException(
				"Two figures are called " + figure.name());
		for (int i = 0; i < figures.size(); i++) {
			progress.check();
			progress.report((double) i / figures.size(), "writing figures");
			AtomicFile.write(folder.resolve(figures.get(i).file()), figures.get(i)
				.png());
		}
		progress.check();
		report.metrics().write(folder.resolve("metrics.json"));
		final Path index = folder.resolve("index.html");
		AtomicFile.write(index, HtmlPage.of(report, css()));
		progress.report(1, "writing figures");
		return index;
	}

	private static String css() {
		try (InputStream in = ReportWriter.class.getResourceAsStream(
			"report.css"))
		{
			if (in == null) throw new IllegalStateException(
				"report.css is missing in the jar");
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
