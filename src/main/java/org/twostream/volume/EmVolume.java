
package org.twostream.volume;

import java.io.Closeable;
import java.util.List;

import org.twostream.core.Box;

/**
 * A volume that is read box by box and never as a whole. Arrays are x fastest,
 * then y, then z: {@code i = x + xSize * (y + ySize * z)}. Boxes lie inside
 * {@link VolumeInfo#box()}. Thread-safe: any number of threads may read at
 * once.
 */
public interface EmVolume extends Closeable {

	VolumeInfo info();

	/**
	 * Reads 8-bit voxels.
	 *
	 * @param channel 0-based
	 * @param target at least {@code box.voxels()} long
	 * @throws org.twostream.core.UserError if the volume is not
	 *           {@link PixelType#UINT8} or a part of the file is missing or
	 *           damaged
	 */
	void read(int channel, Box box, byte[] target);

	/**
	 * Reads integer voxels of any width, zero-extended; ids above 2^63 come out
	 * negative and are compared as unsigned. The id 2^64-1, which CREMI writes
	 * for "no object", reads as 0.
	 *
	 * @throws org.twostream.core.UserError if the volume is
	 *           {@link PixelType#FLOAT32} or a part of the file is missing or
	 *           damaged
	 */
	void read(int channel, Box box, long[] target);

	/**
	 * Reads voxels of any type as stored, without scaling.
	 *
	 * @throws org.twostream.core.UserError if a part of the file is missing or
	 *           damaged
	 */
	void read(int channel, Box box, float[] target);

	/**
	 * Goes through 8-bit voxels, without a copy of the box where the volume can
	 * do that: part by part as chunks are decoded, each voxel once.
	 *
	 * @param parts told of them by this thread
	 * @throws org.twostream.core.UserError as {@link #read(int, Box, byte[])}
	 */
	default void visit(final int channel, final Box box, final ByteParts parts) {
		parts.at(bytes(channel, box), 0, (int) box.xSize(), (int) (box.xSize() * box
			.ySize()), box.translate(-box.xMin(), -box.yMin(), -box.zMin()));
	}

	/**
	 * The same volume at coarser resolutions that are stored with it, the finest
	 * of them first; they are closed with it.
	 */
	default List<EmVolume> coarser() {
		return List.of();
	}

	/** As {@link #read(int, Box, byte[])} into a new array. */
	default byte[] bytes(final int channel, final Box box) {
		final byte[] target = new byte[box.arrayLength()];
		read(channel, box, target);
		return target;
	}

	/** As {@link #read(int, Box, long[])} into a new array. */
	default long[] ids(final int channel, final Box box) {
		final long[] target = new long[box.arrayLength()];
		read(channel, box, target);
		return target;
	}

	/** Releases files; no refusals, never needed for correctness of data. */
	@Override
	void close();
}
