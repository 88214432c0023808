
package org.twostream.volume;

import java.util.Optional;

import org.twostream.core.Box;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;

/**
 * A volume of one channel in an array, for small windows and for volumes that
 * are already in memory. The array is not copied. Thread-safe as long as nobody
 * writes to it.
 */
public final class ArrayVolume implements EmVolume {

	private final VolumeInfo info;
	private final Object array;

	private ArrayVolume(final Object array, final int length,
		final PixelType type, final int x, final int y, final int z,
		final Optional<VoxelSize> voxelSize)
	{
		if ((long) x * y * z != length) throw new IllegalArgumentException(x +
			" x " + y + " x " + z + " voxels do not fit an array of " + length);
		this.array = array;
		info = new VolumeInfo(x, y, z, 1, type, voxelSize, Math.max(1, x), Math.max(
			1, y), 1);
	}

	/** 8-bit voxels, x fastest. */
	public static ArrayVolume of(final byte[] voxels, final int x, final int y,
		final int z)
	{
		return new ArrayVolume(voxels, voxels.length, PixelType.UINT8, x, y, z,
			Optional.empty());
	}

	/** 64-bit ids, x fastest. */
	public static ArrayVolume of(final long[] ids, final int x, final int y,
		final int z)
	{
		return new ArrayVolume(ids, ids.length, PixelType.UINT64, x, y, z, Optional
			.empty());
	}

	/** Single precision, x fastest. */
	public static ArrayVolume of(final float[] values, final int x, final int y,
		final int z)
	{
		return new ArrayVolume(values, values.length, PixelType.FLOAT32, x, y, z,
			Optional.empty());
	}

	/** The same voxels with a voxel size. */
	public ArrayVolume withVoxelSize(final VoxelSize voxelSize) {
		final int length = info.box().arrayLength();
		return new ArrayVolume(array, length, info.type(), (int) info.xSize(),
			(int) info.ySize(), (int) info.zSize(), Optional.of(voxelSize));
	}

	@Override
	public VolumeInfo info() {
		return info;
	}

	@Override
	public void read(final int channel, final Box box, final byte[] target) {
		if (!(array instanceof byte[])) throw new UserError("The volume holds " +
			info.type() + " voxels where 8-bit is needed; convert it to 8-bit.");
		forEachRow(channel, box, (from, to, n) -> System.arraycopy(array, from,
			target, to, n));
	}

	@Override
	public void visit(final int channel, final Box box, final ByteParts parts) {
		if (array instanceof byte[] voxels) {
			check(channel, box);
			parts.at(voxels, index(box.xMin(), box.yMin(), box.zMin()), (int) info
				.xSize(), (int) (info.xSize() * info.ySize()), box.translate(-box
					.xMin(), -box.yMin(), -box.zMin()));
		}
		else EmVolume.super.visit(channel, box, parts);
	}

	@Override
	public void read(final int channel, final Box box, final long[] target) {
		if (array instanceof float[]) throw new UserError(
			"The volume holds floating-point voxels where whole numbers are needed; choose a label volume or convert it.");
		forEachRow(channel, box, (from, to, n) -> {
			for (int i = 0; i < n; i++) {
				final long id = array instanceof byte[] ? ((byte[]) array)[from + i] &
					0xffL : ((long[]) array)[from + i];
				target[to + i] = id == -1 ? 0 : id;
			}
		});
	}

	@Override
	public void read(final int channel, final Box box, final float[] target) {
		if (array instanceof float[]) forEachRow(channel, box, (from, to,
			n) -> System.arraycopy(array, from, target, to, n));
		else {
			final long[] ids = ids(channel, box);
			for (int i = 0; i < ids.length; i++)
				target[i] = RawVoxels.unsigned(ids[i]);
		}
	}

	private interface Row {

		void copy(int from, int to, int n);
	}

	private void forEachRow(final int channel, final Box box, final Row row) {
		check(channel, box);
		final int n = (int) box.xSize();
		int to = 0;
		for (long z = box.zMin(); z < box.zMax(); z++)
			for (long y = box.yMin(); y < box.yMax(); y++) {
				row.copy(index(box.xMin(), y, z), to, n);
				to += n;
			}
	}

	private void check(final int channel, final Box box) {
		if (channel != 0) throw new IllegalArgumentException("Channel " + channel +
			" of 1");
		if (!info.box().contains(box)) throw new IllegalArgumentException("Box " +
			box + " is not inside " + info.box());
	}

	private int index(final long x, final long y, final long z) {
		return (int) (x + info.xSize() * (y + info.ySize() * z));
	}

	@Override
	public void close() {
		// nothing is open
	}
}
