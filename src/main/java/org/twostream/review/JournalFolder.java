
package org.twostream.review;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.twostream.core.UserError;

/**
 * All journals of a folder, for those who read them again and again while
 * others write: only what was added is parsed. Thread-safe.
 */
public final class JournalFolder {

	private final Path folder;
	private final Map<Path, JournalFile> files = new TreeMap<>();

	/**
	 * @param folder may be missing: no events
	 */
	public JournalFolder(final Path folder) {
		this.folder = folder;
	}

	/**
	 * What is there now, as {@link Verdicts#read}.
	 *
	 * @throws UserError if the folder or a file cannot be read
	 */
	public synchronized Verdicts read() {
		final List<Path> there = journals();
		files.keySet().retainAll(there);
		final List<Verdict> events = new ArrayList<>();
		final List<String> problems = new ArrayList<>();
		final Set<String> seen = new HashSet<>();
		for (final Path path : there) {
			final JournalFile file = files.computeIfAbsent(path, JournalFile::new);
			file.refresh();
			problems.addAll(file.problems());
			for (final Verdict v : file.events())
				if (seen.add(v.uuid())) events.add(v);
		}
		events.sort(Comparator.comparing(Verdict::time)); // stable
		return new Verdicts(events, problems);
	}

	private List<Path> journals() {
		if (!Files.isDirectory(folder)) return List.of();
		try (Stream<Path> all = Files.list(folder)) {
			return all.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList();
		}
		catch (final IOException e) {
			throw new UserError("Cannot list the journals in " + folder + " (" + e
				.getMessage() + "); check the folder and its permissions.", e);
		}
	}

	/**
	 * When an annotator recorded the last event, as the files' last lines say;
	 * the epoch if there is none.
	 *
	 * @param stem how the names of this annotator's files begin
	 * @throws IOException if the folder or a file cannot be read
	 */
	static Instant lastTime(final Path folder, final String stem,
		final String annotator) throws IOException
	{
		Instant last = Instant.EPOCH;
		try (DirectoryStream<Path> own = Files.newDirectoryStream(folder, f -> f
			.getFileName().toString().startsWith(stem) && f.toString().endsWith(
				".jsonl")))
		{
			for (final Path path : own) {
				final Optional<Verdict> event = new JournalFile(path).lastWhole();
				if (event.isPresent() && event.get().annotator().equals(annotator) &&
					event.get().time().isAfter(last)) last = event.get().time();
			}
		}
		return last;
	}
}
