
package org.twostream.volume.chunked;

import java.io.IOException;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;

import org.twostream.core.UserError;

/**
 * Zstandard frames, written with a checksum of the content so that a flipped
 * bit is found on reading.
 */
record ZstdCodec(int level) implements Codec {

	@Override
	public void encode(final Bytes in, final Bytes out, final Scratch scratch)
		throws IOException
	{
		try {
			out.resize((int) Zstd.compressBound(in.length));
			out.length = scratch.compress(level).compressByteArray(out.array, 0,
				out.array.length, in.array, in.offset, in.length);
		}
		catch (final ZstdException e) {
			throw new IOException("zstd: " + e.getMessage(), e);
		}
		catch (final LinkageError e) {
			throw missing(e);
		}
	}

	@Override
	public void decode(final Bytes in, final Bytes out, final int expected,
		final Scratch scratch) throws IOException
	{
		try {
			long n = expected;
			if (expected == UNKNOWN) n = Zstd.getFrameContentSize(in.array, in.offset,
				in.length);
			if (n < 0 || n > Integer.MAX_VALUE - 8) throw new IOException(
				"zstd frame without a content size");
			out.resize((int) n);
			out.length = scratch.decompress().decompressByteArray(out.array, 0,
				(int) n, in.array, in.offset, in.length);
		}
		catch (final ZstdException e) {
			throw new IOException("zstd: " + e.getMessage(), e);
		}
		catch (final LinkageError e) {
			throw missing(e);
		}
	}

	private static UserError missing(final LinkageError e) {
		return new UserError("The zstd library cannot be loaded on " + System
			.getProperty("os.name") + " " + System.getProperty("os.arch") +
			"; convert the volume to gzip compression.", e);
	}
}
