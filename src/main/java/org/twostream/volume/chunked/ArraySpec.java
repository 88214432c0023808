
package org.twostream.volume.chunked;

import java.util.List;

import org.twostream.volume.PixelType;

/**
 * What an array is to be, for {@link ChunkedArray#create}. Axes in C order: the
 * last is fastest, also for N5.
 *
 * @param shape elements along each axis
 * @param chunk elements of a chunk along each axis
 * @param type of the elements
 * @param compression of the chunks
 * @param format of the folder
 * @param axes a name per axis, or empty
 */
public record ArraySpec(List<Long> shape, List<Integer> chunk, PixelType type,
		Compression compression, ChunkedFormat format, List<String> axes) {

	/**
	 * @throws IllegalArgumentException if the ranks differ, an edge is not
	 *           positive, or a chunk is 1 GiB or more
	 */
	public ArraySpec {
		shape = List.copyOf(shape);
		chunk = List.copyOf(chunk);
		axes = List.copyOf(axes);
		if (shape.isEmpty() || shape.size() != chunk.size() || !axes.isEmpty() &&
			axes.size() != shape.size()) throw new IllegalArgumentException("Shape " +
				shape + ", chunk " + chunk + " and axes " + axes + " differ in rank");
		double bytes = type.bytes();
		for (int d = 0; d < shape.size(); d++) {
			if (shape.get(d) < 1 || chunk.get(d) < 1)
				throw new IllegalArgumentException("Shape " + shape + " or chunk " +
					chunk + " has an edge below 1");
			bytes *= chunk.get(d);
		}
		if (bytes >= 1 << 30) throw new IllegalArgumentException("Chunk " + chunk +
			" of " + bytes + " bytes is too large");
	}

	/** Zarr v2 with zstd and without names of axes. */
	public static ArraySpec of(final PixelType type, final List<Long> shape,
		final List<Integer> chunk)
	{
		return new ArraySpec(shape, chunk, type, Compression.zstd(),
			ChunkedFormat.ZARR2, List.of());
	}
}
