
package org.twostream.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.twostream.core.AtomicFile;
import org.twostream.core.Progress;

/**
 * The zip for a machine without a network: unzipped over a Fiji it leaves
 * nothing to be downloaded. The same jars give the same bytes.
 */
final class Bundle {

	/** The folder for what is to be read, beside jars and plugins. */
	private static final String PAGES = "twostream/";
	private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);
	private static final int BUFFER = 1 << 20;

	private final Map<String, Library> jars = new TreeMap<>();
	private final Map<String, String> pages = new TreeMap<>();
	private final Progress progress;

	/**
	 * @param natives native libraries that go along
	 */
	Bundle(final Lacking lacking, final List<Library> natives,
		final Progress progress)
	{
		this.progress = progress;
		final Library own = lacking.distribution().jar();
		final List<Library> others = new ArrayList<>(lacking.libraries());
		others.addAll(natives);
		others.forEach(l -> jars.put("jars/" + l.fileName(), l));
		jars.put("plugins/" + own.fileName(), own);
		pages.put(PAGES + "README.txt", readme(own));
		pages.put(PAGES + "licences.tsv", licences(others));
	}

	private String readme(final Library own) {
		return "TwoStream " + own.version() + ", to be unzipped over a Fiji.\n\n" +
			"Requires Fiji-Latest. Close Fiji, unzip this into its folder (the one with\n" +
			"jars and plugins), start it: Plugins > TwoStream. Nothing is downloaded.\n" +
			"To take it away again delete these files and the folder twostream:\n\n" +
			String.join("\n", jars.keySet()) +
			"\n\nlicences.tsv says under which licence each library stands.\n";
	}

	private static String licences(final List<Library> libraries) {
		final StringBuilder table = new StringBuilder(
			"library\tversion\tlicence\n");
		for (final Library library : libraries)
			table.append(library.artifact()).append('\t').append(library.version())
				.append('\t').append(Licences.of(library).orElse(
					"not stated in the jar").replace('\t', ' ')).append('\n');
		return table.toString();
	}

	/** What is in it, with sizes in bytes. */
	Map<String, Long> contents() {
		final Map<String, Long> contents = new TreeMap<>();
		jars.forEach((path, jar) -> contents.put(path, jar.bytes()));
		pages.forEach((path, text) -> contents.put(path, (long) text.getBytes(
			StandardCharsets.UTF_8).length));
		return contents;
	}

	/**
	 * @throws org.twostream.core.UserError if the file cannot be written
	 */
	void write(final Path file) {
		AtomicFile.write(file, out -> {
			final ZipOutputStream zip = new ZipOutputStream(out);
			int done = 0;
			for (final Map.Entry<String, Library> jar : jars.entrySet()) {
				progress.check();
				progress.report((double) done++ / jars.size(), jar.getKey());
				stored(zip, jar.getKey(), jar.getValue());
			}
			for (final Map.Entry<String, String> page : pages.entrySet()) {
				final ZipEntry entry = new ZipEntry(page.getKey());
				entry.setTimeLocal(TIME);
				zip.putNextEntry(entry);
				zip.write(page.getValue().getBytes(StandardCharsets.UTF_8));
				zip.closeEntry();
			}
			zip.finish();
		});
	}

	// Jars are compressed already.
	private static void stored(final ZipOutputStream zip, final String path,
		final Library jar) throws IOException
	{
		final ZipEntry entry = new ZipEntry(path);
		entry.setTimeLocal(TIME);
		entry.setMethod(ZipEntry.STORED);
		entry.setSize(Files.size(jar.file()));
		entry.setCrc(crc(jar.file()));
		zip.putNextEntry(entry);
		Files.copy(jar.file(), zip);
		zip.closeEntry();
	}

	private static long crc(final Path file) throws IOException {
		final CRC32 crc = new CRC32();
		final byte[] buffer = new byte[BUFFER];
		try (InputStream in = Files.newInputStream(file)) {
			for (int n = in.read(buffer); n >= 0; n = in.read(buffer))
				crc.update(buffer, 0, n);
		}
		return crc.getValue();
	}
}
