
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
					" breaks off: that answer was being written when the program" +
					" stopped, and was never confirmed." : whence +
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
	 * @throws IOException if the folder or a file cannot be read
	 */
	static Instant lastTime(final Path folder, final String annotator)
		throws IOException
	{
		Instant last = Instant.EPOCH;
		try (DirectoryStream<Path> files = Files.newDirectoryStream(folder,
			"*.jsonl"))
		{
			for (final Path file : files) {
				final Instant time = tail(file).stream().filter(v -> v.annotator()
					.equals(annotator)).map(Verdict::time).reduce(Instant.EPOCH, (a,
						b) -> a.isAfter(b) ? a : b);
				if (time.isAfter(last)) last = time;
			}
		}
		return last;
	}

	private static List<Verdict> tail(final Path file) throws IOException {
		try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
			in.seek(Math.max(0, in.length() - TAIL));
			final byte[] bytes = new byte[TAIL];
			final int n = Math.max(0, in.read(bytes));
			return parse(new String(bytes, 0, n, StandardCharsets.UTF_8), file)
				.events();
		}
	}
}
