
package org.twostream.volume;

import org.twostream.core.Box;
import org.twostream.core.UserError;

/**
 * A label or mask volume as 8-bit mask: 255 where it is not 0, else 0. The "no
 * object" id 2^64-1 counts as 0.
 */
public final class ForegroundVolume extends MappedVolume {

	private static final byte FOREGROUND = (byte) 255;

	private ForegroundVolume(final EmVolume volume) {
		super(volume);
	}

	/**
	 * @throws UserError if the volume is floating point
	 */
	public static EmVolume of(final EmVolume volume) {
		if (volume.info().type() == PixelType.FLOAT32) throw new UserError(
			"The label volume holds floating-point voxels; give whole numbers, 0 for background.");
		return new ForegroundVolume(volume);
	}

	@Override
	EmVolume mapped(final EmVolume other) {
		return new ForegroundVolume(other);
	}

	@Override
	void map(final int channel, final Box box, final byte[] target) {
		final int n = box.arrayLength();
		if (source().info().type() == PixelType.UINT8) {
			source().read(channel, box, target);
			for (int i = 0; i < n; i++)
				target[i] = target[i] == 0 ? 0 : FOREGROUND;
			return;
		}
		final long[] ids = source().ids(channel, box);
		for (int i = 0; i < n; i++)
			target[i] = ids[i] == 0 ? 0 : FOREGROUND;
	}
}
