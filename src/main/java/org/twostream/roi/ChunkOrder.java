
package org.twostream.roi;

import java.util.Comparator;
import java.util.stream.IntStream;

import org.twostream.core.Box;
import org.twostream.volume.VolumeInfo;

/**
 * An order of ROIs in which those of one chunk of a volume follow each other,
 * and those of neighbouring chunks nearly so: by the chunk along z of their
 * best slices, then along a Morton curve in x and y. A few decoded chunks in
 * memory then serve all of them, where the order of the table, which is that of
 * the objects' first voxels, comes back to each chunk again and again.
 */
final class ChunkOrder {

	private ChunkOrder() {}

	/**
	 * @param from first row
	 * @param to after the last row
	 * @param volume whose chunks are meant
	 * @return these rows; those of one chunk in the order of the table
	 */
	static int[] of(final RoiTable table, final int from, final int to,
		final VolumeInfo volume)
	{
		final long[] place = new long[to - from];
		for (int i = 0; i < place.length; i++)
			place[i] = place(table.get(from + i), volume);
		return IntStream.range(from, to).boxed().sorted(Comparator.comparingLong(
			row -> place[row - from])).mapToInt(row -> row).toArray();
	}

	private static long place(final Roi roi, final VolumeInfo volume) {
		final Box b = roi.box();
		return roi.bestSlice() / volume.zChunk() << 40 | spread((b.xMin() + b
			.xMax()) / 2 / volume.xChunk()) | spread((b.yMin() + b.yMax()) / 2 /
				volume.yChunk()) << 1;
	}

	/** The lowest 20 bits, each followed by a 0. */
	private static long spread(final long number) {
		long bits = 0;
		for (int i = 0; i < 20; i++)
			bits |= (number >> i & 1) << 2 * i;
		return bits;
	}
}
