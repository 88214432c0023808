
package org.twostream.volume;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.twostream.core.Box;

/**
 * What a box has in common with one chunk, in elements.
 *
 * @param chunk index of the chunk along each axis
 * @param size edges of the common part
 * @param inChunk its corner, counted from the chunk's
 * @param inBox its corner, counted from the box's
 */
@SuppressWarnings("ArrayRecordComponent")
public record ChunkPart(long[] chunk, int[] size, int[] inChunk, int[] inBox) {

	/**
	 * The parts of a box, chunks in C order.
	 *
	 * @param shape of the whole array
	 * @param edges of a chunk
	 * @param from the box's corner
	 * @param size the box's edges
	 * @throws IllegalArgumentException if the box is not inside the array
	 */
	public static List<ChunkPart> of(final long[] shape, final int[] edges,
		final long[] from, final int[] size)
	{
		final int rank = shape.length;
		boolean empty = false;
		for (int d = 0; d < rank; d++) {
			if (from.length != rank || size.length != rank || from[d] < 0 ||
				size[d] < 0 || from[d] + size[d] > shape[d])
				throw new IllegalArgumentException("Box at " + Arrays.toString(from) +
					" of " + Arrays.toString(size) + " is not inside " + Arrays.toString(
						shape));
			empty |= size[d] == 0;
		}
		final List<ChunkPart> parts = new ArrayList<>();
		if (empty) return parts;
		final long[] first = new long[rank];
		final long[] last = new long[rank];
		for (int d = 0; d < rank; d++) {
			first[d] = from[d] / edges[d];
			last[d] = (from[d] + size[d] - 1) / edges[d];
		}
		final long[] at = first.clone();
		while (true) {
			parts.add(part(edges, from, size, at.clone()));
			int d = rank - 1;
			while (d >= 0 && ++at[d] > last[d]) {
				at[d] = first[d];
				d--;
			}
			if (d < 0) return parts;
		}
	}

	private static ChunkPart part(final int[] edges, final long[] from,
		final int[] size, final long[] chunk)
	{
		final int rank = chunk.length;
		final int[] common = new int[rank];
		final int[] inChunk = new int[rank];
		final int[] inBox = new int[rank];
		for (int d = 0; d < rank; d++) {
			final long start = chunk[d] * edges[d];
			final long min = Math.max(start, from[d]);
			final long max = Math.min(start + edges[d], from[d] + size[d]);
			common[d] = (int) (max - min);
			inChunk[d] = (int) (min - start);
			inBox[d] = (int) (min - from[d]);
		}
		return new ChunkPart(chunk, common, inChunk, inBox);
	}

	/** Whether it is all of the chunk that lies inside the array. */
	public boolean isWhole(final long[] shape, final int[] edges) {
		for (int d = 0; d < size.length; d++)
			if (inChunk[d] != 0 || size[d] != Math.min(edges[d], shape[d] - chunk[d] *
				edges[d])) return false;
		return true;
	}

	/**
	 * Shows a part of three axes or less, or whose others are 1 long.
	 *
	 * @param bytes the chunk's, an element each
	 * @param offset of the chunk's first
	 * @param edges of the chunk
	 */
	public void show(final byte[] bytes, final int offset, final int[] edges,
		final ByteParts parts)
	{
		final int rank = size.length;
		final int[] step = new int[Math.max(rank, 3)];
		int first = offset;
		int n = 1;
		for (int d = rank - 1; d >= 0; d--) {
			step[rank - 1 - d] = n;
			first += inChunk[d] * n;
			n *= edges[d];
		}
		parts.at(bytes, first, step[1], step[2], Box.ofSize(fromEnd(size, 0, 1),
			fromEnd(size, 1, 1), fromEnd(size, 2, 1)).translate(fromEnd(inBox, 0, 0),
				fromEnd(inBox, 1, 0), fromEnd(inBox, 2, 0)));
	}

	private static int fromEnd(final int[] values, final int axis,
		final int otherwise)
	{
		return axis < values.length ? values[values.length - 1 - axis] : otherwise;
	}

	/** Number of elements. */
	public int elements() {
		int n = 1;
		for (final int edge : size)
			n *= edge;
		return n;
	}
}
