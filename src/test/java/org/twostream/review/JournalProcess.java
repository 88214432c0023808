
package org.twostream.review;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.twostream.core.Answer;
import org.twostream.core.UserError;

/**
 * A process of its own that records answers and prints each uuid once it is
 * acknowledged, to be killed or starved by {@link JournalFaultTest}. Arguments:
 * folder, annotator, number of answers.
 */
public final class JournalProcess {

	private JournalProcess() {}

	public static void main(final String... args) {
		final PrintStream out = new PrintStream(new java.io.FileOutputStream(
			java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
		try (Journal journal = Journal.open(Path.of(args[0]), args[1])) {
			for (int i = 0; i < Integer.parseInt(args[2]); i++)
				out.println(journal.record(Samples.entry(i, Answer.TRUE)).uuid());
		}
		catch (final UserError e) {
			out.println("refused: " + e.getMessage());
		}
	}
}
