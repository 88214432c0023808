
package org.twostream.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A Python process with PyTorch in eager mode that computes only while it is
 * asked: src/test/python/speed_peer.py, which says what it answers.
 */
final class PyTorchPeer implements AutoCloseable {

	private final LinePeer peer;
	private final String description;

	PyTorchPeer(final String python, final int threads, final String device,
		final Path folder) throws IOException
	{
		peer = new LinePeer(List.of(python, "src/test/python/speed_peer.py"), String
			.valueOf(threads), device, folder.toString());
		description = peer.answer();
	}

	String description() {
		return description;
	}

	/** Whether its device has instructions for bfloat16. */
	boolean bf16() {
		return description.endsWith(" bf16");
	}

	String ask(final String question) throws IOException {
		return peer.ask(question);
	}

	@Override
	public void close() {
		peer.close();
	}
}
