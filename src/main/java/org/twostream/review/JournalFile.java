
package org.twostream.review;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.twostream.core.UserError;

/**
 * What one journal holds. Reading it again parses only what was added. Not
 * thread-safe.
 */
final class JournalFile {

	/** Bytes at the end of a file that hold its last event. */
	private static final int TAIL = 1 << 16;

	private final Path file;
	private final List<Verdict> events = new ArrayList<>();
	private final List<String> problems = new ArrayList<>();
	/** Bytes and lines that were parsed for good: they end with a line break. */
	private long parsed;
	private int lines;
	/** Of the last line, where it has no line break. */
	private Optional<Verdict> lastEvent = Optional.empty();
	private Optional<String> lastProblem = Optional.empty();

	JournalFile(final Path file) {
		this.file = file;
	}

	/**
	 * Reads what is there now.
	 *
	 * @throws UserError if the file cannot be read at all
	 */
	void refresh() {
		try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
			if (in.length() < parsed) forget(); // somebody cut it
			in.seek(parsed);
			final byte[] bytes = new byte[Math.toIntExact(in.length() - parsed)];
			in.readFully(bytes);
			parse(bytes);
		}
		catch (final IOException e) {
			throw new UserError("Cannot read the journal " + file + " (" + e
				.getMessage() + "); check the file and its permissions.", e);
		}
	}

	private void forget() {
		events.clear();
		problems.clear();
		parsed = 0;
		lines = 0;
	}

	private void parse(final byte[] bytes) {
		int from = 0;
		for (int i = 0; i < bytes.length; i++) {
			if (bytes[i] != '\n') continue;
			lines++;
			final String line = new String(bytes, from, i - from,
				StandardCharsets.UTF_8);
			from = i + 1;
			try {
				if (!line.isBlank()) events.add(Verdict.parse(line, whence(lines)));
			}
			catch (final UserError e) {
				problems.add(whence(lines) + " is damaged and left out: " + e
					.getMessage());
			}
		}
		parsed += from;
		last(new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8));
	}

	private void last(final String line) {
		lastEvent = Optional.empty();
		lastProblem = Optional.empty();
		if (line.isBlank()) return;
		final String whence = whence(lines + 1);
		try {
			lastEvent = Optional.of(Verdict.parse(line, whence));
		}
		catch (final UserError e) {
			lastProblem = Optional.of(whence +
				" breaks off: it was being written when the program stopped, and was" +
				" never confirmed, unless the file was cut later; the " + events
					.size() + " events before it are there.");
		}
	}

	private String whence(final int line) {
		return file.getFileName() + ", line " + line;
	}

	/** Events that could be read, in the order of writing. */
	List<Verdict> events() {
		final List<Verdict> all = new ArrayList<>(events);
		lastEvent.ifPresent(all::add);
		return all;
	}

	/** One sentence per line that could not. */
	List<String> problems() {
		final List<String> all = new ArrayList<>(problems);
		lastProblem.ifPresent(all::add);
		return all;
	}

	/**
	 * The last event that is whole, found without reading all.
	 *
	 * @throws IOException if the file cannot be read
	 */
	Optional<Verdict> lastWhole() throws IOException {
		final byte[] bytes;
		try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
			in.seek(Math.max(0, in.length() - TAIL));
			bytes = new byte[(int) Math.min(TAIL, in.length())];
			in.readFully(bytes);
		}
		final String[] tail = new String(bytes, StandardCharsets.UTF_8).split("\n");
		for (int i = tail.length - 1; i >= 0; i--) {
			last(tail[i]);
			if (lastEvent.isPresent()) return lastEvent;
		}
		return Optional.empty();
	}
}
