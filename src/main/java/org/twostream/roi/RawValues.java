
package org.twostream.roi;

import org.twostream.core.Box;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;

/**
 * Values of channel 0 of a raw volume in a box, as stored; what is neither 8
 * nor 16 bit as the nearest single precision.
 */
final class RawValues {

	private final byte[] bytes;
	private final float[] floats;

	/** Reads them. */
	RawValues(final EmVolume raw, final Box box) {
		final boolean narrow = raw.info().type() == PixelType.UINT8;
		bytes = narrow ? raw.bytes(0, box) : new byte[0];
		floats = new float[narrow ? 0 : box.arrayLength()];
		if (!narrow) raw.read(0, box, floats);
	}

	/**
	 * Adds values that follow each other.
	 *
	 * @param from index in the box, x fastest
	 * @param to behind the last
	 */
	void add(final int from, final int to, final IntensitySums sums) {
		if (bytes.length == 0) {
			for (int i = from; i < to; i++)
				sums.add(floats[i]);
			return;
		}
		long sum = 0;
		long squares = 0;
		for (int i = from; i < to; i++) {
			final int v = bytes[i] & 255;
			sum += v;
			squares += v * v;
		}
		sums.add(to - from, sum, squares);
	}
}
