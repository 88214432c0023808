
package org.twostream.volume;

import java.io.Serializable;
import java.util.List;

import org.twostream.core.Box;
import org.twostream.core.UserError;

/**
 * A volume whose 8-bit voxels are computed from those of another when they are
 * read. Thread-safe; closing it closes the other; sent to another process it
 * goes with the other.
 */
abstract class MappedVolume implements EmVolume, Serializable {

	private static final long serialVersionUID = 1L;

	private final EmVolume volume;

	MappedVolume(final EmVolume volume) {
		this.volume = volume;
	}

	/** The volume that is read. */
	final EmVolume source() {
		return volume;
	}

	/**
	 * Computes the voxels of a box.
	 *
	 * @throws UserError if a voxel cannot be mapped
	 */
	abstract void map(int channel, Box box, byte[] target);

	/** The same mapping of another volume. */
	abstract EmVolume mapped(EmVolume other);

	/** Of this volume; unless told otherwise, as many as of the other. */
	int channels() {
		return volume.info().channels();
	}

	@Override
	public final List<EmVolume> coarser() {
		return volume.coarser().stream().map(this::mapped).toList();
	}

	@Override
	public final VolumeInfo info() {
		final VolumeInfo i = volume.info();
		return new VolumeInfo(i.xSize(), i.ySize(), i.zSize(), channels(),
			PixelType.UINT8, i.voxelSize(), i.xChunk(), i.yChunk(), i.zChunk());
	}

	@Override
	public final void read(final int channel, final Box box,
		final byte[] target)
	{
		map(channel, box, target);
	}

	@Override
	public final void read(final int channel, final Box box,
		final long[] target)
	{
		final byte[] bytes = bytes(channel, box);
		for (int i = 0; i < bytes.length; i++)
			target[i] = bytes[i] & 0xff;
	}

	@Override
	public final void read(final int channel, final Box box,
		final float[] target)
	{
		final byte[] bytes = bytes(channel, box);
		for (int i = 0; i < bytes.length; i++)
			target[i] = bytes[i] & 0xff;
	}

	@Override
	public final void close() {
		volume.close();
	}
}
