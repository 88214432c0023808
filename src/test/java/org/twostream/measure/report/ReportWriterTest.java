
package org.twostream.measure.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Cancelled;
import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The written folder, read back as a browser would. */
class ReportWriterTest {

	@TempDir
	static Path folder;

	private static Document page;

	@BeforeAll
	static void write() throws Exception {
		final Path index = ReportWriter.write(ExampleReport.of(), folder,
			Progress.NONE);
		page = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(
			new ByteArrayInputStream(Files.readAllBytes(index)));
	}

	private static List<Element> elements(final String name) {
		final NodeList nodes = page.getElementsByTagName(name);
		final List<Element> list = new ArrayList<>();
		for (int i = 0; i < nodes.getLength(); i++)
			list.add((Element) nodes.item(i));
		return list;
	}

	@Test
	void everyImageIsThereInTheSizeThatThePageReserves() throws IOException {
		assertEquals(7, elements("img").size());
		for (final Element img : elements("img")) {
			final BufferedImage image = ImageIO.read(folder.resolve(img.getAttribute(
				"src")).toFile());
			assertTrue(image.getWidth() % Integer.parseInt(img.getAttribute(
				"width")) == 0, img.getAttribute("src"));
			assertFalse(img.getAttribute("alt").isBlank());
		}
	}

	@Test
	void nothingPointsOutOfTheFolder() {
		final Set<String> ids = elements("section").stream().map(s -> s
			.getAttribute("id")).collect(Collectors.toSet());
		final List<String> links = new ArrayList<>();
		elements("a").forEach(a -> links.add(a.getAttribute("href")));
		elements("img").forEach(i -> links.add(i.getAttribute("src")));
		assertFalse(links.isEmpty());
		for (final String link : links)
			if (link.startsWith("#")) assertTrue(ids.contains(link.substring(1)),
				link);
			else {
				assertTrue(link.matches("[a-z0-9-]+\\.(png|json)"), link);
				assertTrue(Files.exists(folder.resolve(link)), link);
			}
		for (final String name : List.of("script", "link", "iframe", "object",
			"base"))
			assertTrue(elements(name).isEmpty(), name);
		final String css = elements("style").get(0).getTextContent();
		assertFalse(css.contains("url(") || css.contains("@import"));
	}

	@Test
	void textsStandAsTheyAre() {
		// A control character has no place in a page; all else is kept.
		final String text = ExampleReport.HOSTILE.replace('\u0007', '\uFFFD');
		assertEquals("Project " + text + ", target mitochondria", elements("p").get(
			0).getTextContent());
		assertTrue(elements("td").stream().anyMatch(td -> td.getTextContent()
			.equals(text)));
	}

	@Test
	void headingsFollowTheSections() {
		assertEquals(ExampleReport.of().sections().stream().map(
			Report.Section::heading).toList(), elements("h2").stream().map(
				Element::getTextContent).toList());
	}

	@Test
	void metricsAreReadBack() throws IOException {
		assertEquals(ExampleReport.of().metrics(), Json.read(folder.resolve(
			"metrics.json")));
		assertFalse(Files.readString(folder.resolve("metrics.json"),
			StandardCharsets.UTF_8).contains("NaN"));
	}

	@Test
	void refusesTwoFiguresOfOneName(@TempDir final Path other) {
		final Figure f = new Figure("same", "", "", new BufferedImage(1, 1,
			BufferedImage.TYPE_INT_RGB), 1);
		final Report twice = new Report("", "", List.of(new Report.Section("a", List
			.of(f, f))), new Json());
		assertThrows(IllegalArgumentException.class, () -> ReportWriter.write(twice,
			other, Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> new Figure("../a", "",
			"", f.image(), 1));
	}

	@Test
	void cancelledLeavesNoPage(@TempDir final Path other) {
		final Progress stop = new Progress() {

			@Override
			public void report(final double fraction, final String message) {
				// nobody listens
			}

			@Override
			public boolean cancelled() {
				return true;
			}
		};
		assertThrows(Cancelled.class, () -> ReportWriter.write(ExampleReport.of(),
			other, stop));
		assertFalse(Files.exists(other.resolve("index.html")));
	}
}
