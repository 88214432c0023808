
package org.twostream.volume.chunked;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a box has in common with one chunk, in elements.
 *
 * @param chunk index of the chunk along each axis
 * @param size edges of the common part
 * @param inChunk its corner, counted from the chunk's
 * @param inBox its corner, counted from the box's
 */
@SuppressWarnings("ArrayRecordComponent")
record ChunkPart(long[] chunk, int[] size, int[] inChunk, int[] inBox) {

	/**
	 * The parts of a box, chunks in C order.
	 *
	 * @throws IllegalArgumentException if the box is not inside the array
	 */
	static List<ChunkPart> of(final ArrayLayout layout, final long[] from,
		final int[] size)
	{
		final int rank = layout.rank();
		boolean empty = false;
		for (int d = 0; d < rank; d++) {
			if (from.length != rank || size.length != rank || from[d] < 0 ||
				size[d] < 0 || from[d] + size[d] > layout.shape()[d])
				throw new IllegalArgumentException("Box at " + Arrays.toString(from) +
					" of " + Arrays.toString(size) + " is not inside " + Arrays.toString(
						layout.shape()));
			empty |= size[d] == 0;
		}
		final List<ChunkPart> parts = new ArrayList<>();
		if (empty) return parts;
		final long[] first = new long[rank];
		final long[] last = new long[rank];
		for (int d = 0; d < rank; d++) {
			first[d] = from[d] / layout.chunk()[d];
			last[d] = (from[d] + size[d] - 1) / layout.chunk()[d];
		}
		final long[] at = first.clone();
		while (true) {
			parts.add(part(layout, from, size, at.clone()));
			int d = rank - 1;
			while (d >= 0 && ++at[d] > last[d]) {
				at[d] = first[d];
				d--;
			}
			if (d < 0) return parts;
		}
	}

	private static ChunkPart part(final ArrayLayout layout, final long[] from,
		final int[] size, final long[] chunk)
	{
		final int rank = chunk.length;
		final int[] common = new int[rank];
		final int[] inChunk = new int[rank];
		final int[] inBox = new int[rank];
		for (int d = 0; d < rank; d++) {
			final long start = chunk[d] * layout.chunk()[d];
			final long min = Math.max(start, from[d]);
			final long max = Math.min(start + layout.chunk()[d], from[d] + size[d]);
			common[d] = (int) (max - min);
			inChunk[d] = (int) (min - start);
			inBox[d] = (int) (min - from[d]);
		}
		return new ChunkPart(chunk, common, inChunk, inBox);
	}

	/** Whether it is all of the chunk that lies inside the array. */
	boolean isWhole(final ArrayLayout layout) {
		for (int d = 0; d < size.length; d++)
			if (inChunk[d] != 0 || size[d] != Math.min(layout.chunk()[d], layout
				.shape()[d] - chunk[d] * layout.chunk()[d])) return false;
		return true;
	}

	int elements() {
		int n = 1;
		for (final int edge : size)
			n *= edge;
		return n;
	}
}
