
package org.twostream.measure;

import java.util.Optional;

import org.twostream.core.Box;
import org.twostream.core.UserError;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeInfo;

/** A volume in memory, one channel, for tests. */
final class LongVolume implements EmVolume {

	private final VolumeInfo info;
	private final long[] values;

	LongVolume(final PixelType type, final Box box, final int chunk,
		final long[] values)
	{
		this.info = new VolumeInfo(box.xSize(), box.ySize(), box.zSize(), 1, type,
			Optional.empty(), chunk, chunk, chunk);
		this.values = values;
	}

	@Override
	public VolumeInfo info() {
		return info;
	}

	@Override
	public void read(final int channel, final Box box, final byte[] target) {
		if (info.type() != PixelType.UINT8) throw new UserError("not 8-bit");
		final long[] ids = ids(channel, box);
		for (int i = 0; i < ids.length; i++)
			target[i] = (byte) ids[i];
	}

	@Override
	public void read(final int channel, final Box box, final long[] target) {
		int i = 0;
		for (long z = box.zMin(); z < box.zMax(); z++)
			for (long y = box.yMin(); y < box.yMax(); y++)
				for (long x = box.xMin(); x < box.xMax(); x++)
					target[i++] = values[(int) (x + info.xSize() * (y + info.ySize() *
						z))];
	}

	@Override
	public void read(final int channel, final Box box, final float[] target) {
		final long[] ids = ids(channel, box);
		for (int i = 0; i < ids.length; i++)
			target[i] = ids[i];
	}

	@Override
	public void close() {
		// nothing is held
	}
}
