
package org.twostream.measure;

import org.twostream.core.Box;

/**
 * Two masks of the same volume, read so that a voxel ignored in one is
 * background in both.
 *
 * @param wanted the side whose voxels are asked about or searched
 * @param other the other side
 */
record MaskPair(ForegroundMask wanted, ForegroundMask other) {

	MaskPair swapped() {
		return new MaskPair(other, wanted);
	}

	/** 1 where the wanted side is foreground, else 0; x fastest. */
	byte[] read(final Box box) {
		return clean(wanted.read(box), other.read(box));
	}

	/** As {@link #read}, of both sides: wanted first. */
	byte[][] readBoth(final Box box) {
		final byte[] a = wanted.read(box);
		final byte[] b = other.read(box);
		return new byte[][] { clean(a.clone(), b), clean(b, a) };
	}

	private static byte[] clean(final byte[] mask, final byte[] beside) {
		for (int i = 0; i < mask.length; i++)
			if (mask[i] == ForegroundMask.IGNORED ||
				beside[i] == ForegroundMask.IGNORED) mask[i] =
					ForegroundMask.BACKGROUND;
		return mask;
	}
}
