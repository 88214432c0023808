
package org.twostream.volume.chunked;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

import org.twostream.core.UserError;
import org.twostream.volume.Runs;

/**
 * One chunk between its file and its elements in C order. Thread-safe; each
 * caller brings a {@link Scratch}.
 */
final class ChunkCoder {

	private final ArrayLayout layout;
	private final ChunkSource source;

	ChunkCoder(final ArrayLayout layout, final ChunkSource source) {
		this.layout = layout;
		this.source = source;
	}

	/**
	 * Reads a chunk into {@code scratch.chunk}; one that is not there is made of
	 * the fill value.
	 *
	 * @return its elements along each axis, which N5 may cut off at the end
	 * @throws UserError if its file is damaged
	 */
	int[] decode(final long[] index, final Scratch scratch) {
		try {
			if (source.load(index, scratch.chunk, scratch)) return padded(index,
				decode(scratch), scratch);
		}
		catch (final IOException e) {
			throw new UserError("Chunk " + source.file(index) + " is damaged (" + e
				.getMessage() + "); restore it from a copy or make the volume again.",
				e);
		}
		final int[] size = writtenSize(index);
		int bytes = layout.voxels().type().bytes();
		for (final int edge : size)
			bytes *= edge;
		fill(scratch.chunk, bytes);
		return size;
	}

	/** N5 allows blocks that hold less than their place: the rest is 0. */
	private int[] padded(final long[] index, final int[] size,
		final Scratch scratch)
	{
		final int[] full = writtenSize(index);
		boolean covers = true;
		for (int d = 0; d < full.length; d++)
			covers &= size[d] >= full[d];
		if (covers) return size;
		final int bytes = layout.voxels().type().bytes();
		final Bytes small = scratch.chunk;
		final Bytes whole = scratch.spare();
		fill(whole, layout.chunkBytes());
		final int[] corner = new int[size.length];
		Runs.forEach(size, size, corner, layout.chunk(), corner, (a, b, n) -> System
			.arraycopy(small.array, small.offset + a * bytes, whole.array, b * bytes,
				n * bytes));
		scratch.swap();
		return layout.chunk();
	}

	private int[] decode(final Scratch scratch) throws IOException {
		final int bytes = layout.voxels().type().bytes();
		int[] size = layout.chunk();
		int expected = layout.chunkBytes();
		if (layout.blockHeader()) {
			size = header(scratch.chunk);
			expected = bytes;
			for (final int edge : size)
				expected *= edge;
		}
		final List<Codec> codecs = layout.codecs();
		for (int i = codecs.size() - 1; i >= 0; i--) {
			codecs.get(i).decode(scratch.chunk, scratch.spare(), i == 0 ? expected
				: Codec.UNKNOWN, scratch);
			scratch.swap();
		}
		if (scratch.chunk.length != expected) throw new IOException("it holds " +
			scratch.chunk.length + " bytes instead of " + expected);
		if (!layout.isCOrder()) {
			Transpose.toC(scratch.chunk, scratch.spare(), size, layout.stored(),
				bytes);
			scratch.swap();
		}
		return size;
	}

	/** Reads N5's header: mode, rank, edges; big endian, fastest axis first. */
	private int[] header(final Bytes chunk) throws IOException {
		final int rank = layout.rank();
		if (chunk.length < 4 + 4 * rank) throw new IOException(
			"its header is cut off");
		final ByteBuffer header = ByteBuffer.wrap(chunk.array, chunk.offset,
			chunk.length);
		final int mode = header.getShort();
		if (mode != 0 && mode != 1 || header.getShort() != rank)
			throw new IOException("its header is not of a block of rank " + rank);
		final int[] size = new int[rank];
		for (int d = rank - 1; d >= 0; d--) {
			size[d] = header.getInt();
			if (size[d] < 1 || size[d] > layout.chunk()[d]) throw new IOException(
				"its header says " + size[d] + " elements along an axis of " + layout
					.chunk()[d]);
		}
		if (mode == 1) header.getInt();
		chunk.skip(header.position() - chunk.offset);
		return size;
	}

	/** The elements along each axis that a chunk has when written. */
	int[] writtenSize(final long[] index) {
		final int[] size = layout.chunk().clone();
		if (layout.blockHeader()) for (int d = 0; d < size.length; d++)
			size[d] = (int) Math.min(size[d], layout.shape()[d] - index[d] * size[d]);
		return size;
	}

	/** Makes a piece of memory of nothing but the fill value. */
	void fill(final Bytes bytes, final int length) {
		final byte[] value = layout.fill();
		bytes.resize(length);
		if (isUniform(value, value.length, 1)) Arrays.fill(bytes.array, 0, length,
			value[0]);
		else for (int i = 0; i < length; i++)
			bytes.array[i] = value[i % value.length];
	}

	/**
	 * Writes {@code scratch.chunk}; one of nothing but the fill value is left
	 * out, and its old file removed.
	 *
	 * @param size as {@link #writtenSize}
	 */
	void encode(final long[] index, final int[] size, final ChunkFiles files,
		final Scratch scratch)
	{
		final byte[] fill = layout.fill();
		final Bytes raw = scratch.chunk;
		if (Arrays.equals(raw.array, raw.offset, raw.offset + fill.length, fill, 0,
			fill.length) && isUniform(raw.array, raw.length, fill.length))
		{
			files.remove(index);
			return;
		}
		try {
			if (!layout.isCOrder()) {
				Transpose.fromC(scratch.chunk, scratch.spare(), size, layout.stored(),
					fill.length);
				scratch.swap();
			}
			for (final Codec codec : layout.codecs()) {
				codec.encode(scratch.chunk, scratch.spare(), scratch);
				scratch.swap();
			}
		}
		catch (final IOException e) {
			throw new IllegalStateException("Cannot compress chunk " + source.file(
				index), e);
		}
		if (layout.blockHeader()) prependHeader(size, scratch);
		files.store(index, scratch.chunk, scratch);
	}

	private static void prependHeader(final int[] size, final Scratch scratch) {
		final Bytes chunk = scratch.chunk;
		final Bytes whole = scratch.spare();
		whole.resize(4 + 4 * size.length + chunk.length);
		final ByteBuffer out = ByteBuffer.wrap(whole.array).putShort((short) 0)
			.putShort((short) size.length);
		for (int d = size.length - 1; d >= 0; d--)
			out.putInt(size[d]);
		out.put(chunk.array, chunk.offset, chunk.length);
		scratch.swap();
	}

	/** Whether an array repeats its first {@code period} bytes. */
	private static boolean isUniform(final byte[] array, final int length,
		final int period)
	{
		return Arrays.equals(array, 0, length - period, array, period, length);
	}
}
