
package org.twostream.net;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.twostream.core.AtomicFile;
import org.twostream.core.Json;
import org.twostream.core.UserError;

/**
 * Named float32 arrays in one file, in the safetensors format
 * (https://github.com/huggingface/safetensors): eight bytes little-endian
 * length, a JSON heading, the numbers. Reads and writes one array at a time.
 */
final class Safetensors {

	private static final int CHUNK = 1 << 20;
	private static final long LONGEST_HEADING = 100_000_000;

	private Safetensors() {}

	/** Name and shape of an array in a file. */
	record Entry(String name, long... shape) {

		int size() {
			long n = 1;
			for (final long s : shape)
				n *= s;
			return Math.toIntExact(n);
		}
	}

	/** Where the numbers come from, asked once each in order. */
	@FunctionalInterface
	interface Source {

		float[] values(int index);
	}

	/** Where the numbers go. */
	interface Sink {

		/** Told what the file holds, before any numbers. */
		void heading(Map<String, String> metadata, List<Entry> entries);

		void values(Entry entry, float[] values);
	}

	/**
	 * @throws UserError if the file cannot be written; then no part of it exists
	 */
	static void write(final Path file, final Map<String, String> metadata,
		final List<Entry> entries, final Source source)
	{
		AtomicFile.write(file, out -> {
			final Json heading = new Json();
			heading.put("__metadata__", metadata);
			long offset = 0;
			for (final Entry e : entries) {
				final long end = offset + 4L * e.size();
				heading.put(e.name, new Json().put("dtype", "F32").put("shape", e.shape)
					.put("data_offsets", new long[] { offset, end }));
				offset = end;
			}
			final byte[] text = heading.line().getBytes(StandardCharsets.UTF_8);
			// Padding keeps the numbers aligned for readers that map the file.
			final int length = (text.length + 7) / 8 * 8;
			final ByteBuffer head = buffer(8 + length).putLong(length).put(text);
			while (head.hasRemaining())
				head.put((byte) ' ');
			out.write(head.array());
			final ByteBuffer chunk = buffer(CHUNK * 4);
			for (int i = 0; i < entries.size(); i++) {
				final float[] values = source.values(i);
				for (int from = 0; from < values.length; from += CHUNK) {
					final int n = Math.min(CHUNK, values.length - from);
					chunk.asFloatBuffer().put(values, from, n);
					out.write(chunk.array(), 0, 4 * n);
				}
			}
		});
	}

	/**
	 * @throws UserError if the file is missing, cut off or not float32
	 *           safetensors
	 */
	static void read(final Path file, final Sink sink) {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
				InputStream in = java.nio.channels.Channels.newInputStream(channel))
		{
			final long length = buffer(in.readNBytes(8), 8).getLong();
			if (length < 2 || length > Math.min(LONGEST_HEADING, channel.size() - 8))
				throw damaged(file, "its heading has " + length + " bytes", null);
			final Json heading = Json.parse(new String(in.readNBytes((int) length),
				StandardCharsets.UTF_8), file.toString());
			final List<Entry> entries = new ArrayList<>();
			final List<Long> offsets = new ArrayList<>();
			for (final String name : heading.names()) {
				// PyTorch's count of batches; nothing here depends on it.
				if ("__metadata__".equals(name) || name.endsWith("num_batches_tracked"))
					continue;
				final Json e = heading.object(name);
				if (!"F32".equals(e.string("dtype"))) throw damaged(file, "array " +
					name + " is " + e.string("dtype") + " instead of F32", null);
				final double[] shape = e.numbers("shape");
				final long[] sides = new long[shape.length];
				for (int i = 0; i < sides.length; i++)
					sides[i] = (long) shape[i];
				entries.add(new Entry(name, sides));
				offsets.add(8 + length + (long) e.numbers("data_offsets")[0]);
			}
			sink.heading(heading.has("__metadata__") ? heading.object("__metadata__")
				.texts() : Map.of(), entries);
			for (int i = 0; i < entries.size(); i++) {
				channel.position(offsets.get(i));
				sink.values(entries.get(i), floats(in, entries.get(i).size()));
			}
		}
		catch (final NoSuchFileException e) {
			throw new UserError("There is no weights file " + file +
				"; check the path of the model.", e);
		}
		catch (final EOFException e) {
			throw damaged(file, "it ends after " + length(file) + " bytes", e);
		}
		catch (final IOException e) {
			throw new UserError("Cannot read " + file + " (" + e.getMessage() +
				"); check the file and its permissions.", e);
		}
	}

	private static float[] floats(final InputStream in, final int n)
		throws IOException
	{
		final float[] values = new float[n];
		final FloatBuffer all = FloatBuffer.wrap(values);
		while (all.hasRemaining()) {
			final int bytes = 4 * Math.min(CHUNK, all.remaining());
			all.put(buffer(in.readNBytes(bytes), bytes).asFloatBuffer());
		}
		return values;
	}

	private static ByteBuffer buffer(final int bytes) {
		return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
	}

	private static ByteBuffer buffer(final byte[] bytes, final int needed)
		throws EOFException
	{
		if (bytes.length < needed) throw new EOFException();
		return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
	}

	private static String length(final Path file) {
		try {
			return String.valueOf(Files.size(file));
		}
		catch (final IOException e) {
			return "unknown (" + e.getMessage() + ")";
		}
	}

	private static UserError damaged(final Path file, final String what,
		final Exception cause)
	{
		return new UserError(file + " is not a whole weights file: " + what +
			"; restore it from a copy or train again.", cause);
	}
}
