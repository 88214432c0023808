
package org.twostream.volume.chunked;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

import com.scalableminds.bloscjava.Blosc;

import org.twostream.core.UserError;

/** Blosc 1 buffers; what is written is LZ4 behind a bit shuffle. */
record BloscCodec(int level, int typeSize) implements Codec {

	private static final int HEADER = 16;

	@Override
	public void encode(final Bytes in, final Bytes out, final Scratch scratch) {
		try {
			final byte[] encoded = Blosc.compress(exact(in), typeSize,
				Blosc.Compressor.LZ4, level, Blosc.Shuffle.BIT_SHUFFLE, 0, 1);
			out.array = encoded;
			out.offset = 0;
			out.length = encoded.length;
		}
		catch (final LinkageError e) {
			throw missing(e);
		}
	}

	@Override
	public void decode(final Bytes in, final Bytes out, final int expected,
		final Scratch scratch) throws IOException
	{
		// The native decoder trusts the header, so it is checked first.
		if (in.length < HEADER) throw new IOException("blosc header is cut off");
		final ByteBuffer header = ByteBuffer.wrap(in.array, in.offset, HEADER)
			.slice().order(ByteOrder.LITTLE_ENDIAN);
		final int decoded = header.getInt(4);
		final int encoded = header.getInt(12);
		if (encoded != in.length || decoded < 0 || expected != UNKNOWN &&
			decoded != expected) throw new IOException("blosc buffer of " +
				in.length + " bytes says " + encoded + " bytes for " + decoded);
		try {
			out.array = Blosc.decompress(exact(in));
			out.offset = 0;
			out.length = out.array.length;
		}
		catch (final LinkageError e) {
			throw missing(e);
		}
		catch (final RuntimeException e) {
			throw new IOException("blosc: " + e.getMessage(), e);
		}
	}

	private static byte[] exact(final Bytes in) {
		return in.offset == 0 && in.length == in.array.length ? in.array : Arrays
			.copyOfRange(in.array, in.offset, in.offset + in.length);
	}

	private static UserError missing(final LinkageError e) {
		return new UserError("The blosc library cannot be loaded on " + System
			.getProperty("os.name") + " " + System.getProperty("os.arch") +
			"; convert the volume to zstd or gzip compression.", e);
	}
}
