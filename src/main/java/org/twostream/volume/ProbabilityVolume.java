
package org.twostream.volume;

import org.twostream.core.UserError;

/**
 * A prediction, made here or elsewhere, as 8 bit: 0..255 stands for 0..1.
 * Floating-point probabilities are multiplied by 255 and rounded. Thread-safe.
 */
public final class ProbabilityVolume {

	private static final float SLACK = 1e-4f;

	private ProbabilityVolume() {}

	/**
	 * @return the volume itself if it is 8 bit; else a view that refuses values
	 *         outside 0..1 and NaN when they are read
	 * @throws UserError if the volume holds neither 8-bit nor floating-point
	 *           voxels
	 */
	public static EmVolume of(final EmVolume volume) {
		switch (volume.info().type()) {
			case UINT8:
				return volume;
			case FLOAT32:
				return new ConvertedVolume(volume, ProbabilityVolume::convert);
			default:
				throw new UserError("The prediction holds " + volume.info().type() +
					" voxels; give 8-bit (0..255) or floating-point (0..1) probabilities.");
		}
	}

	private static byte convert(final float p) {
		if (!(p >= -SLACK && p <= 1 + SLACK)) throw new UserError(
			"The prediction holds the value " + p +
				", which is no probability; scale it to 0..1.");
		return EightBitVolume.clip(p * 255);
	}
}
