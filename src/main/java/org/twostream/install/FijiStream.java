
package org.twostream.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.twostream.core.UserError;

/** Which of Fiji's two streams a folder holds: Stable (Java 8) or Latest. */
final class FijiStream {

	private static final int JAVA_NEEDED = 17;
	private static final Pattern JAVA = Pattern.compile(
		"(?:jdk|jre|zulu|java)[-_]?(?:1\\.)?(\\d+).*");
	private static final int DEEP = 4;

	private FijiStream() {}

	/**
	 * @throws UserError if it is Fiji-Stable or has a Java that is too old
	 */
	static void refuseStable(final Path root) {
		if (hasSite(root.resolve("db.xml.gz"), "Java-8")) throw refusal(root,
			"it follows the update site Java-8");
		final OptionalInt java = newestJava(root.resolve("java"));
		if (java.isPresent() && java.getAsInt() < JAVA_NEEDED) throw refusal(root,
			"its Java is version " + java.getAsInt());
	}

	private static UserError refusal(final Path root, final String why) {
		return new UserError("TwoStream requires Fiji-Latest, and " + root +
			" is Fiji-Stable (" + why +
			"); install Fiji-Latest beside it and give its folder.");
	}

	private static boolean hasSite(final Path index, final String name) {
		if (!Files.isRegularFile(index)) return false;
		try (InputStream in = new GZIPInputStream(Files.newInputStream(index))) {
			final XMLInputFactory factory = XMLInputFactory.newFactory();
			factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
			final XMLStreamReader xml = factory.createXMLStreamReader(in);
			while (xml.hasNext())
				if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName()
					.equals("update-site") && name.equals(xml.getAttributeValue(null,
						"name"))) return true;
			return false;
		}
		catch (final IOException | XMLStreamException e) {
			throw new UserError("Cannot read Fiji's index " + index + " (" + e
				.getMessage() +
				"); start that Fiji's updater once, which writes it anew.", e);
		}
	}

	private static OptionalInt newestJava(final Path folder) {
		if (!Files.isDirectory(folder)) return OptionalInt.empty();
		try (Stream<Path> files = Files.walk(folder, DEEP)) {
			return files.filter(Files::isDirectory).map(p -> JAVA.matcher(p
				.getFileName().toString())).filter(Matcher::matches).mapToInt(
					m -> Integer.parseInt(m.group(1))).max();
		}
		catch (final IOException e) {
			throw new UserError("Cannot look into " + folder + " (" + e.getMessage() +
				"); check its permissions.", e);
		}
	}
}
