
package org.twostream.roi;

import java.util.Optional;

import org.twostream.core.Box;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeInfo;
import org.twostream.volume.VolumeWriter;

/** A small volume in memory, for tests; any type, one long per voxel. */
final class MemoryVolume implements EmVolume, VolumeWriter {

	final long[][] voxels;
	private final VolumeInfo info;

	MemoryVolume(final PixelType type, final int x, final int y, final int z,
		final int channels, final int chunk)
	{
		info = new VolumeInfo(x, y, z, channels, type, Optional.empty(), chunk,
			chunk, chunk);
		voxels = new long[channels][x * y * z];
	}

	/** 8-bit channels, x fastest. */
	static MemoryVolume of(final int x, final int y, final int z,
		final byte[]... channels)
	{
		final MemoryVolume volume = new MemoryVolume(PixelType.UINT8, x, y, z,
			channels.length, 1);
		for (int c = 0; c < channels.length; c++)
			for (int i = 0; i < channels[c].length; i++)
				volume.voxels[c][i] = channels[c][i] & 255;
		return volume;
	}

	/** Ids of 64 bits, one channel, chunks of 1 voxel. */
	static MemoryVolume labels(final VolumeInfo like, final int chunk) {
		return new MemoryVolume(PixelType.UINT64, (int) like.xSize(), (int) like
			.ySize(), (int) like.zSize(), 1, chunk);
	}

	@Override
	public VolumeInfo info() {
		return info;
	}

	private interface Visit {

		void at(int volumeIndex, int boxIndex);
	}

	private void visit(final Box box, final Visit visit) {
		if (!info.box().contains(box)) throw new IllegalArgumentException(box +
			" in " + info.box());
		int t = 0;
		for (long z = box.zMin(); z < box.zMax(); z++)
			for (long y = box.yMin(); y < box.yMax(); y++)
				for (long x = box.xMin(); x < box.xMax(); x++)
					visit.at((int) ((z * info.ySize() + y) * info.xSize() + x), t++);
	}

	@Override
	public void read(final int channel, final Box box, final byte[] target) {
		if (info.type() != PixelType.UINT8) throw new IllegalStateException();
		visit(box, (v, t) -> target[t] = (byte) voxels[channel][v]);
	}

	@Override
	public void read(final int channel, final Box box, final long[] target) {
		visit(box, (v, t) -> target[t] = voxels[channel][v]);
	}

	@Override
	public void read(final int channel, final Box box, final float[] target) {
		visit(box, (v, t) -> target[t] = voxels[channel][v]);
	}

	@Override
	public void write(final int channel, final Box box, final byte[] source) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void write(final int channel, final Box box, final long[] source) {
		final int chunk = info.xChunk();
		if (box.xMin() % chunk != 0 || box.yMin() % chunk != 0 || box.zMin() %
			chunk != 0 || !ends(box.xMax(), info.xSize()) || !ends(box.yMax(), info
				.ySize()) || !ends(box.zMax(), info.zSize()))
			throw new IllegalArgumentException(box + " is not whole chunks");
		visit(box, (v, t) -> voxels[channel][v] = source[t]);
	}

	private boolean ends(final long max, final long size) {
		return max % info.xChunk() == 0 || max == size;
	}

	@Override
	public void write(final int channel, final Box box, final float[] source) {
		throw new UnsupportedOperationException();
	}

	@Override
	public EmVolume reader() {
		return this;
	}

	@Override
	public void sync() {
		// memory is as durable as it gets
	}

	@Override
	public void close() {
		// nothing to release
	}
}
