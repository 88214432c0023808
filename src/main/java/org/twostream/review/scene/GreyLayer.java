
package org.twostream.review.scene;

import org.twostream.core.Box;
import org.twostream.volume.EmVolume;

/**
 * Grey values at the resolution of a volume or coarser, where a voxel is the
 * mean of some of the volume. Of several channels the largest value counts.
 *
 * @param volume 8 bit
 * @param x voxels of the volume that are one of the layer, along x
 * @param y along y
 * @param z along z
 * @param base the volume's own coarseness: its voxels are these multiples of
 *          the full resolution
 */
record GreyLayer(EmVolume volume, int x, int y, int z, Coarseness base)
		implements
			BlockLayer {

	/** Voxels of the full resolution along x, y, z in one. */
	record Coarseness(int x, int y, int z) {

		static final Coarseness NONE = new Coarseness(1, 1, 1);

		int along(final int axis) {
			return axis == 0 ? x : axis == 1 ? y : z;
		}
	}

	private int own(final int axis) {
		return axis == 0 ? x : axis == 1 ? y : z;
	}

	@Override
	public int edge(final int axis) {
		return BlockLayer.edge(volume.info(), axis);
	}

	@Override
	public long length(final int axis) {
		return (BlockLayer.length(volume.info(), axis) + own(axis) - 1) / own(axis);
	}

	@Override
	public int factor(final int axis) {
		return own(axis) * base.along(axis);
	}

	@Override
	public VoxelBlock read(final Box box) {
		if (x == 1 && y == 1 && z == 1) return VoxelBlock.grey(voxels(box));
		final int[] sums = new int[box.arrayLength()];
		final int[] counts = new int[sums.length];
		final Box source = new Box(box.xMin() * x, box.yMin() * y, box.zMin() * z,
			box.xMax() * x, box.yMax() * y, box.zMax() * z).intersect(volume.info()
				.box());
		// One of the volume's blocks at a time: what is kept is small, and what is
		// read must be no more than a block either.
		for (long pz = source.zMin(); pz < source.zMax(); pz += edge(2))
			for (long py = source.yMin(); py < source.yMax(); py += edge(1))
				for (long px = source.xMin(); px < source.xMax(); px += edge(0))
					add(new Box(px, py, pz, px + edge(0), py + edge(1), pz + edge(2))
						.intersect(source), box, sums, counts);
		final byte[] means = new byte[sums.length];
		for (int i = 0; i < means.length; i++)
			means[i] = (byte) ((sums[i] + counts[i] / 2) / counts[i]);
		return VoxelBlock.grey(means);
	}

	private void add(final Box part, final Box box, final int[] sums,
		final int[] counts)
	{
		final byte[] voxels = voxels(part);
		int i = 0;
		for (long vz = part.zMin(); vz < part.zMax(); vz++)
			for (long vy = part.yMin(); vy < part.yMax(); vy++) {
				final long row = box.xSize() * (vy / y - box.yMin() + box.ySize() *
					(vz / z - box.zMin())) - box.xMin();
				for (long vx = part.xMin(); vx < part.xMax(); vx++, i++) {
					final int to = (int) (row + vx / x);
					sums[to] += voxels[i] & 255;
					counts[to]++;
				}
			}
	}

	private byte[] voxels(final Box box) {
		final byte[] most = volume.bytes(0, box);
		for (int channel = 1; channel < volume.info().channels(); channel++) {
			final byte[] other = volume.bytes(channel, box);
			for (int i = 0; i < most.length; i++)
				if ((other[i] & 255) > (most[i] & 255)) most[i] = other[i];
		}
		return most;
	}
}
