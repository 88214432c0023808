
package org.twostream.volume.chunked;

import java.util.Optional;

import org.twostream.core.Box;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;
import org.twostream.volume.EmVolume;
import org.twostream.volume.VolumeInfo;

/**
 * An array of axes (y, x), (z, y, x), (c, z, y, x) or (t, c, z, y, x) with one
 * time point, seen as a volume. Thread-safe.
 */
final class ChunkedVolume implements EmVolume {

	/** Axes of the largest array: t, c, z, y, x. */
	private static final String AXES = "tczyx";

	private final ChunkedArray array;
	private final boolean owner;
	private final VolumeInfo info;

	/**
	 * @param owner whether closing the volume closes the array
	 * @param place for messages
	 * @throws UserError if the array is no volume
	 */
	ChunkedVolume(final ChunkedArray array, final boolean owner,
		final String place, final Optional<VoxelSize> voxelSize)
	{
		this.array = array;
		this.owner = owner;
		final long[] shape = array.shape();
		final int rank = shape.length;
		if (rank < 2 || rank > 5 || rank == 5 && shape[0] != 1) throw new UserError(
			place + " has shape " + java.util.Arrays.toString(shape) +
				", which is not (y, x), (z, y, x), (c, z, y, x) or (1, c, z, y, x); choose another dataset.");
		final int[] chunk = array.chunk();
		info = new VolumeInfo(shape[rank - 1], shape[rank - 2], rank < 3 ? 1
			: shape[rank - 3], rank < 4 ? 1 : Math.toIntExact(shape[rank - 4]), array
				.type(), voxelSize, chunk[rank - 1], chunk[rank - 2], rank < 3 ? 1
					: chunk[rank - 3]);
	}

	/**
	 * Checks names of axes against what is understood.
	 *
	 * @throws UserError if they are others
	 */
	static void checkAxes(final java.util.List<String> axes, final String place) {
		final String names = String.join("", axes);
		if (!names.isEmpty() && !AXES.endsWith(names)) throw new UserError(place +
			" has the axes " + axes +
			", not t, c, z, y, x or the last of these; write it in that order.");
	}

	@Override
	public VolumeInfo info() {
		return info;
	}

	@Override
	public void read(final int channel, final Box box, final byte[] target) {
		array.read(corner(channel, box), size(box), target);
	}

	@Override
	public void read(final int channel, final Box box, final long[] target) {
		array.read(corner(channel, box), size(box), target);
	}

	@Override
	public void read(final int channel, final Box box, final float[] target) {
		array.read(corner(channel, box), size(box), target);
	}

	/** A box's corner in the array's axes. */
	long[] corner(final int channel, final Box box) {
		if (channel < 0 || channel >= info.channels())
			throw new IllegalArgumentException("Channel " + channel + " of " + info
				.channels());
		if (!info.box().contains(box)) throw new IllegalArgumentException("Box " +
			box + " is not inside " + info.box());
		return lastAxes(0, channel, box.zMin(), box.yMin(), box.xMin());
	}

	/** A box's edges in the array's axes. */
	int[] size(final Box box) {
		final long[] size = lastAxes(1, 1, box.zSize(), box.ySize(), box.xSize());
		final int[] edges = new int[size.length];
		for (int d = 0; d < edges.length; d++)
			edges[d] = Math.toIntExact(size[d]);
		box.arrayLength();
		return edges;
	}

	private long[] lastAxes(final long... all) {
		return java.util.Arrays.copyOfRange(all, all.length - array.shape().length,
			all.length);
	}

	@Override
	public void close() {
		if (owner) array.close();
	}
}
