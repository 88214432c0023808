
package org.twostream.volume.chunked;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.twostream.core.UserError;

/** bzip2, which is only read. */
record Bzip2Codec() implements Codec {

	@Override
	public void encode(final Bytes in, final Bytes out, final Scratch scratch) {
		throw new UserError(
			"Volumes in bzip2 compression can only be read; write to a new volume.");
	}

	@Override
	public void decode(final Bytes in, final Bytes out, final int expected,
		final Scratch scratch) throws IOException
	{
		try (InputStream stream = new BZip2CompressorInputStream(
			new ByteArrayInputStream(in.array, in.offset, in.length), true))
		{
			DeflateCodec.readAll(stream, out, expected);
		}
		catch (final RuntimeException e) {
			throw new IOException("bzip2: " + e.getMessage(), e);
		}
	}
}
