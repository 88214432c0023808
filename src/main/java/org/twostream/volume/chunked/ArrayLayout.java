
package org.twostream.volume.chunked;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.twostream.core.UserError;
import org.twostream.volume.RawVoxels;

/**
 * What an array's metadata say, the same for all formats. Axes in C order.
 *
 * @param shape elements along each axis
 * @param chunk elements of a chunk (of a shard: of its inner chunks)
 * @param voxels type and byte order of the elements
 * @param stored the axes as they lie in a chunk, slowest first; 0, 1, 2.. is C
 *          order
 * @param codecs from the elements' bytes to the file's
 * @param fill bytes of one element in a chunk that is not there
 * @param keys where a chunk lies
 * @param shards how chunks lie in shards, empty where each is its own file
 * @param blockHeader whether chunks begin with N5's header
 */
@SuppressWarnings("ArrayRecordComponent")
record ArrayLayout(long[] shape, int[] chunk, RawVoxels voxels, int[] stored,
		List<Codec> codecs, byte[] fill, ChunkKeys keys, Optional<Shards> shards,
		boolean blockHeader) {

	/** Where a chunk's file lies below the array's folder. */
	interface ChunkKeys {

		/** @param index of the chunk along each axis */
		String key(long[] index);
	}

	/**
	 * Chunks in shards.
	 *
	 * @param chunks inner chunks along each axis of a shard
	 * @param codecs of the index
	 * @param atEnd whether the index stands at the end of the file
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Shards(int[] chunks, List<Codec> codecs, boolean atEnd) {
	}

	/** Largest number of bytes of a chunk that is read. */
	private static final double LIMIT = Integer.MAX_VALUE - 64;

	/**
	 * @throws UserError if the metadata contradict themselves
	 */
	ArrayLayout checked(final Path file) {
		boolean good = shape.length > 0 && shape.length == chunk.length;
		double bytes = voxels.type().bytes();
		for (int d = 0; good && d < shape.length; d++) {
			good = shape[d] > 0 && chunk[d] > 0;
			bytes *= chunk[d];
		}
		if (!good || bytes > LIMIT) throw new UserError(file +
			" describes an array of shape " + Arrays.toString(shape) +
			" in chunks of " + Arrays.toString(chunk) +
			", which cannot be read; write it again with chunks below 2 GB.");
		return this;
	}

	int rank() {
		return shape.length;
	}

	/** Bytes of a whole chunk. */
	int chunkBytes() {
		int n = voxels.type().bytes();
		for (final int edge : chunk)
			n *= edge;
		return n;
	}

	/** Whether chunks lie in C order, so that nothing need be turned. */
	boolean isCOrder() {
		for (int d = 0; d < stored.length; d++)
			if (stored[d] != d) return false;
		return true;
	}

	static int[] cOrder(final int rank) {
		final int[] order = new int[rank];
		Arrays.setAll(order, d -> d);
		return order;
	}
}
