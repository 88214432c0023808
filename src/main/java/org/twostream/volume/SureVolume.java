
package org.twostream.volume;

import org.twostream.core.Box;
import org.twostream.core.Target;

/**
 * A label volume as a network that knows it would predict it: 255 inside
 * objects, 0 outside. Of polarity three channels: odd ids, even ids, both.
 * Thread-safe; closing it closes the labels.
 */
public final class SureVolume implements EmVolume {

	private static final int PRE = 0;
	private static final int POST = 1;

	private final EmVolume labels;
	private final int channels;

	/**
	 * @param labels ids or a mask, 0 outside
	 */
	public SureVolume(final EmVolume labels, final Target target) {
		this.labels = labels;
		channels = target.channels();
	}

	@Override
	public VolumeInfo info() {
		final VolumeInfo i = labels.info();
		return new VolumeInfo(i.xSize(), i.ySize(), i.zSize(), channels,
			PixelType.UINT8, i.voxelSize(), i.xChunk(), i.yChunk(), i.zChunk());
	}

	@Override
	public void read(final int channel, final Box box, final byte[] target) {
		final long[] ids = labels.ids(0, box);
		for (int i = 0; i < ids.length; i++)
			target[i] = (byte) (is(ids[i], channel) ? 255 : 0);
	}

	private boolean is(final long id, final int channel) {
		if (channels == 1 || channel > POST || id == 0) return id != 0;
		return (id & 1) == (channel == PRE ? 1 : 0);
	}

	@Override
	public void read(final int channel, final Box box, final long[] target) {
		final byte[] bytes = bytes(channel, box);
		for (int i = 0; i < bytes.length; i++)
			target[i] = bytes[i] & 0xFF;
	}

	@Override
	public void read(final int channel, final Box box, final float[] target) {
		final long[] values = new long[target.length];
		read(channel, box, values);
		for (int i = 0; i < values.length; i++)
			target[i] = values[i];
	}

	@Override
	public void close() {
		labels.close();
	}
}
