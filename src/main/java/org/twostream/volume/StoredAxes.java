
package org.twostream.volume;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.twostream.core.Box;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;

/**
 * How an array in a file is a volume: its axes in C order are (y, x), (z, y,
 * x), (c, z, y, x), or (t, c, z, y, x) with one time point. Immutable.
 */
public final class StoredAxes {

	private static final String ALL = "tczyx";

	private final long[] shape;

	/**
	 * @param shape elements along each axis
	 * @param names of the axes, empty if not known
	 * @param place for messages
	 * @throws UserError if such an array is no volume
	 */
	public StoredAxes(final long[] shape, final List<String> names,
		final String place)
	{
		final int rank = shape.length;
		if (rank < 2 || rank > 5 || rank == 5 && shape[0] != 1) throw new UserError(
			place + " has shape " + Arrays.toString(shape) +
				", which is not (y, x), (z, y, x), (c, z, y, x) or (1, c, z, y, x); choose another dataset.");
		final String joined = String.join("", names);
		if (!joined.isEmpty() && !ALL.endsWith(joined) && !ALL.replace("c", "")
			.endsWith(joined)) throw new UserError(place + " has the axes " + names +
				", not t, c, z, y, x or the last of these; write it in that order.");
		if (joined.equals("tzyx") && shape[0] != 1) throw new UserError(place +
			" has " + shape[0] + " time points; write one of them as a volume.");
		this.shape = shape.clone();
	}

	private long fromEnd(final int i) {
		return i < shape.length ? shape[shape.length - 1 - i] : 1;
	}

	/**
	 * The description of the volume.
	 *
	 * @param chunk edges of a chunk in the array's axes
	 */
	public VolumeInfo info(final PixelType type, final int[] chunk,
		final Optional<VoxelSize> voxelSize)
	{
		final int rank = shape.length;
		return new VolumeInfo(fromEnd(0), fromEnd(1), fromEnd(2), Math.toIntExact(
			fromEnd(3)), type, voxelSize, chunk[rank - 1], chunk[rank - 2], rank < 3
				? 1 : chunk[rank - 3]);
	}

	/**
	 * A box's corner in the array's axes.
	 *
	 * @throws IllegalArgumentException if the box or channel is not inside
	 */
	public long[] corner(final int channel, final Box box) {
		if (channel < 0 || channel >= fromEnd(3))
			throw new IllegalArgumentException("Channel " + channel + " of " +
				fromEnd(3));
		if (!Box.ofSize(fromEnd(0), fromEnd(1), fromEnd(2)).contains(box))
			throw new IllegalArgumentException("Box " + box +
				" is not inside (z, y, x) of " + Arrays.toString(shape));
		return last(0, channel, box.zMin(), box.yMin(), box.xMin());
	}

	/**
	 * A box's edges in the array's axes.
	 *
	 * @throws IllegalArgumentException if no array can hold it
	 */
	public int[] size(final Box box) {
		box.arrayLength();
		return Arrays.stream(last(1, 1, box.zSize(), box.ySize(), box.xSize()))
			.mapToInt(Math::toIntExact).toArray();
	}

	private long[] last(final long... all) {
		return Arrays.copyOfRange(all, all.length - shape.length, all.length);
	}
}
