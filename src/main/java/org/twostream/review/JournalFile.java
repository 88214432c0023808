
package org.twostream.review;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.twostream.core.UserError;

/**
 * What one journal holds.
 *
 * @param events that could be read, in the order of writing
 * @param problems one sentence per line that could not
 */
record JournalFile(List<Verdict> events, List<String> problems) {

	/**
	 * @throws UserError if the file cannot be read at all
	 */
	static JournalFile read(final Path file) {
		final String text;
		try {
			text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
		}
		catch (final IOException e) {
			throw new UserError("Cannot read the journal " + file + " (" + e
				.getMessage() + "); check the file and its permissions.", e);
		}
		return parse(text, file);
	}

	private static JournalFile parse(final String text, final Path file) {
		final List<Verdict> events = new ArrayList<>();
		final List<String> problems = new ArrayList<>();
		final String[] lines = text.split("\n", -1);
		for (int i = 0; i < lines.length; i++) {
			if (lines[i].isBlank()) continue;
			final String whence = file.getFileName() + ", line " + (i + 1);
			try {
				events.add(Verdict.parse(lines[i], whence));
			}
			catch (final UserError e) {
				problems.add(i == lines.length - 1 ? whence +
					" breaks off: it was being written when the program stopped, and was" +
					" never confirmed, unless the file was cut later; the " + events
						.size() + " events before it are there." : whence +
							" is damaged and left out: " + e.getMessage());
			}
		}
		return new JournalFile(events, problems);
	}

	/** Bytes at the end of a file that hold its last event. */
	private static final int TAIL = 1 << 16;

	/**
	 * When this annotator recorded the last event, as the files' last lines say;
	 * the epoch if there is none.
	 *
	 * @param stem how the names of this annotator's files begin
	 * @throws IOException if the folder or a file cannot be read
	 */
	static Instant lastTime(final Path folder, final String stem,
		final String annotator) throws IOException
	{
		Instant last = Instant.EPOCH;
		try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, f -> f
			.getFileName().toString().startsWith(stem) && f.toString().endsWith(
				".jsonl")))
		{
			for (final Path file : files) {
				final Optional<Verdict> event = last(file);
				if (event.isPresent() && event.get().annotator().equals(annotator) &&
					event.get().time().isAfter(last)) last = event.get().time();
			}
		}
		return last;
	}

	/** The last event that is whole. */
	private static Optional<Verdict> last(final Path file) throws IOException {
		final byte[] bytes = new byte[TAIL];
		final int n;
		try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
			in.seek(Math.max(0, in.length() - TAIL));
			n = Math.max(0, in.read(bytes));
		}
		final String[] lines = new String(bytes, 0, n, StandardCharsets.UTF_8)
			.split("\n");
		for (int i = lines.length - 1; i >= 0; i--) {
			final JournalFile one = parse(lines[i], file);
			if (!one.events().isEmpty()) return Optional.of(one.events().get(0));
		}
		return Optional.empty();
	}
}
