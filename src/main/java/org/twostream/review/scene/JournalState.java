
package org.twostream.review.scene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Where answers went, in words.
 *
 * @param file name of the journal
 * @param words such as "on disk, last written 14:03:22"
 */
public record JournalState(String file, String words) {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
		"HH:mm:ss");

	/**
	 * Looks at the file: not to be called on an event thread.
	 *
	 * @param zone of the clock on the wall
	 */
	public static JournalState of(final Path journal, final ZoneId zone) {
		return new JournalState(String.valueOf(journal.getFileName()), words(
			journal, zone));
	}

	private static String words(final Path journal, final ZoneId zone) {
		try {
			if (Files.size(journal) == 0) return "nothing answered since the start";
			final Instant time = Files.getLastModifiedTime(journal).toInstant();
			return "on disk, last written " + TIME.format(time.atZone(zone));
		}
		catch (final NoSuchFileException e) {
			return "nothing answered since the start";
		}
		catch (final IOException e) {
			return "cannot be looked at (" + e.getMessage() + ")";
		}
	}
}
