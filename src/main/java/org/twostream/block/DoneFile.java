
package org.twostream.block;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.BitSet;
import java.util.HexFormat;

import org.twostream.core.AtomicFile;

/**
 * The list of finished blocks on disk: a heading line with a fingerprint of
 * grid and settings, then one block index per line, appended and synchronised.
 * A last line without its line break was torn by a crash and does not count.
 * Thread-safe. For runners.
 */
public final class DoneFile implements AutoCloseable {

	private final Path file;
	private final FileChannel channel;
	private final BitSet done = new BitSet();

	/** Opens or makes the file; one with another fingerprint is begun anew. */
	public DoneFile(final RunSettings.Resume resume, final BlockGrid grid) {
		file = resume.doneFile();
		final String heading = "# twostream blocks 1 " + fingerprint(grid.text() +
			"\n" + resume.settings());
		try {
			final String text = Files.exists(file) ? Files.readString(file,
				StandardCharsets.UTF_8) : "";
			final int end = text.lastIndexOf('\n') + 1;
			if (text.startsWith(heading + "\n")) {
				text.substring(heading.length() + 1, end).lines().forEach(line -> done
					.set(Integer.parseInt(line)));
			}
			else {
				AtomicFile.write(file, heading + "\n");
			}
			channel = FileChannel.open(file, StandardOpenOption.WRITE);
			channel.truncate(done.isEmpty() ? heading.length() + 1 : end);
			channel.position(channel.size());
		}
		catch (final IOException e) {
			throw AtomicFile.failure(file, e);
		}
	}

	public boolean contains(final int block) {
		return done.get(block);
	}

	/** Blocks that were finished when the file was opened. */
	public int size() {
		return done.cardinality();
	}

	/** Marks a block whose data are on disk; returns when the mark is, too. */
	public synchronized void add(final int block) {
		try {
			final ByteBuffer line = ByteBuffer.wrap((block + "\n").getBytes(
				StandardCharsets.UTF_8));
			while (line.hasRemaining())
				channel.write(line);
			channel.force(false);
		}
		catch (final IOException e) {
			throw AtomicFile.failure(file, e);
		}
	}

	@Override
	public void close() {
		try {
			channel.close();
		}
		catch (final IOException e) {
			throw AtomicFile.failure(file, e);
		}
	}

	private static String fingerprint(final String text) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
				.digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (final NoSuchAlgorithmException e) {
			throw new AssertionError("Every Java has SHA-256", e);
		}
	}
}
