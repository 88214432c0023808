
package org.twostream.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A Python process with PyTorch in eager mode that computes only while it is
 * asked: src/test/python/speed_peer.py, which says what it answers.
 */
final class PyTorchPeer implements AutoCloseable {

	private final Process process;
	private final PrintStream questions;
	private final BufferedReader answers;
	private final String description;

	PyTorchPeer(final String python, final int threads, final String device,
		final Path folder) throws IOException
	{
		process = new ProcessBuilder(python, "src/test/python/speed_peer.py", String
			.valueOf(threads), device, folder.toString()).redirectError(
				ProcessBuilder.Redirect.INHERIT).start();
		questions = new PrintStream(process.getOutputStream(), true,
			StandardCharsets.UTF_8);
		answers = new BufferedReader(new InputStreamReader(process.getInputStream(),
			StandardCharsets.UTF_8));
		description = answer();
	}

	String description() {
		return description;
	}

	/** Whether its device has instructions for bfloat16. */
	boolean bf16() {
		return description.endsWith(" bf16");
	}

	String ask(final String question) throws IOException {
		questions.println(question);
		return answer();
	}

	private String answer() throws IOException {
		final String line = answers.readLine();
		if (line == null) throw new IOException(
			"The Python process ended; its message is above.");
		return line;
	}

	@Override
	public void close() {
		questions.close();
		process.destroy();
	}
}
