
package org.twostream.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.twostream.core.Tsv;
import org.twostream.core.UserError;

/**
 * What TwoStream put into an application's folder, in its file {@value #NAME}:
 * so much and no more can be taken away again.
 *
 * @param entries in the order in which they were put
 */
record Ledger(List<Entry> entries) {

	static final String NAME = "twostream-installed.tsv";
	private static final String FOLDER = "folder";

	/**
	 * A file or, with an end of "/", a folder that was made.
	 *
	 * @param path from the application's folder, with "/"
	 * @param bytes size, 0 of a folder
	 * @param sha256 of the contents, "folder" of a folder
	 */
	record Entry(String path, long bytes, String sha256) {

		/** What copying a file to a path gives. */
		static Entry of(final Path source, final String path) throws IOException {
			return new Entry(path, Files.size(source), FileHash.sha256(source));
		}

		static Entry folder(final Path path) {
			return new Entry(path.toString().replace('\\', '/') + "/", 0, FOLDER);
		}

		boolean isFolder() {
			return path.endsWith("/");
		}

		/** Whether the file is there as it was put. */
		boolean unchanged(final Path root) {
			final Path file = root.resolve(path);
			try {
				return !isFolder() && Files.isRegularFile(file) && Files.size(
					file) == bytes && FileHash.sha256(file).equals(sha256);
			}
			catch (final IOException e) {
				throw new UncheckedIOException(e);
			}
		}
	}

	Ledger {
		entries = List.copyOf(entries);
	}

	static boolean isIn(final Path root) {
		return Files.exists(root.resolve(NAME));
	}

	/**
	 * @return empty if TwoStream is not installed there
	 * @throws UserError if the file was damaged
	 */
	static Ledger read(final Path root) {
		if (!isIn(root)) return new Ledger(List.of());
		final Tsv table = Tsv.read(root.resolve(NAME));
		return new Ledger(IntStream.range(0, table.size()).mapToObj(i -> new Entry(
			inside(root, table.get(i, "path")), table.integer(i, "bytes"), table.get(
				i, "sha256"))).toList());
	}

	// A ledger that somebody edited must not reach outside.
	private static String inside(final Path root, final String path) {
		if (root.resolve(path).normalize().startsWith(root.normalize()) && !path
			.isBlank()) return path;
		throw new UserError(root.resolve(NAME) + " names \"" + path +
			"\", which is outside that folder; restore the file from a copy or delete it.");
	}

	void write(final Path root, final String version) {
		final Tsv table = new Tsv("path", "bytes", "sha256").comment("TwoStream " +
			version + ": what its install put here and uninstall takes away.");
		entries.forEach(e -> table.row(e.path, e.bytes, e.sha256));
		table.write(root.resolve(NAME));
	}

	/** The entries of both, each once. */
	Ledger and(final Ledger other) {
		return new Ledger(Stream.concat(entries.stream(), other.entries.stream())
			.distinct().toList());
	}

	/** Paths of all entries. */
	Set<String> paths() {
		return entries.stream().map(Entry::path).collect(Collectors.toSet());
	}

	/** Files that are there as they were put. */
	List<Entry> unchanged(final Path root) {
		return entries.stream().filter(e -> e.unchanged(root)).toList();
	}
}
