
package org.twostream.volume.chunked;

import java.io.Closeable;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.twostream.core.UserError;
import org.twostream.volume.ByteParts;
import org.twostream.volume.ChunkPart;
import org.twostream.volume.PixelType;
import org.twostream.volume.RawVoxels;
import org.twostream.volume.Runs;
import org.twostream.volume.StoredType;

/**
 * An array of any rank in a folder of chunks: N5, Zarr v2 or Zarr v3. Indices
 * in C order, last axis fastest, and so are the Java arrays. Chunks that were
 * never written, or were written with nothing but the fill value, hold the fill
 * value (0 in what this program makes). Thread-safe: any number of threads may
 * read and write; parts of one chunk written at once by several threads of this
 * object are all kept, by several objects they are not. Sent to another process
 * it is opened there again.
 */
public final class ChunkedArray implements Closeable, Serializable {

	private static final long serialVersionUID = 1L;

	private static final int LOCKS = 64;

	private final Path folder;
	private final ArrayLayout layout;
	private final ChunkFiles files;
	private final ChunkCoder coder;
	private final ScratchPool pool = new ScratchPool();
	private final Object[] locks = new Object[LOCKS];

	private ChunkedArray(final Path folder, final ArrayLayout layout) {
		this.folder = folder;
		this.layout = layout;
		files = new ChunkFiles(folder, layout.keys());
		coder = new ChunkCoder(layout, layout.shards().<ChunkSource> map(
			s -> new ShardedChunks(folder, layout.keys(), s)).orElse(files));
		Arrays.setAll(locks, i -> new Object());
	}

	/**
	 * Makes the folder and the metadata; all elements are 0.
	 *
	 * @throws UserError if there is an array already or the disk refuses
	 */
	public static ChunkedArray create(final Path folder, final ArraySpec spec) {
		for (final ChunkedFormat format : ChunkedFormat.values())
			if (ArrayFormat.of(format).isArray(folder)) throw new UserError(folder +
				" already holds an array; delete it or choose another folder.");
		WholeFolder.create(folder, f -> ArrayFormat.of(spec.format()).createArray(f,
			spec));
		return open(folder);
	}

	/**
	 * Opens an array for reading and writing.
	 *
	 * @throws UserError if the folder is not an array or its metadata are damaged
	 *           or not supported
	 */
	public static ChunkedArray open(final Path folder) {
		for (final ChunkedFormat format : ChunkedFormat.values()) {
			final ArrayFormat reader = ArrayFormat.of(format);
			if (reader.isArray(folder)) return new ChunkedArray(folder, layout(reader,
				folder));
		}
		throw new UserError(Files.exists(folder) ? folder +
			" is not a Zarr or N5 array; choose the folder that holds .zarray, zarr.json or attributes.json."
			: "There is no array at " + folder + "; check the path.");
	}

	private static ArrayLayout layout(final ArrayFormat reader,
		final Path folder)
	{
		try {
			return reader.read(folder);
		}
		catch (final IllegalStateException | NumberFormatException
				| UnsupportedOperationException | ClassCastException e)
		{
			throw new UserError("The metadata in " + folder + " are damaged (" + e
				.getMessage() + "); restore them from a copy.", e);
		}
	}

	private Object writeReplace() {
		return new Place(folder.toAbsolutePath().toString());
	}

	/** What is sent. */
	private record Place(String folder) implements Serializable {

		private Object readResolve() {
			return open(Path.of(folder));
		}
	}

	/** Elements along each axis. */
	public long[] shape() {
		return layout.shape().clone();
	}

	/** Elements of a chunk along each axis. */
	public int[] chunk() {
		return layout.chunk().clone();
	}

	/** Type of the elements as they are read. */
	public PixelType type() {
		return layout.voxels().type().pixelType();
	}

	/**
	 * Reads 8-bit elements of a box.
	 *
	 * @param from corner of the box
	 * @param size edges of the box
	 * @param target at least as long as the box has elements
	 * @throws UserError if the type is not {@link PixelType#UINT8} or a chunk is
	 *           damaged
	 */
	public void read(final long[] from, final int[] size, final byte[] target) {
		final RawVoxels v = layout.voxels();
		read(from, size, (raw, offset, to, n) -> v.read(raw, offset, target, to,
			n));
	}

	/** Whether elements are unsigned bytes as they are stored. */
	boolean isBytes() {
		final StoredType type = layout.voxels().type();
		return type.pixelType() == PixelType.UINT8 && !type.signed();
	}

	/**
	 * Goes through the bytes of a box as chunks are decoded, without a copy.
	 *
	 * @param size edges of the box, 1 along all axes but the last three
	 * @see org.twostream.volume.EmVolume#visit
	 */
	void visit(final long[] from, final int[] size, final ByteParts parts) {
		final Scratch scratch = pool.take();
		try {
			for (final ChunkPart part : ChunkPart.of(layout.shape(), layout.chunk(),
				from, size))
			{
				final int[] has = coder.decode(part.chunk(), scratch);
				part.show(scratch.chunk.array, scratch.chunk.offset, has, parts);
			}
		}
		finally {
			pool.give(scratch);
		}
	}

	/** As {@link #read(long[], int[], byte[])}, any integer type. */
	public void read(final long[] from, final int[] size, final long[] target) {
		final RawVoxels v = layout.voxels();
		read(from, size, (raw, offset, to, n) -> v.read(raw, offset, target, to,
			n));
	}

	/** As {@link #read(long[], int[], byte[])}, any type. */
	public void read(final long[] from, final int[] size, final float[] target) {
		final RawVoxels v = layout.voxels();
		read(from, size, (raw, offset, to, n) -> v.read(raw, offset, target, to,
			n));
	}

	/** Reads indices from (inclusive) .. to (exclusive) of the first axis. */
	public void readRows(final long from, final long to, final byte[] target) {
		read(corner(from), rows(from, to), target);
	}

	/** As {@link #readRows(long, long, byte[])}. */
	public void readRows(final long from, final long to, final float[] target) {
		read(corner(from), rows(from, to), target);
	}

	/**
	 * Writes 8-bit elements of a box. Whole chunks are replaced; a chunk of which
	 * the box is a part is read, changed and replaced.
	 *
	 * @param from corner of the box
	 * @param size edges of the box
	 * @throws UserError if the disk refuses, or the array is in shards
	 * @throws IllegalArgumentException if the array is of another type
	 */
	public void write(final long[] from, final int[] size, final byte[] source) {
		final RawVoxels v = layout.voxels();
		write(from, size, (raw, offset, i, n) -> v.write(source, i, raw, offset,
			n));
	}

	/** As {@link #write(long[], int[], byte[])}, any integer type. */
	public void write(final long[] from, final int[] size, final long[] source) {
		final RawVoxels v = layout.voxels();
		write(from, size, (raw, offset, i, n) -> v.write(source, i, raw, offset,
			n));
	}

	/** As {@link #write(long[], int[], byte[])}, {@link PixelType#FLOAT32}. */
	public void write(final long[] from, final int[] size, final float[] source) {
		final RawVoxels v = layout.voxels();
		write(from, size, (raw, offset, i, n) -> v.write(source, i, raw, offset,
			n));
	}

	/** Writes indices from (inclusive) .. to (exclusive) of the first axis. */
	public void writeRows(final long from, final long to, final byte[] source) {
		write(corner(from), rows(from, to), source);
	}

	/** As {@link #writeRows(long, long, byte[])}. */
	public void writeRows(final long from, final long to, final float[] source) {
		write(corner(from), rows(from, to), source);
	}

	/**
	 * Returns when all that was written before is on disk.
	 *
	 * @throws UserError if the disk refuses
	 */
	public void sync() {
		files.sync();
	}

	/** Makes all that was written durable and frees memory. */
	@Override
	public void close() {
		files.sync();
		pool.close();
	}

	private long[] corner(final long row) {
		final long[] from = new long[layout.rank()];
		from[0] = row;
		return from;
	}

	private int[] rows(final long from, final long to) {
		final int[] size = new int[layout.rank()];
		for (int d = 1; d < size.length; d++)
			size[d] = Math.toIntExact(layout.shape()[d]);
		size[0] = Math.toIntExact(to - from);
		return size;
	}

	/** Elements between a chunk's bytes and an array of the caller. */
	private interface Transfer {

		void run(byte[] raw, int rawOffset, int index, int n);
	}

	private void read(final long[] from, final int[] size,
		final Transfer transfer)
	{
		final int bytes = layout.voxels().type().bytes();
		final Scratch scratch = pool.take();
		try {
			for (final ChunkPart part : ChunkPart.of(layout.shape(), layout.chunk(),
				from, size))
			{
				final int[] has = coder.decode(part.chunk(), scratch);
				Runs.forEach(part.size(), has, part.inChunk(), size, part.inBox(), (a,
					b, n) -> transfer.run(scratch.chunk.array, scratch.chunk.offset + a *
						bytes, b, n));
			}
		}
		finally {
			pool.give(scratch);
		}
	}

	private void write(final long[] from, final int[] size,
		final Transfer transfer)
	{
		if (layout.shards().isPresent()) throw new UserError(folder +
			" is in shards, which can only be read; write to a new volume.");
		final Scratch scratch = pool.take();
		try {
			for (final ChunkPart part : ChunkPart.of(layout.shape(), layout.chunk(),
				from, size))
			{
				if (part.isWhole(layout.shape(), layout.chunk())) write(part, size,
					transfer, scratch);
				else synchronized (locks[Math.floorMod(Arrays.hashCode(part.chunk()),
					LOCKS)])
				{
					write(part, size, transfer, scratch);
				}
			}
		}
		finally {
			pool.give(scratch);
		}
	}

	private void write(final ChunkPart part, final int[] box,
		final Transfer transfer, final Scratch scratch)
	{
		final int bytes = layout.voxels().type().bytes();
		int[] has = coder.writtenSize(part.chunk());
		if (!part.isWhole(layout.shape(), layout.chunk())) has = coder.decode(part
			.chunk(), scratch);
		else if (Arrays.equals(has, part.size())) scratch.chunk.resize(part
			.elements() * bytes);
		else coder.fill(scratch.chunk, layout.chunkBytes());
		final Bytes raw = scratch.chunk;
		Runs.forEach(part.size(), has, part.inChunk(), box, part.inBox(), (a, b,
			n) -> transfer.run(raw.array, raw.offset + a * bytes, b, n));
		coder.encode(part.chunk(), has, files, scratch);
	}
}
