
package org.twostream.volume.chunked;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** Zarr v3's checksum: four little-endian bytes behind the data. */
record Crc32cCodec() implements Codec {

	private static final int BYTES = 4;

	@Override
	public void encode(final Bytes in, final Bytes out, final Scratch scratch) {
		out.resize(in.length + BYTES);
		System.arraycopy(in.array, in.offset, out.array, 0, in.length);
		buffer(out).putInt(in.length, sum(in, in.length));
	}

	@Override
	public void decode(final Bytes in, final Bytes out, final int expected,
		final Scratch scratch) throws IOException
	{
		final int n = in.length - BYTES;
		if (n < 0 || buffer(in).getInt(n) != sum(in, n)) throw new IOException(
			"the checksum differs");
		out.resize(n);
		System.arraycopy(in.array, in.offset, out.array, 0, n);
	}

	private static int sum(final Bytes in, final int n) {
		final CRC32C crc = new CRC32C();
		crc.update(in.array, in.offset, n);
		return (int) crc.getValue();
	}

	private static ByteBuffer buffer(final Bytes b) {
		return ByteBuffer.wrap(b.array, b.offset, b.length).slice().order(
			ByteOrder.LITTLE_ENDIAN);
	}
}
