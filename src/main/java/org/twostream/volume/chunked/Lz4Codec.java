
package org.twostream.volume.chunked;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.twostream.core.UserError;

/**
 * LZ4 as N5 (the block stream of lz4-java) and numcodecs (length in front of
 * one block) frame it; only read. The block format is lz4_Block_format.md of
 * the LZ4 project.
 *
 * @param stream whether framed as N5 does
 */
record Lz4Codec(boolean stream) implements Codec {

	/** "LZ4Block", token, compressed and original length, checksum. */
	private static final int STREAM_HEADER = 8 + 1 + 4 + 4 + 4;
	private static final int STORED = 0x10;

	@Override
	public void encode(final Bytes in, final Bytes out, final Scratch scratch) {
		throw new UserError(
			"Volumes in lz4 compression can only be read; write to a new volume.");
	}

	@Override
	public void decode(final Bytes in, final Bytes out, final int expected,
		final Scratch scratch) throws IOException
	{
		final ByteBuffer source = ByteBuffer.wrap(in.array, in.offset, in.length)
			.order(ByteOrder.LITTLE_ENDIAN);
		out.resize(0);
		try {
			if (!stream) block(source, in.length - 4, source.getInt(), out);
			else while (source.remaining() >= STREAM_HEADER) {
				source.position(source.position() + 8);
				final int method = source.get() & 0xf0;
				final int encoded = source.getInt();
				final int decoded = source.getInt();
				source.getInt();
				if (method == STORED) {
					if (decoded > source.remaining()) throw new IOException(
						"its lz4 block is cut off");
					final int at = out.length;
					out.grow(at + decoded);
					source.get(out.array, at, decoded);
				}
				else if (decoded > 0) block(source, encoded, decoded, out);
			}
		}
		catch (final IndexOutOfBoundsException | IllegalArgumentException
				| java.nio.BufferUnderflowException | NegativeArraySizeException e)
		{
			throw new IOException("its lz4 block is damaged", e);
		}
	}

	private static void block(final ByteBuffer source, final int encoded,
		final int decoded, final Bytes out) throws IOException
	{
		if (decoded < 0 || decoded > 255L * encoded) throw new IOException(
			"its lz4 block says " + decoded + " bytes");
		final int end = source.position() + encoded;
		int n = out.length;
		out.grow(n + decoded);
		final byte[] target = out.array;
		while (source.position() < end) {
			final int token = source.get() & 0xff;
			final int literals = length(token >>> 4, source);
			source.get(target, n, literals);
			n += literals;
			if (source.position() >= end) break;
			final int distance = source.getShort() & 0xffff;
			final int match = length(token & 15, source) + 4;
			if (distance == 0) throw new IOException("its lz4 block is damaged");
			// A match may overlap its own copy.
			for (int i = 0; i < match; i++, n++)
				target[n] = target[n - distance];
		}
		if (n != out.length) throw new IOException("its lz4 block is cut off");
	}

	private static int length(final int nibble, final ByteBuffer source) {
		int length = nibble;
		if (nibble == 15) {
			int more;
			do {
				more = source.get() & 0xff;
				length += more;
			}
			while (more == 255);
		}
		return length;
	}
}
