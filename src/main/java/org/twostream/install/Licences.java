
package org.twostream.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.twostream.core.UserError;

/** Under which licence a library says that it stands. */
final class Licences {

	private static final List<String> TEXTS = List.of("META-INF/LICENSE",
		"META-INF/LICENSE.txt", "LICENSE", "LICENSE.txt", "META-INF/AL2.0");
	private static final int FIRST_LINES = 3;

	private Licences() {}

	/**
	 * Its licences by name: from its pom, beside or inside the jar, else from its
	 * manifest, else the beginning of the licence that it carries.
	 *
	 * @return empty if it says nothing
	 * @throws UserError if the jar cannot be read
	 */
	static Optional<String> of(final Library library) {
		final Path file = library.file();
		try (JarFile jar = new JarFile(file.toFile())) {
			final List<String> named = new ArrayList<>();
			final Path pom = file.resolveSibling(library.artifact() + "-" + library
				.version() + ".pom");
			if (Files.exists(pom)) named.addAll(inPom(Files.readString(pom)));
			for (final JarEntry entry : jar.stream().filter(e -> e.getName().matches(
				"META-INF/maven/.*/pom\\.xml")).toList())
				if (named.isEmpty()) named.addAll(inPom(text(jar, entry)));
			if (!named.isEmpty()) return Optional.of(String.join(", ", named));
			final String bundle = jar.getManifest() == null ? null : jar.getManifest()
				.getMainAttributes().getValue("Bundle-License");
			if (bundle != null) return Optional.of(bundle);
			for (final String name : TEXTS)
				if (jar.getJarEntry(name) != null) return Optional.of(beginning(text(
					jar, jar.getJarEntry(name))));
			return Optional.empty();
		}
		catch (final IOException | XMLStreamException e) {
			throw new UserError("Cannot read the licence of " + file + " (" + e
				.getMessage() + "); restore the jar, then try again.", e);
		}
	}

	private static String text(final JarFile jar, final JarEntry entry)
		throws IOException
	{
		try (InputStream in = jar.getInputStream(entry)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static List<String> inPom(final String pom)
		throws XMLStreamException
	{
		final XMLInputFactory factory = XMLInputFactory.newFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		final XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(
			pom.strip()));
		final List<String> names = new ArrayList<>();
		boolean inside = false;
		while (xml.hasNext()) {
			final int event = xml.next();
			if (event == XMLStreamReader.START_ELEMENT) {
				if (xml.getLocalName().equals("license")) inside = true;
				else if (inside && xml.getLocalName().equals("name")) names.add(xml
					.getElementText().strip());
			}
			else if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName()
				.equals("license")) inside = false;
		}
		return names;
	}

	private static String beginning(final String text) {
		return String.join(" ", text.lines().map(String::strip).filter(l -> !l
			.isEmpty()).limit(FIRST_LINES).toList());
	}
}
