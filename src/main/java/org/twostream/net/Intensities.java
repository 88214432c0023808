
package org.twostream.net;

/** What a network is given in place of the 8-bit intensities of a volume. */
@FunctionalInterface
public interface Intensities {

	/**
	 * A number for each of the intensities 0..255.
	 *
	 * @param section z in the volume, 0 or more
	 * @return 256 numbers, shared: not to be changed
	 */
	float[] of(long section);

	/** 0..255 to 0..1, in every section. */
	static Intensities unit() {
		final float[] table = new float[256];
		for (int i = 0; i < table.length; i++)
			table[i] = i / 255f;
		return z -> table;
	}
}
