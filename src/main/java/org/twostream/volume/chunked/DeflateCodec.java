
package org.twostream.volume.chunked;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Gzip files and zlib streams. */
record DeflateCodec(boolean gzip, int level) implements Codec {

	private static final byte[] GZIP_HEADER = { 0x1f, (byte) 0x8b, 8, 0, 0, 0, 0,
		0, 0, (byte) 0xff };

	@Override
	public void encode(final Bytes in, final Bytes out, final Scratch scratch) {
		final Deflater deflater = new Deflater(level, gzip);
		try {
			deflater.setInput(in.array, in.offset, in.length);
			deflater.finish();
			// The bound of zlib's deflateBound, with room for gzip's frame.
			final int bound = in.length + (in.length >> 10) + 64;
			out.resize(bound);
			int n = 0;
			if (gzip) {
				System.arraycopy(GZIP_HEADER, 0, out.array, 0, GZIP_HEADER.length);
				n = GZIP_HEADER.length;
			}
			while (!deflater.finished()) {
				if (n + 8 >= out.array.length) out.grow(2 * out.array.length);
				n += deflater.deflate(out.array, n, out.array.length - n - 8);
			}
			if (gzip) {
				final CRC32 crc = new CRC32();
				crc.update(in.array, in.offset, in.length);
				n = little(out.array, n, (int) crc.getValue());
				n = little(out.array, n, in.length);
			}
			out.length = n;
		}
		finally {
			deflater.end();
		}
	}

	private static int little(final byte[] array, final int at, final int value) {
		for (int i = 0; i < 4; i++)
			array[at + i] = (byte) (value >>> 8 * i);
		return at + 4;
	}

	@Override
	public void decode(final Bytes in, final Bytes out, final int expected,
		final Scratch scratch) throws IOException
	{
		final InputStream bytes = new ByteArrayInputStream(in.array, in.offset,
			in.length);
		try (InputStream stream = gzip ? new GZIPInputStream(bytes, 1 << 15)
			: new InflaterInputStream(bytes))
		{
			readAll(stream, out, expected);
		}
	}

	/** Reads a stream to its end, which also checks its checksum. */
	static void readAll(final InputStream stream, final Bytes out,
		final int expected) throws IOException
	{
		out.resize(expected == UNKNOWN ? 1 << 16 : expected + 1);
		int n = 0;
		while (true) {
			if (n == out.array.length) out.grow(2 * n);
			final int got = stream.read(out.array, n, out.array.length - n);
			if (got < 0) break;
			n += got;
		}
		out.length = n;
	}
}
