
package org.twostream.volume.chunked;

import java.nio.ByteBuffer;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;

/**
 * What one thread needs while it reads or writes a chunk. Taken from a
 * {@link ScratchPool}. Not thread-safe.
 */
final class Scratch implements AutoCloseable {

	private static final int IO_BYTES = 1 << 20;

	/** The chunk as it goes through the codecs. */
	Bytes chunk = new Bytes();
	private Bytes spare = new Bytes();

	/** Between heap arrays and files: the JDK would copy through one as well. */
	final ByteBuffer io = ByteBuffer.allocateDirect(IO_BYTES);

	private ZstdCompressCtx compress;
	private ZstdDecompressCtx decompress;
	private int level;

	/** Where a codec writes to; then {@link #swap}. */
	Bytes spare() {
		return spare;
	}

	/** Makes what was written to {@link #spare} the chunk. */
	void swap() {
		final Bytes old = chunk;
		chunk = spare;
		spare = old;
	}

	ZstdCompressCtx compress(final int wanted) {
		if (compress == null) compress = new ZstdCompressCtx().setChecksum(true);
		if (level != wanted) compress.setLevel(wanted);
		level = wanted;
		return compress;
	}

	ZstdDecompressCtx decompress() {
		if (decompress == null) decompress = new ZstdDecompressCtx();
		return decompress;
	}

	@Override
	public void close() {
		if (compress != null) compress.close();
		if (decompress != null) decompress.close();
		compress = null;
		decompress = null;
	}
}
