
package org.twostream.volume;

import java.util.Locale;

import org.twostream.core.Box;
import org.twostream.core.UserError;

/**
 * A prediction as 8-bit probabilities, 255 for 1: 8-bit volumes as they are,
 * floating point 0..1 times 255, rounded. Other types are refused when it is
 * made, values outside 0..1 and NaN when they are read.
 */
public final class ProbabilityVolume extends MappedVolume {

	private ProbabilityVolume(final EmVolume volume) {
		super(volume);
	}

	/**
	 * @throws UserError if the volume is of another type
	 */
	public static EmVolume of(final EmVolume volume) {
		return switch (volume.info().type()) {
			case UINT8 -> volume;
			case FLOAT32 -> new ProbabilityVolume(volume);
			default -> throw new UserError("The prediction holds " + volume.info()
				.type().name().toLowerCase(Locale.ROOT) +
				" voxels, not probabilities; give uint8 (0..255) or floating point (0..1).");
		};
	}

	@Override
	EmVolume mapped(final EmVolume other) {
		return new ProbabilityVolume(other);
	}

	@Override
	void map(final int channel, final Box box, final byte[] target) {
		final float[] values = new float[box.arrayLength()];
		source().read(channel, box, values);
		for (int i = 0; i < values.length; i++) {
			if (!(values[i] >= 0 && values[i] <= 1)) throw new UserError(
				"The prediction holds the value " + values[i] +
					", which is no probability; scale it to 0..1.");
			target[i] = (byte) Math.round(values[i] * 255);
		}
	}
}
