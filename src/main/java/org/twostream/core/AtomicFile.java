
package org.twostream.core;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes a file so that a reader, a crash or a full disk sees the old one or
 * the whole new one: temporary file beside it, fsync, rename. Thread-safe.
 */
public final class AtomicFile {

	private AtomicFile() {}

	/** Something that writes itself to a stream. */
	@FunctionalInterface
	public interface Content {

		void writeTo(OutputStream out) throws IOException;
	}

	/** As {@link #write(Path, Content)}, UTF-8. */
	public static void write(final Path file, final String text) {
		write(file, text.getBytes(StandardCharsets.UTF_8));
	}

	/** As {@link #write(Path, Content)}. */
	public static void write(final Path file, final byte[] bytes) {
		write(file, out -> out.write(bytes));
	}

	/**
	 * Replaces the file as a whole; missing folders are made.
	 *
	 * @throws UserError if it cannot be written, such as on a full disk; the
	 *           temporary file is removed
	 */
	public static void write(final Path file, final Content content) {
		Path temporary = null;
		try {
			final Path folder = file.toAbsolutePath().getParent();
			Files.createDirectories(folder);
			// Not createTempFile: its files may be read by nobody else.
			temporary = folder.resolve("." + file.getFileName() + "." + UUID
				.randomUUID() + ".tmp");
			try (FileChannel channel = FileChannel.open(temporary,
				StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
					OutputStream out = new java.io.BufferedOutputStream(new ChannelStream(
						channel), 1 << 16))
			{
				content.writeTo(out);
				out.flush();
				channel.force(true);
			}
			Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE,
				StandardCopyOption.REPLACE_EXISTING);
		}
		catch (final IOException e) {
			delete(temporary, e);
			throw failure(file, e);
		}
		catch (final RuntimeException e) {
			delete(temporary, e);
			throw e;
		}
	}

	/** The refusal for a file that cannot be written. */
	public static UserError failure(final Path file, final IOException e) {
		final String reason = e instanceof FileSystemException &&
			((FileSystemException) e).getReason() != null ? ((FileSystemException) e)
				.getReason() : e.getClass().getSimpleName() + ": " + e.getMessage();
		return new UserError("Cannot write " + file + " (" + reason +
			"); free some space or choose a folder you may write to, then run the step again.",
			e);
	}

	private static void delete(final Path temporary, final Exception cause) {
		if (temporary == null) return;
		try {
			Files.deleteIfExists(temporary);
		}
		catch (final IOException e) {
			cause.addSuppressed(e);
		}
	}

	private static final class ChannelStream extends OutputStream {

		private final FileChannel channel;

		ChannelStream(final FileChannel channel) {
			this.channel = channel;
		}

		@Override
		public void write(final int b) throws IOException {
			write(new byte[] { (byte) b }, 0, 1);
		}

		@Override
		public void write(final byte[] bytes, final int offset, final int length)
			throws IOException
		{
			final ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
			while (buffer.hasRemaining())
				channel.write(buffer);
		}
	}
}
