
package org.twostream.loop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.twostream.core.AtomicFile;

/** Removing what is no longer wanted. */
final class Folders {

	private Folders() {}

	/** Deletes the folder or file with all in it; a missing one is fine. */
	static void delete(final Path path) throws IOException {
		if (Files.isDirectory(path)) try (Stream<Path> inside = Files.list(path)) {
			for (final Path p : inside.toList())
				delete(p);
		}
		Files.deleteIfExists(path);
	}

	/** Copies a folder with all in it; the target must not be there. */
	static void copy(final Path from, final Path to) throws IOException {
		if (!Files.isDirectory(from)) {
			Files.copy(from, to);
			return;
		}
		Files.createDirectories(to);
		try (Stream<Path> inside = Files.list(from)) {
			for (final Path p : inside.toList())
				copy(p, to.resolve(p.getFileName()));
		}
	}

	/**
	 * As {@link #delete}.
	 *
	 * @throws org.twostream.core.UserError if it cannot be deleted
	 */
	static void remove(final Path path) {
		try {
			delete(path);
		}
		catch (final IOException e) {
			throw AtomicFile.failure(path, e);
		}
	}

	/**
	 * Deletes the files of a folder whose names start so.
	 *
	 * @throws org.twostream.core.UserError if one cannot be deleted
	 */
	static void removeStartingWith(final Path folder, final String start) {
		removeIf(folder, name -> name.startsWith(start));
	}

	/** As {@link #removeStartingWith}, by the end of the name. */
	static void removeEndingWith(final Path folder, final String end) {
		removeIf(folder, name -> name.endsWith(end));
	}

	private static void removeIf(final Path folder,
		final Predicate<String> unwanted)
	{
		try (Stream<Path> files = Files.list(folder)) {
			for (final Path p : files.filter(f -> unwanted.test(f.getFileName()
				.toString())).toList())
				delete(p);
		}
		catch (final IOException e) {
			throw AtomicFile.failure(folder, e);
		}
	}
}
