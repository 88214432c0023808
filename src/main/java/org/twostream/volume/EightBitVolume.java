
package org.twostream.volume;

import java.util.Arrays;

import org.twostream.core.Box;

/**
 * A raw volume of any type as 8 bit: 16-bit and floating-point intensities are
 * stretched linearly so that the 0.1 and 99.9 percentiles of a sample become 0
 * and 255; what lies outside is clipped. The sample is 27 boxes at fixed
 * places, so the same volume always gives the same voxels. 8-bit volumes stay
 * as they are. Thread-safe.
 */
public final class EightBitVolume {

	private static final int SAMPLE_EDGE = 64;
	private static final int SAMPLE_SECTIONS = 8;
	private static final int PLACES = 3;
	private static final double TAIL = 0.001;

	private EightBitVolume() {}

	/**
	 * @throws org.twostream.core.UserError if the sample cannot be read
	 */
	public static EmVolume of(final EmVolume volume) {
		if (volume.info().type() == PixelType.UINT8) return volume;
		final float[] sample = sample(volume);
		Arrays.sort(sample);
		int n = sample.length;
		while (n > 0 && Float.isNaN(sample[n - 1]))
			n--; // NaN sorts last
		final float low = n == 0 ? 0 : sample[(int) (TAIL * (n - 1))];
		final float high = n == 0 ? 1 : sample[(int) Math.ceil((1 - TAIL) * (n -
			1))];
		final float scale = high > low ? 255 / (high - low) : 0;
		return new ConvertedVolume(volume, v -> clip((v - low) * scale));
	}

	// NaN becomes 0.
	static byte clip(final float value) {
		return (byte) (value >= 255 ? 255 : value > 0 ? Math.round(value) : 0);
	}

	private static float[] sample(final EmVolume volume) {
		final Box all = volume.info().box();
		final int x = (int) Math.min(SAMPLE_EDGE, all.xMax());
		final int y = (int) Math.min(SAMPLE_EDGE, all.yMax());
		final int z = (int) Math.min(SAMPLE_SECTIONS, all.zMax());
		final float[] values = new float[PLACES * PLACES * PLACES * x * y * z];
		final float[] part = new float[x * y * z];
		int at = 0;
		for (int k = 0; k < PLACES; k++)
			for (int j = 0; j < PLACES; j++)
				for (int i = 0; i < PLACES; i++) {
					volume.read(0, Box.ofSize(x, y, z).translate(place(all.xMax(), x, i),
						place(all.yMax(), y, j), place(all.zMax(), z, k)), part);
					System.arraycopy(part, 0, values, at, part.length);
					at += part.length;
				}
		return values;
	}

	private static long place(final long size, final int edge, final int i) {
		return (size - edge) * i / (PLACES - 1);
	}
}
