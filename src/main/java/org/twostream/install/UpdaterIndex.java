
package org.twostream.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

import org.twostream.core.AtomicFile;
import org.twostream.core.UserError;

/**
 * The index of an update site, db.xml.gz, as the ImageJ Updater reads it.
 *
 * @param plugins its files
 */
record UpdaterIndex(List<Plugin> plugins) {

	static final String NAME = "db.xml.gz";

	/**
	 * A version that was once there.
	 *
	 * @param filename its path then
	 */
	record Previous(String timestamp, String checksum, String filename) {
	}

	/**
	 * A file of the site.
	 *
	 * @param filename path in a Fiji, with version
	 * @param platform the only one that it is for, "" for all
	 * @param checksum {@link UpdaterDigest}, "" of a file that is no longer there
	 * @param timestamp when it came, yyyyMMddHHmmss
	 * @param bytes size
	 * @param description in a sentence, ""
	 * @param dependencies paths of files that it needs
	 * @param previous versions that the updater may replace
	 */
	record Plugin(String filename, String platform, String checksum,
			String timestamp, long bytes, String description,
			List<String> dependencies, List<Previous> previous) {

		Plugin {
			dependencies = List.copyOf(dependencies);
			previous = List.copyOf(previous);
		}

		/** Which file this is a version of. */
		String key() {
			final Path path = Path.of(filename);
			return path.getParent() + "/" + LibraryName.parse(path.getFileName()
				.toString()).unversioned();
		}

		/** Among the versions that are to be replaced. */
		Previous asPrevious() {
			return new Previous(timestamp, checksum, filename);
		}
	}

	UpdaterIndex {
		plugins = List.copyOf(plugins);
	}

	Optional<Plugin> find(final String key) {
		return plugins.stream().filter(p -> p.key().equals(key)).findFirst();
	}

	/**
	 * @return empty where there is none yet
	 * @throws UserError if it is damaged
	 */
	static UpdaterIndex read(final Path site) {
		final Path file = site.resolve(NAME);
		if (!Files.exists(file)) return new UpdaterIndex(List.of());
		try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
			final XMLInputFactory factory = XMLInputFactory.newFactory();
			factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
			final XMLStreamReader xml = factory.createXMLStreamReader(in);
			final List<Plugin> plugins = new ArrayList<>();
			while (xml.hasNext())
				if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName()
					.equals("plugin")) plugins.add(plugin(xml));
			return new UpdaterIndex(plugins);
		}
		catch (final IOException | XMLStreamException e) {
			throw new UserError("Cannot read the update site's index " + file + " (" +
				e.getMessage() + "); restore it from a copy.", e);
		}
	}

	private static Plugin plugin(final XMLStreamReader xml)
		throws XMLStreamException
	{
		final String filename = xml.getAttributeValue(null, "filename");
		String platform = "";
		String checksum = "";
		String timestamp = "";
		String description = "";
		long bytes = 0;
		final List<String> dependencies = new ArrayList<>();
		final List<Previous> previous = new ArrayList<>();
		for (int event = xml.next(); event != XMLStreamReader.END_ELEMENT || !xml
			.getLocalName().equals("plugin"); event = xml.next())
		{
			if (event != XMLStreamReader.START_ELEMENT) continue;
			switch (xml.getLocalName()) {
				case "platform" -> platform = xml.getElementText();
				case "description" -> description = xml.getElementText();
				case "dependency" -> dependencies.add(xml.getAttributeValue(null,
					"filename"));
				case "version" -> {
					checksum = xml.getAttributeValue(null, "checksum");
					timestamp = xml.getAttributeValue(null, "timestamp");
					bytes = Long.parseLong(xml.getAttributeValue(null, "filesize"));
				}
				case "previous-version" -> {
					final String name = xml.getAttributeValue(null, "filename");
					previous.add(new Previous(xml.getAttributeValue(null, "timestamp"),
						xml.getAttributeValue(null, "checksum"), name == null ? filename
							: name));
				}
				default -> {
					// categories, links and authors: not ours
				}
			}
		}
		return new Plugin(filename, platform, checksum, timestamp, bytes,
			description, dependencies, previous);
	}

	/**
	 * Writes it; the same index gives the same bytes. There is no white space
	 * between tags, since the updater would count it to the next text.
	 */
	void write(final Path site) {
		AtomicFile.write(site.resolve(NAME), out -> {
			final GZIPOutputStream gzip = new GZIPOutputStream(out);
			try {
				final XMLStreamWriter xml = XMLOutputFactory.newFactory()
					.createXMLStreamWriter(new OutputStreamWriter(gzip,
						StandardCharsets.UTF_8));
				xml.writeStartDocument("UTF-8", "1.0");
				xml.writeStartElement("pluginRecords");
				for (final Plugin plugin : plugins)
					write(plugin, xml);
				xml.writeEndElement();
				xml.writeEndDocument();
				xml.flush();
			}
			catch (final XMLStreamException e) {
				throw new IOException(e);
			}
			gzip.finish();
		});
	}

	private static void write(final Plugin plugin, final XMLStreamWriter xml)
		throws XMLStreamException
	{
		xml.writeStartElement("plugin");
		xml.writeAttribute("filename", plugin.filename);
		if (!plugin.platform.isEmpty()) text(xml, "platform", plugin.platform);
		if (!plugin.checksum.isEmpty()) {
			xml.writeStartElement("version");
			xml.writeAttribute("checksum", plugin.checksum);
			xml.writeAttribute("timestamp", plugin.timestamp);
			xml.writeAttribute("filesize", Long.toString(plugin.bytes));
			if (!plugin.description.isEmpty()) text(xml, "description",
				plugin.description);
			for (final String dependency : plugin.dependencies) {
				xml.writeEmptyElement("dependency");
				xml.writeAttribute("filename", dependency);
			}
			xml.writeEndElement();
		}
		for (final Previous previous : plugin.previous) {
			xml.writeEmptyElement("previous-version");
			xml.writeAttribute("timestamp", previous.timestamp);
			xml.writeAttribute("checksum", previous.checksum);
			xml.writeAttribute("filename", previous.filename);
		}
		xml.writeEndElement();
	}

	private static void text(final XMLStreamWriter xml, final String tag,
		final String text) throws XMLStreamException
	{
		xml.writeStartElement(tag);
		xml.writeCharacters(text);
		xml.writeEndElement();
	}
}
