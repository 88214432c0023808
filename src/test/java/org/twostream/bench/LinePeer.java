
package org.twostream.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Another program to compare with: works only while it is asked, by a line on
 * its standard input, and answers with a line.
 */
final class LinePeer implements AutoCloseable {

	private final Process process;
	private final PrintStream questions;
	private final BufferedReader answers;

	LinePeer(final List<String> command, final String... arguments)
		throws IOException
	{
		final List<String> all = new ArrayList<>(command);
		all.addAll(List.of(arguments));
		process = new ProcessBuilder(all).redirectError(
			ProcessBuilder.Redirect.INHERIT).start();
		questions = new PrintStream(process.getOutputStream(), true,
			StandardCharsets.UTF_8);
		answers = new BufferedReader(new InputStreamReader(process.getInputStream(),
			StandardCharsets.UTF_8));
	}

	String ask(final String question) throws IOException {
		questions.println(question);
		return answer();
	}

	/** A line that it says without being asked. */
	String answer() throws IOException {
		final String line = answers.readLine();
		if (line == null) throw new IOException(
			"The peer process ended; its message is above.");
		return line;
	}

	@Override
	public void close() {
		questions.close();
		process.destroy();
	}
}
