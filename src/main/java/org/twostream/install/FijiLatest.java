
package org.twostream.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a Fiji-Latest has, as written down where no Fiji can be looked at. */
final class FijiLatest implements Inventory {

	private static final String LIST = "fiji-latest.tsv";

	private final Map<String, Version> versions = new LinkedHashMap<>();

	FijiLatest() {
		try (InputStream in = FijiLatest.class.getResourceAsStream(LIST)) {
			new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(
				l -> !l.startsWith("#") && !l.startsWith("artifact")).map(l -> l.split(
					"\t")).forEach(c -> versions.put(c[0], new Version(c[1])));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Override
	public Optional<Library> find(final Library wanted) {
		return Optional.ofNullable(versions.get(wanted.artifact())).map(
			v -> new Library(wanted.artifact(), v, "", Path.of("jars", wanted
				.artifact() + "-" + v + ".jar")));
	}

	/** Name and version of all. */
	Map<String, Version> versions() {
		return Map.copyOf(versions);
	}
}
