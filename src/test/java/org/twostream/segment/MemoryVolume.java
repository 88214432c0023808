
package org.twostream.segment;

import java.util.Optional;

import org.twostream.core.Box;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeInfo;
import org.twostream.volume.VolumeWriter;

/** A small volume in memory, for tests; one long per voxel. */
final class MemoryVolume implements EmVolume, VolumeWriter {

	private final VolumeInfo info;
	private final long[][] voxels;
	/** Calls of write since the last sync. */
	int unsynced;

	MemoryVolume(final VolumeInfo info) {
		this.info = info;
		voxels = new long[info.channels()][info.box().arrayLength()];
	}

	static MemoryVolume of(final int x, final int y, final int z,
		final int channels, final PixelType type, final int chunk)
	{
		return new MemoryVolume(new VolumeInfo(x, y, z, channels, type, Optional
			.empty(), chunk, chunk, chunk));
	}

	/** What a voxel holds. */
	interface Value {

		long at(int x, int y, int z);
	}

	MemoryVolume fill(final int channel, final Value value) {
		int i = 0;
		for (int z = 0; z < info.zSize(); z++)
			for (int y = 0; y < info.ySize(); y++)
				for (int x = 0; x < info.xSize(); x++)
					voxels[channel][i++] = value.at(x, y, z);
		return this;
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

	private void checkChunks(final Box b) {
		if (b.xMin() % info.xChunk() != 0 || b.yMin() % info.yChunk() != 0 || b
			.zMin() % info.zChunk() != 0 || b.xMax() % info.xChunk() != 0 && b
				.xMax() != info.xSize() || b.yMax() % info.yChunk() != 0 && b
					.yMax() != info.ySize() || b.zMax() % info.zChunk() != 0 && b
						.zMax() != info.zSize()) throw new IllegalArgumentException(b +
							" is not whole chunks");
	}

	@Override
	public void write(final int channel, final Box box, final byte[] source) {
		checkChunks(box);
		unsynced++;
		visit(box, (v, t) -> voxels[channel][v] = source[t] & 0xFF);
	}

	@Override
	public void write(final int channel, final Box box, final long[] source) {
		checkChunks(box);
		unsynced++;
		visit(box, (v, t) -> voxels[channel][v] = source[t]);
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
		unsynced = 0;
	}

	@Override
	public void close() {
		// nothing to release
	}
}
