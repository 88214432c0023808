
package org.twostream.volume;

import org.twostream.core.Box;

/** A volume seen as 8 bit through a function of each voxel. Thread-safe. */
final class ConvertedVolume implements EmVolume {

	/** What a voxel becomes. */
	@FunctionalInterface
	interface Conversion {

		/**
		 * @throws org.twostream.core.UserError if the value is not allowed
		 */
		byte of(float value);
	}

	private final EmVolume volume;
	private final Conversion conversion;
	private final VolumeInfo info;

	ConvertedVolume(final EmVolume volume, final Conversion conversion) {
		this.volume = volume;
		this.conversion = conversion;
		final VolumeInfo i = volume.info();
		info = new VolumeInfo(i.xSize(), i.ySize(), i.zSize(), i.channels(),
			PixelType.UINT8, i.voxelSize(), i.xChunk(), i.yChunk(), i.zChunk());
	}

	@Override
	public VolumeInfo info() {
		return info;
	}

	@Override
	public void read(final int channel, final Box box, final byte[] target) {
		final float[] values = new float[box.arrayLength()];
		volume.read(channel, box, values);
		for (int i = 0; i < values.length; i++)
			target[i] = conversion.of(values[i]);
	}

	@Override
	public void read(final int channel, final Box box, final long[] target) {
		final byte[] bytes = bytes(channel, box);
		for (int i = 0; i < bytes.length; i++)
			target[i] = bytes[i] & 0xFF;
	}

	@Override
	public void read(final int channel, final Box box, final float[] target) {
		final byte[] bytes = bytes(channel, box);
		for (int i = 0; i < bytes.length; i++)
			target[i] = bytes[i] & 0xFF;
	}

	@Override
	public void close() {
		volume.close();
	}
}
