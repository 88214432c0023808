
package org.twostream.review;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
