
package org.twostream.volume;

import java.util.Optional;

import org.twostream.core.Box;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;

/**
 * An 8-bit volume at a coarser resolution, computed when it is read: each voxel
 * is the rounded mean of a box of voxels of the finer volume, of the part that
 * is there at the far borders. Thread-safe; closing it leaves the finer volume
 * open.
 */
public final class DownsampledVolume implements EmVolume {

	/** Voxels of the finer volume that are held at once. */
	private static final long PART = 1 << 24;

	private final EmVolume fine;
	private final int fx;
	private final int fy;
	private final int fz;
	private final VolumeInfo info;

	/**
	 * @param fine 8-bit
	 * @param fx voxels along x that become one, at least 1
	 * @param fy the same along y
	 * @param fz the same along z
	 * @throws UserError if the volume is not 8-bit
	 */
	public DownsampledVolume(final EmVolume fine, final int fx, final int fy,
		final int fz)
	{
		final VolumeInfo i = fine.info();
		if (i.type() != PixelType.UINT8) throw new UserError("The volume holds " + i
			.type() + " voxels where 8-bit is needed; convert it to 8-bit.");
		this.fine = fine;
		this.fx = fx;
		this.fy = fy;
		this.fz = fz;
		final Optional<VoxelSize> voxel = i.voxelSize().map(v -> new VoxelSize(v
			.x() * fx, v.y() * fy, v.z() * fz));
		info = new VolumeInfo(over(i.xSize(), fx), over(i.ySize(), fy), over(i
			.zSize(), fz), i.channels(), i.type(), voxel, chunk(i.xChunk(), fx),
			chunk(i.yChunk(), fy), chunk(i.zChunk(), fz));
	}

	private static long over(final long size, final int factor) {
		return (size + factor - 1) / factor;
	}

	private static int chunk(final int fine, final int factor) {
		return Math.max(1, fine / factor);
	}

	@Override
	public VolumeInfo info() {
		return info;
	}

	@Override
	public void read(final int channel, final Box box, final byte[] target) {
		if (!info.box().contains(box)) throw new IllegalArgumentException("Box " +
			box + " is not inside " + info.box());
		final int plane = (int) (box.xSize() * box.ySize());
		final long sections = Math.max(1, PART / Math.max(1, (long) plane * fx *
			fy * fz));
		int to = 0;
		for (long z = box.zMin(); z < box.zMax(); z += sections) {
			final Box part = new Box(box.xMin(), box.yMin(), z, box.xMax(), box
				.yMax(), Math.min(box.zMax(), z + sections));
			mean(channel, part, target, to);
			to += plane * (int) part.zSize();
		}
	}

	private void mean(final int channel, final Box box, final byte[] target,
		final int start)
	{
		final Box from = new Box(box.xMin() * fx, box.yMin() * fy, box.zMin() * fz,
			box.xMax() * fx, box.yMax() * fy, box.zMax() * fz).intersect(fine.info()
				.box());
		final byte[] voxels = fine.bytes(channel, from);
		final int w = (int) box.xSize();
		final int[] sums = new int[w];
		int i = start;
		for (int z = 0; z < box.zSize(); z++)
			for (int y = 0; y < box.ySize(); y++) {
				java.util.Arrays.fill(sums, 0);
				final int lines = sum(voxels, from, y, z, sums);
				for (int x = 0; x < w; x++) {
					final int n = lines * (int) Math.min(fx, from.xSize() - (long) x *
						fx);
					target[i++] = (byte) ((sums[x] + n / 2) / n);
				}
			}
	}

	/** Adds up the lines below one line of output; returns how many. */
	private int sum(final byte[] voxels, final Box from, final int y, final int z,
		final int[] sums)
	{
		final int width = (int) from.xSize();
		final long zEnd = Math.min(from.zSize(), (z + 1L) * fz);
		final long yEnd = Math.min(from.ySize(), (y + 1L) * fy);
		int lines = 0;
		for (long zz = (long) z * fz; zz < zEnd; zz++)
			for (long yy = (long) y * fy; yy < yEnd; yy++) {
				final int line = (int) ((zz * from.ySize() + yy) * width);
				int x = 0;
				for (int o = 0; o < sums.length; o++)
					for (final int end = Math.min(width, x + fx); x < end; x++)
						sums[o] += voxels[line + x] & 0xff;
				lines++;
			}
		return lines;
	}

	@Override
	public void read(final int channel, final Box box, final long[] target) {
		final byte[] bytes = bytes(channel, box);
		for (int i = 0; i < bytes.length; i++)
			target[i] = bytes[i] & 0xff;
	}

	@Override
	public void read(final int channel, final Box box, final float[] target) {
		final byte[] bytes = bytes(channel, box);
		for (int i = 0; i < bytes.length; i++)
			target[i] = bytes[i] & 0xff;
	}

	@Override
	public void close() {
		// the finer volume belongs to whoever opened it
	}
}
