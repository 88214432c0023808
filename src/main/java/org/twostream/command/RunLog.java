
package org.twostream.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.twostream.core.AtomicFile;

/**
 * The file log.txt of a project: one line per start and end of a step, whatever
 * the door, for people and for reports of errors. Nothing reads it to decide
 * anything. Several processes may add to it; none adds to a project that cannot
 * be written.
 */
final class RunLog {

	private static final String NAME = "log.txt";

	private final Path project;

	RunLog(final Path project) {
		this.project = project;
	}

	/** Adds a line with the time, if the project is there. */
	void add(final String text) {
		if (!Files.isDirectory(project) || !Files.isWritable(project)) return;
		final Path file = project.resolve(NAME);
		final String line = Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " +
			text.replaceAll("\\s*\\R\\s*", " ") + "\n";
		try {
			// one write, which other processes' writes do not cut
			Files.write(file, line.getBytes(StandardCharsets.UTF_8),
				StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		}
		catch (final IOException e) {
			throw AtomicFile.failure(file, e);
		}
	}

	/** The last lines, none where there is no log. */
	List<String> last(final int lines) {
		final Path file = project.resolve(NAME);
		if (!Files.isRegularFile(file)) return List.of();
		try {
			final List<String> all = Files.readAllLines(file);
			return all.subList(Math.max(0, all.size() - lines), all.size());
		}
		catch (final IOException e) {
			throw AtomicFile.failure(file, e);
		}
	}
}
